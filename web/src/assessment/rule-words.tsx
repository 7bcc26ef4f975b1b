/** A rule and what it looks at, in words: the engine's own, so that every kind reads here as on the sheets. */
import { Decimal } from 'decimal.js';
import { useTranslation } from 'react-i18next';
import { ruleOf } from '../../../src/assessment/rules/rules';
import { chosen } from '../i18n/i18n';
import type { Criterion, Rule } from './definition';

export function RuleWords({ rule, marks }: { rule: Rule; marks: string }) {
  return <>{ruleOf(rule.kind)?.describe(rule, new Decimal(marks))[chosen()] ?? rule.kind}</>;
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
