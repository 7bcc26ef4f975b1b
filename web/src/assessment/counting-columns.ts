/** Columns of a list of grounds for what the platform counts by itself (自动计数). */
import { useTranslation } from 'react-i18next';
import type { Column } from './row-list';
import { type CountingDraft, countables } from './self-counting';

export function useCountingColumns(): readonly Column<CountingDraft>[] {
  const { t } = useTranslation();
  return [
    {
      field: 'counts',
      label: t('scheme.col.counts'),
      options: [
        ['', t('scheme.byHand')],
        ...countables.map(([kind, name]) => [kind, t(`scheme.counts.${name}`)] as const),
      ],
    },
    {
      field: 'every',
      label: t('scheme.col.every'),
      figure: true,
      placeholder: '1',
      only: ({ counts }) => counts !== '',
    },
  ];
}
