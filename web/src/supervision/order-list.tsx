/** 督办单: within reach, the latest first; open ones alone, or by degree. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { isUpper } from '../api/doors';
import { useMay, useTier } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { SIZE, ordersQuery } from './data';
import { Degree } from './degree';
import './supervision.css';

const degrees = ['blue', 'orange', 'red'] as const;

export function OrderList() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/orders' });
  const list = useQuery(ordersQuery(tier, search));
  const go = (next: object) => void navigate({ to: '/orders', search: { ...search, page: undefined, ...next } });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, total } = list.data;
  return (
    <>
      <h1>{t('supervision.orders')}</h1>
      <div className="filters">
        <Checkbox checked={search.open === true} onChange={({ target }) => go({ open: target.checked || undefined })}>
          {t('supervision.openOnly')}
        </Checkbox>
        <label>
          {t('supervision.degreeIs')}
          <select
            className="choice"
            value={search.degree ?? ''}
            onChange={({ target }) => go({ degree: target.value || undefined })}
          >
            <option value="">{t('supervision.anyDegree')}</option>
            {degrees.map((degree) => (
              <option key={degree} value={degree}>
                {t(`supervision.degree.${degree}`)}
              </option>
            ))}
          </select>
        </label>
        {isUpper(tier) && may('order.issue') && (
          <Link className="deed" to="/orders/new">
            {t('supervision.issue')}
          </Link>
        )}
        <Link className="deed deed-quiet" to="/interviews">
          {t('supervision.interviews')}
        </Link>
      </div>
      {items.length === 0 ? (
        <p className="hint">{t('supervision.noOrders')}</p>
      ) : (
        <div className="wide" role="region" aria-label={t('supervision.orders')} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('supervision.number')}</th>
                <th scope="col">{t('supervision.about')}</th>
                <th scope="col">{t('supervision.to')}</th>
                <th scope="col">{t('supervision.from')}</th>
                <th scope="col">{t('supervision.degreeIs')}</th>
                <th scope="col">{t('supervision.limitOn')}</th>
                <th scope="col">{t('task.status')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, number, title, unionName, issuerName, degree, limitOn, missedDays, status }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/orders/$id" params={{ id }}>
                      {number}
                    </Link>
                  </th>
                  <td>{title}</td>
                  <td>{unionName}</td>
                  <td>{issuerName}</td>
                  <td>
                    <Degree degree={degree} />
                  </td>
                  <td>
                    {limitOn}
                    {missedDays > 0 && <span className="overdue"> {t('when.overdue', { count: missedDays })}</span>}
                  </td>
                  <td>{t(`supervision.status.${status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages
        page={search.page ?? 1}
        size={SIZE}
        total={total}
        words={t('supervision.total', { count: total })}
        onPage={(page) => go({ page })}
      />
    </>
  );
}
