/** What the parts make together (分解合计), and whether that is as hard as the whole. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';

interface Props {
  readonly check: Schemas['TargetCheckView'] | null;
  readonly unit: string;
}

export function Check({ check, unit }: Props) {
  const { t } = useTranslation();
  if (check === null) return null;
  const { rule, together, shortfall } = check;
  const by = Number(shortfall);
  const state = by > 0 ? 'short' : by < 0 ? 'beyond' : 'even';
  return (
    <p className={by > 0 ? 'wrong' : 'right-sum'} role="status">
      {t(`target.rule.${rule}`)} {amount(together)} {unit}
      {t('target.sep')}
      {t(`target.sum.${state}`, { by: amount(shortfall.replace('-', '')), unit })}
    </p>
  );
}
