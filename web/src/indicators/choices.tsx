/** The period and the union a page speaks of. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnionSelect } from '../administration/union-select';
import { useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Year } from '../parts/year';
import { divisions, months, nameOf, partOf, thisYear, yearOf } from './period';
import type { IndicatorSearch } from './routes';

interface Props {
  readonly search: IndicatorSearch;
  readonly go: (part: IndicatorSearch) => void;
  /** The words for "all of them", where no union need be chosen. */
  readonly all?: string;
}

export function Choices({ search: { period = thisYear(), unionId }, go, all }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const unions = useQuery(unionsQuery);
  const parts: { value: string; label: string }[] = [
    { value: '', label: t('indicator.wholeYear') },
    ...divisions.map((value) => ({ value, label: t(`indicator.parts.${value}`) })),
    ...months.map((value) => ({ value, label: t('indicator.month', { month: Number(value) }) })),
  ];
  return (
    <>
      <Year value={Number(yearOf(period))} onYear={(year) => go({ period: nameOf(String(year), partOf(period)) })} />
      <label>
        <span>{t('indicator.period')}</span>
        <Select
          value={partOf(period)}
          options={parts}
          onChange={(part) => go({ period: nameOf(yearOf(period), part) })}
        />
      </label>
      {me.union.tier !== 'community' && (
        <label>
          <span>{t('indicator.union')}</span>
          <UnionSelect
            unions={unions.data ?? []}
            value={unionId ?? (all === undefined ? me.union.id : '')}
            all={all}
            onChange={(id) => go({ unionId: id === '' || (all === undefined && id === me.union.id) ? undefined : id })}
          />
        </label>
      )}
    </>
  );
}
