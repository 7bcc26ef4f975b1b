/** A value as it is said, with its unit and how exact it is; what is missing is said to be missing. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import type { Line } from './indicator-data';

interface Props {
  readonly value: string | null;
  readonly unit?: string;
  readonly qualifier?: Schemas['IndicatorBoardItem']['qualifier'];
}

export function Value({ value, unit = '', qualifier = 'exact' }: Props) {
  const { t } = useTranslation();
  if (value === null) return <span className="missing">{t('indicator.missing')}</span>;
  return (
    <>
      {t(`indicator.said.${qualifier}`, { value: amount(value) })}
      {unit === '%' ? unit : unit !== '' && ` ${unit}`}
    </>
  );
}

export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return '—';
  return lines
    .map(({ strength, direction, value }) => t(`target.${strength}.${direction}`, { value: amount(value) }))
    .join(' · ');
}
