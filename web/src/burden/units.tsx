/** The units below in a month, who was asked for most first, and twelve months of all of them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMe } from '../api/me';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';
import { PAGE, counts, listQuery } from './burden-data';
import { Months } from './months';
import type { BurdenSearch } from './routes';

interface Props {
  readonly door: UpperTier;
  readonly search: BurdenSearch;
  readonly onPage: (page: number) => void;
}

export function Units({ door, search, onPage }: Props) {
  const { t } = useTranslation();
  const { union } = useMe();
  const list = useQuery({ ...listQuery(door, search), placeholderData: keepPreviousData });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items, months, page, total } = list.data;
  return (
    <>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('burden.union')}</th>
              {counts.map((count) => (
                <th key={count} scope="col" className="right">
                  {t(`burden.${count}`)}
                </th>
              ))}
              <th scope="col" className="right">
                {t('burden.minutes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((unit) => (
              <tr key={unit.unionId}>
                <th scope="row">
                  <Link to="/burden" search={{ ...search, unionId: unit.unionId, page: undefined }}>
                    {unit.unionName}
                  </Link>
                </th>
                {counts.map((count) => (
                  <td key={count} className={count === 'twice' && unit.twice > 0 ? 'right twice' : 'right'}>
                    {unit[count]}
                  </td>
                ))}
                <td className="right">{amount(unit.minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Pages page={page} size={PAGE} total={total} words={t('burden.units', { count: total })} onPage={onPage} />
      <Months months={months} />
      {door === 'subdistrict' && (
        <p>
          <Link to="/burden" search={{ ...search, unionId: union.id, page: undefined }}>
            {t('burden.own')}
          </Link>
        </p>
      )}
    </>
  );
}
