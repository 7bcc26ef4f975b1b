/** 工作看板: who is behind, by how much, and how the unions compare; it moves while one looks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { boardQuery } from '../tasks/task-data';
import { BoardTable } from './board-table';
import { useLive } from './live';
import { Standings } from './standings';

export function Board() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/inside/board' });
  const navigate = useNavigate();
  const live = useLive();
  const year = search.year ?? dayjs().year();
  const board = useQuery({ ...boardQuery(year, search.unionId), placeholderData: keepPreviousData });
  const unions = useQuery(unionsQuery);
  if (board.isPending) return <Loading />;
  if (board.data === undefined) return <Wrong error={board.error} />;
  const { asOf, tasks, unionId, unionName } = board.data;
  const below = unions.data?.filter((union) => union.parentId === unionId && union.closedOn === null) ?? [];
  const here = unions.data?.find(({ id }) => id === unionId);
  const lights = { red: 0, yellow: 0, green: 0 };
  for (const { light } of tasks) if (light) lights[light] += 1;
  return (
    <>
      <h1>
        {t('board.title')} <small>{unionName}</small>
      </h1>
      <div className="filters">
        <label>
          <span>{t('task.year')}</span>
          <Input
            className="year"
            type="number"
            min={1949}
            max={2200}
            value={year}
            onChange={({ target: { value } }) =>
              /^\d{4}$/.test(value) && void navigate({ to: '/board', search: { ...search, year: Number(value) } })
            }
          />
        </label>
        {unionId !== me.union.id && (
          <Link to="/board" search={{ year, unionId: here?.parentId ?? undefined }}>
            ← {unions.data?.find(({ id }) => id === here?.parentId)?.name}
          </Link>
        )}
        <span className="grow" />
        <span className="hint" role="status">
          <span className={live ? 'dot dot-on' : 'dot'} /> {live ? t('board.live') : t('board.liveLost')} ·{' '}
        </span>
        <span className="hint">
          {t('board.asOf', { when: '' })}
          <Time at={asOf} />
        </span>
        <Button className="no-print" onClick={() => window.print()}>
          {t('board.print')}
        </Button>
      </div>
      {below.length > 0 && here && here.tier !== 'community' && (
        <>
          <h2>{t('board.standings')}</h2>
          <Standings tier={here.tier === 'district' ? 'subdistrict' : 'community'} parentId={unionId} year={year} />
        </>
      )}
      <h2>{t('board.tasks')}</h2>
      {tasks.length === 0 ? <p className="hint">{t('board.empty', { year })}</p> : <p>{t('board.lights', lights)}</p>}
      {tasks.length > 0 && <BoardTable rows={tasks} />}
      {tasks
        .filter(({ children }) => children.length > 0)
        .map((task) => (
          <details key={task.taskId} className="no-print">
            <summary>
              {task.title} · {t('board.below')}
            </summary>
            <BoardTable rows={task.children} byUnion />
          </details>
        ))}
    </>
  );
}
