/** 红黄灯: what is not green in the own union and below, red first, the longest first. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Radio } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Light } from '../parts/light';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { SIZE, lightsQuery } from './light-data';
import { Year } from '../parts/year';
import './lights.css';

export function Lights() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { light, year = dayjs().year(), page = 1 } = useSearch({ from: '/inside/lights' });
  const list = useQuery(lightsQuery({ light, year, page }));
  return (
    <>
      <h1>{t('lights.list')}</h1>
      <p className="hint">{t('lights.listHint')}</p>
      <p>
        <Link to="/light-rule">{t('lights.rule')}</Link>
      </p>
      <div className="filters">
        <Year
          value={year}
          onYear={(next) => void navigate({ to: '/lights', search: { light, year: next }, replace: true })}
        />
        <Radio.Group
          optionType="button"
          aria-label={t('lights.list')}
          value={light ?? 'all'}
          options={(['all', 'red', 'yellow'] as const).map((value) => ({ value, label: t(`lights.only.${value}`) }))}
          onChange={({ target }) =>
            void navigate({
              to: '/lights',
              search: { light: target.value === 'all' ? undefined : (target.value as 'red'), year },
              replace: true,
            })
          }
        />
      </div>
      {list.isPending && <Loading />}
      {list.isError && list.data === undefined && <Wrong error={list.error} />}
      {list.data !== undefined && list.data.total === 0 && <p>{t('lights.none')}</p>}
      {list.data !== undefined && list.data.total > 0 && (
        <>
          <Rows items={list.data.items} />
          <Pages
            page={page}
            size={SIZE}
            total={list.data.total}
            words={t('lights.total', { count: list.data.total })}
            onPage={(next) => void navigate({ to: '/lights', search: { light, year, page: next } })}
          />
        </>
      )}
    </>
  );
}

function Rows({ items }: { readonly items: Schemas['LitTask'][] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="wide" role="region" aria-label={t('lights.list')} tabIndex={0}>
      <table className="grid lights">
        <thead>
          <tr>
            <th>{t('lights.column.union')}</th>
            <th>{t('lights.column.task')}</th>
            <th>{t('lights.column.light')}</th>
            <th className="right">{t('lights.column.days')}</th>
            <th>{t('lights.column.why')}</th>
            <th className="right">{t('lights.column.done')}</th>
            <th>{t('lights.column.due')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ taskId, unionName, title, light, days, words, done, target, unit, dueOn }) => (
            <tr key={taskId}>
              <th scope="row">{unionName}</th>
              <td>
                <Link to="/tasks/$id" params={{ id: taskId }}>
                  {title}
                </Link>
              </td>
              <td>
                <Light light={light} />
              </td>
              <td className="right">{days}</td>
              <td>{i18n.language === 'zh' ? words.zh : words.en}</td>
              <td className="right">
                {amount(done)} / {amount(target)} {unit}
              </td>
              <td>{dueOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
