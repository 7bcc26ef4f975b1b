/** A rule and what it looks at, in words. */
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import type { Criterion, Rule } from './definition';
import { percentOf } from './sums';

export function RuleWords({ rule, marks }: { rule: Rule; marks: string }) {
  const { t } = useTranslation();
  if (rule.kind === 'proportional')
    return <>{t('assessment.rule.proportionalSaid', { percent: percentOf(rule.fullAt ?? '1') })}</>;
  if (rule.kind === 'manual')
    return <>{t('assessment.rule.manualSaid', { min: amount(rule.min ?? '0'), max: amount(marks) })}</>;
  const ladder = [...rule.bands].sort((one, other) => Number(other.atLeast) - Number(one.atLeast));
  return (
    <ul className="ladder">
      {ladder.map(({ atLeast, points }) => (
        <li key={atLeast}>
          {t('assessment.rule.bandSaid', { over: t(`assessment.over.${rule.over ?? 'completion'}`), atLeast, points })}
        </li>
      ))}
      <li>{t('assessment.rule.belowSaid', { atLeast: ladder[ladder.length - 1]?.atLeast ?? '' })}</li>
    </ul>
  );
}

export function SelectionWords({ tasks }: Pick<Criterion, 'tasks'>) {
  const { t } = useTranslation();
  if (tasks === undefined) return <>{t('assessment.chosen.none')}</>;
  if (tasks === 'all') return <>{t('assessment.chosen.all')}</>;
  return 'programmes' in tasks ? (
    <>{t('assessment.chosenSaid.programmes', { names: tasks.programmes.join(t('assessment.and')) })}</>
  ) : (
    <>{t('assessment.chosenSaid.codes', { names: tasks.codes.join(t('assessment.and')) })}</>
  );
}
