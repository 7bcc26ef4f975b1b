/** The tasks of one's own union; what is filtered stands in the address. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useMay, useTier } from '../api/me';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import { Pages } from '../parts/pages';
import { Loading, Wrong, useWords } from '../parts/states';
import { ListFilters } from './list-filters';
import { type ListRow, SIZE, useTaskRows } from './list-rows';
import { SavedBar } from './saved-bar';
import './tasks.css';

export function TaskList() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const navigate = useNavigate();
  const given = useSearch({ from: '/inside/tasks' });
  const search = { ...given, year: given.year ?? dayjs().year() };
  const words = useWords();
  const { rows, total, programmes, error, boardError } = useTaskRows(search);
  const { year, page, ...filters } = search;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <h1>{t('task.list')}</h1>
      {tier === 'district' && may('task.assign') && (
        <p>
          <Link className="deed" to="/new-task">
            {t('newTask.title')}
          </Link>
        </p>
      )}
      <ListFilters search={search} programmes={programmes} />
      <SavedBar search={given} />
      {rows === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Wrong error={error} />
        )
      ) : (
        <>
          {boardError !== null && <p className="wrong">{words(boardError)}</p>}
          {rows.length > 0 ? (
            <Rows rows={rows} />
          ) : (
            <p className="hint">{filtered ? t('task.none') : t('board.empty', { year })}</p>
          )}
          <Pages
            page={page ?? 1}
            size={SIZE}
            total={total}
            words={t('task.total', { count: total })}
            onPage={(next) => void navigate({ to: '/tasks', search: { ...given, page: next } })}
          />
        </>
      )}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly ListRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide" role="region" aria-label={t('task.list')} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('task.title')}</th>
            <th scope="col" className="right">
              {t('task.target')}
            </th>
            <th scope="col" className="right">
              {t('board.done')}
            </th>
            <th scope="col" className="right">
              {t('board.rate')}
            </th>
            <th scope="col">{t('tree.light')}</th>
            <th scope="col">{t('task.due')}</th>
            <th scope="col">{t('task.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, target, unit, dueOn, status, board }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/tasks/$id" params={{ id }}>
                  {title}
                </Link>
              </th>
              <td className="right">
                {amount(target)} {unit}
              </td>
              <td className="right">{amount(board?.done)}</td>
              <td className="right">{percent(board?.rate)}</td>
              <td>
                <Light light={board?.light} />
                {board !== undefined && board.overdueDays > 0 && (
                  <small> {t('board.overdue', { days: board.overdueDays })}</small>
                )}
              </td>
              <td>{dueOn}</td>
              <td>{t(`status.${status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
