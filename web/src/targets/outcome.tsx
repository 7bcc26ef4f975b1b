/** 完成情况: reached or missed, and by how much. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';

export function Outcome({
  outcome: { state, distance },
}: {
  readonly outcome: Pick<Schemas['TargetUnionPartView'], 'state' | 'distance'>;
}) {
  const { t } = useTranslation();
  return (
    <span className={`state-${state}`}>
      {t(`target.states.${state}`)}
      {distance !== null && ` ${signed(distance)}`}
    </span>
  );
}

/** What is exceeded, or what lacks. */
const signed = (distance: string): string =>
  distance.startsWith('-') ? `−${amount(distance.slice(1))}` : `+${amount(distance)}`;
