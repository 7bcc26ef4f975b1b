/** 变更记录: what an enterprise was before, where it lay, and how many were counted. */
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTier } from '../api/me';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { historyQuery } from './data';

/** As the fact was kept: a word of ours, a day, or what somebody typed. */
function valueOf(t: TFunction, value: string | null): string {
  if (value === null) return t('register.unknown');
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'register.yes' : 'register.no');
  if (value === 'public' || value === 'non_public') return t(`register.kinds.${value}`);
  return value;
}

/** What stands in a change: nothing is a dash. */
const told = (t: TFunction, value: unknown): string =>
  value === null || value === undefined || typeof value === 'object' ? '—' : valueOf(t, String(value));

export function History({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const tier = useTier();
  const { data } = useQuery(historyQuery(tier, id));
  if (data === undefined) return null;
  const name = (field: string): string =>
    i18n.exists(`register.field.${field}`) ? t(`register.field.${field}` as 'register.field.name') : field;
  return (
    <section className="part">
      <h2>{t('register.history')}</h2>
      <ul className="history">
        {data.changes.map(({ no, kind, before, after, reason, officerName, at }) => (
          <li key={no}>
            <Time at={at} /> {officerName} <strong>{t(`register.deed.${kind}`)}</strong>
            {reason !== null && ` ${reason}`}
            {after !== null && Object.keys(after).length > 0 && (
              <>
                {' '}
                {Object.entries(after)
                  .filter(([field]) => field !== 'unionId' && field !== 'placedSince')
                  .map(
                    ([field, value]) =>
                      `${name(field)} ${field === 'since' ? '' : `${told(t, before?.[field])} → `}${told(t, value)}`,
                  )
                  .join('；')}
              </>
            )}
          </li>
        ))}
      </ul>
      <h2>{t('register.places')}</h2>
      <ul className="history">
        {data.places.map(({ since, until, unionName, reason }) => (
          <li key={since}>
            {since} — {until ?? t('register.now')} {unionName} {reason}
          </li>
        ))}
      </ul>
      {data.former.length > 0 && (
        <>
          <h2>{t('register.former')}</h2>
          <ul className="history">
            {data.former.map(({ fact, until, value }) => (
              <li key={`${fact} ${until}`}>
                {t('register.formerly', { fact: name(fact), value: valueOf(t, value), day: until })}
              </li>
            ))}
          </ul>
        </>
      )}
      {data.headcounts.length > 0 && (
        <>
          <h2>{t('register.headcounts')}</h2>
          <ul className="history">
            {data.headcounts.map(({ countedOn, workers, members }) => (
              <li key={countedOn}>
                {t('register.counted', { day: countedOn, workers: amount(workers), members: amount(members) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
