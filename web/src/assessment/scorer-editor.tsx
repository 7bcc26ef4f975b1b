/** Who scores a criterion (评分主体), and what it gives on which nothing is known. */
import { useTranslation } from 'react-i18next';
import { PickField } from './fields';
import { feedingOf } from './rule-draft';
import type { CriterionDraft, ScorerDraft } from './scheme-draft';
import type { OfficeDraft } from './terms-draft';

interface Props {
  criterion: CriterionDraft;
  offices: readonly OfficeDraft[];
  onChange: (change: Partial<CriterionDraft>) => void;
}

export function ScorerEditor({ criterion, offices, onChange }: Props) {
  const { t } = useTranslation();
  const { id, scorer, office, withoutFacts } = criterion;
  const feeding = feedingOf(criterion);
  const choices: ScorerDraft[] = [
    ...(feeding === 'tasks' || feeding === 'occurrences' ? (['computed'] as const) : []),
    ...(feeding === 'tasks' ? [] : (['self', 'office', 'named'] as const)),
  ];
  return (
    <>
      <PickField
        id={`${id}.scorer`}
        label={t('assessment.scorer.title')}
        value={scorer}
        options={choices.map((each) => [each, t(`scheme.scorer.${each}`)])}
        onChange={(value) => onChange({ scorer: value, office: value === 'named' ? (offices[0]?.id ?? '') : '' })}
      />
      {scorer === 'named' && (
        <PickField
          id={`${id}.office`}
          label={t('scheme.office')}
          value={office}
          options={[
            ...(offices.some((each) => each.id === office) ? [] : [['', t('scheme.chooseOffice')] as const]),
            ...offices.map((each) => [each.id, each.name === '' ? each.code : each.name] as const),
          ]}
          onChange={(value) => onChange({ office: value })}
        />
      )}
      {feeding !== 'points' && (
        <PickField
          id={`${id}.withoutFacts`}
          label={t('scheme.withoutFacts.title')}
          value={withoutFacts}
          options={(['open', 'zero', 'full'] as const).map((each) => [each, t(`scheme.withoutFacts.${each}`)])}
          onChange={(value) => onChange({ withoutFacts: value })}
        />
      )}
    </>
  );
}
