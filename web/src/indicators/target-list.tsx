/** 目标: what is to be reached beside what is, reached or missed and by how much. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { Choices } from './choices';
import { SIZE, targetsQuery } from './indicator-data';
import './indicators.css';
import { thisYear } from './period';
import { Outcome } from '../targets/outcome';
import { Waiting } from '../targets/waiting';
import { useMaySet } from './rights';
import { Value } from './value';

export function TargetList() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/targets' });
  const navigate = useNavigate();
  const maySet = useMaySet();
  const asked = { ...search, period: search.period ?? thisYear() };
  const list = useQuery({ ...targetsQuery(asked), placeholderData: keepPreviousData });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, page, total } = list.data;
  const go = (part: typeof search) =>
    void navigate({ to: '/targets', search: { ...search, page: undefined, ...part } });
  return (
    <article className="indicators">
      <h1>{t('target.title')}</h1>
      {maySet && (
        <div className="deeds no-print">
          <Link className="deed" to="/targets/new" search={{ period: asked.period, unionId: asked.unionId }}>
            {t('target.new')}
          </Link>
        </div>
      )}
      <Waiting />
      <div className="filters no-print">
        <Choices search={asked} go={go} all={t('target.allUnions')} />
        <Checkbox
          checked={search.withdrawn === true}
          onChange={({ target }) => go({ withdrawn: target.checked ? true : undefined })}
        >
          {t('target.withWithdrawn')}
        </Checkbox>
      </div>
      {items.length === 0 ? (
        <p>{t('target.none')}</p>
      ) : (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('indicator.one')}</th>
                <th scope="col">{t('indicator.union')}</th>
                <th scope="col">{t('indicator.period')}</th>
                <th scope="col">{t('target.one')}</th>
                <th scope="col" className="right">
                  {t('indicator.value')}
                </th>
                <th scope="col">{t('target.state')}</th>
                <th scope="col">{t('target.baseline')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, name, unionName, period, strength, direction, value, unit, ...target }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/targets/$id" params={{ id }}>
                      {name}
                    </Link>
                  </th>
                  <td>{unionName}</td>
                  <td>{period.name}</td>
                  <td>
                    {t(`target.${strength}.${direction}`, { value: amount(value) })} {unit}
                    {target.changing && <> · {t('target.changing')}</>}
                  </td>
                  <td className="right">
                    <Value value={target.now} unit={unit} />
                  </td>
                  <td>
                    <Outcome outcome={target} />
                  </td>
                  <td>
                    {target.baseline === null ? (
                      '—'
                    ) : (
                      <>
                        {amount(target.baseline.value)} {target.baseline.period ?? target.baseline.source}
                      </>
                    )}
                    {target.easierThanBaseline && <span className="easy"> · {t('target.easier')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Pages
        page={page}
        size={SIZE}
        total={total}
        words={t('target.count', { count: total })}
        onPage={(to) => go({ page: to })}
      />
    </article>
  );
}
