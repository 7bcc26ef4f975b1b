/** One union's month: how much, by whom, thing by thing, and twelve months. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isUpper } from '../api/doors';
import { useTier } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { counts, unionBurdenQuery } from './burden-data';
import { Months } from './months';
import { Requests } from './requests';

export function BurdenOfUnion({ id, month }: { readonly id: string; readonly month: string | undefined }) {
  const { t } = useTranslation();
  const tier = useTier();
  const search = useSearch({ from: '/inside/burden' });
  const burden = useQuery(unionBurdenQuery(id, month));
  if (burden.isPending) return <Loading />;
  if (burden.data === undefined) return <Wrong error={burden.error} />;
  const { data } = burden;
  return (
    <>
      <h2>
        {data.unionName} <small>{t('burden.askedOf', { month: data.month, count: data.asked })}</small>
      </h2>
      <ul className="counts">
        {counts.slice(1).map((count) => (
          <li key={count} className={count === 'twice' && data.twice > 0 ? 'twice' : ''}>
            <strong>{data[count]}</strong> {t(`burden.${count}`)}
          </li>
        ))}
      </ul>
      <p>
        {t('burden.minutes')}：
        {data.minutes === null
          ? t('burden.minutesNone')
          : t('burden.minutesOf', { count: data.minutes, timed: data.timed })}
      </p>
      {data.askers.length > 0 && (
        <p>
          {t('burden.by')}：
          {data.askers
            .map(({ unionName, asked }) => t('burden.byWhom', { union: unionName, count: asked }))
            .join(' · ')}
        </p>
      )}
      <Requests id={id} month={month} />
      <Months months={data.months} />
      {isUpper(tier) && (
        <p>
          <Link to="/burden" search={{ ...search, unionId: undefined }}>
            {t('burden.back')}
          </Link>
        </p>
      )}
    </>
  );
}
