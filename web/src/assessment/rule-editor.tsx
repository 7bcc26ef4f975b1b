/** How a criterion is scored (评分规则): the kind, and what this kind wants to know. */
import { useTranslation } from 'react-i18next';
import { PickField } from './fields';
import { CountingFields } from './counting-fields';
import { RateFields } from './rate-fields';
import { feedingOf } from './rule-draft';
import { type CriterionDraft, withRule } from './scheme-draft';

export const KINDS = [
  'proportional',
  'bands',
  'threshold',
  'interval',
  'coefficients',
  'shortfall',
  'deduction',
  'counted',
  'rank',
  'relative',
  'manual',
] as const;
const OVERS = ['completion', 'punctuality', 'quality', 'stated'] as const;

interface Props {
  criterion: CriterionDraft;
  onChange: (change: Partial<CriterionDraft>) => void;
}

export function RuleEditor({ criterion, onChange }: Props) {
  const { t } = useTranslation();
  const { id, kind, over } = criterion;
  const feeding = feedingOf(criterion);
  return (
    <>
      <PickField
        id={`${id}.kind`}
        label={t('assessment.rule.title')}
        value={kind}
        options={KINDS.map((each) => [each, t(`scheme.kind.${each}`)])}
        onChange={(value) => onChange(withRule(criterion, { kind: value }))}
      />
      {(feeding === 'tasks' || feeding === 'statement') && (
        <PickField
          id={`${id}.over`}
          label={t('scheme.over')}
          value={over}
          options={OVERS.map((each) => [each, t(`scheme.rate.${each}`)])}
          onChange={(value) => onChange(withRule(criterion, { over: value }))}
        />
      )}
      <RateFields criterion={criterion} onChange={onChange} />
      <CountingFields criterion={criterion} onChange={onChange} />
    </>
  );
}
