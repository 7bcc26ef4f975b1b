/** 今日关注: which unions need a word from me today, at most ten, each a link. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import './burden.css';
import { leaderQuery } from './burden-data';

export function Today() {
  const { t } = useTranslation();
  const desk = useQuery(leaderQuery);
  if (desk.isPending) return <Loading />;
  if (desk.data === undefined) return <Wrong error={desk.error} />;
  const { items, more, today } = desk.data;
  return (
    <>
      <h1>
        {t('today.title')} <small>{today}</small>
      </h1>
      <p className="hint">{t('today.hint')}</p>
      {items.length === 0 ? (
        <p className="kind">{t('today.none')}</p>
      ) : (
        <ol className="leader-lines">
          {items.map(({ unionId, unionName, kind, taskId, orderId, why }) => (
            <li key={unionId} className={`line-${kind}`}>
              {orderId === null ? (
                <Link to="/tasks/$id" params={{ id: taskId ?? '' }}>
                  {unionName}
                </Link>
              ) : (
                <Link to="/orders/$id" params={{ id: orderId }}>
                  {unionName}
                </Link>
              )}
              <span>{why}</span>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && <p className="hint">{t('today.more', { count: more })}</p>}
    </>
  );
}
