/** 排名: the unions directly below, the best first; those without a value are last and have no place. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { ranksQuery } from './indicator-data';
import type { IndicatorSearch } from './routes';
import { Value } from './value';

export function Ranks({ id, search }: { readonly id: string; readonly search: IndicatorSearch }) {
  const { t } = useTranslation();
  const ranks = useQuery(ranksQuery(id, search));
  if (ranks.isPending) return <Loading />;
  if (ranks.data === undefined) return <Wrong error={ranks.error} />;
  const { items, unit, qualifier } = ranks.data;
  if (items.length === 0) return null;
  return (
    <section aria-label={t('indicator.ranks')}>
      <h2>{t('indicator.ranks')}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('indicator.rank')}
              </th>
              <th scope="col">{t('indicator.union')}</th>
              <th scope="col" className="right">
                {t('indicator.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ unionId, unionName, rank, value }) => (
              <tr key={unionId}>
                <td className="right">{rank ?? '—'}</td>
                <th scope="row">
                  <Link to="/indicators/$id" params={{ id }} search={{ ...search, unionId }}>
                    {unionName}
                  </Link>
                </th>
                <td className="right">
                  <Value value={value} unit={unit} qualifier={qualifier} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
