/** What a rule that counts, or that leaves the points to a scorer, wants to know. */
import { useTranslation } from 'react-i18next';
import { useCountingColumns } from './counting-columns';
import { TextField } from './fields';
import { RowList } from './row-list';
import { type GroundDraft, newGround } from './rule-draft';
import type { CriterionDraft } from './scheme-draft';

interface Props {
  criterion: CriterionDraft;
  onChange: (change: Partial<CriterionDraft>) => void;
}

export function CountingFields({ criterion, onChange }: Props) {
  const { t } = useTranslation();
  const counting = useCountingColumns();
  const { id, kind, grounds, floor, min } = criterion;
  if (kind === 'manual')
    return (
      <TextField
        id={`${id}.min`}
        label={t('assessment.rule.min')}
        value={min}
        figure
        placeholder="0"
        onChange={(value) => onChange({ min: value })}
      />
    );
  if (kind !== 'deduction' && kind !== 'counted') return null;
  return (
    <>
      {kind === 'deduction' && (
        <TextField
          id={`${id}.floor`}
          label={t('scheme.field.floor')}
          value={floor}
          figure
          placeholder="0"
          onChange={(value) => onChange({ floor: value })}
        />
      )}
      <RowList<GroundDraft>
        id={`${id}.grounds`}
        title={t(`scheme.groundsTitle.${kind}`)}
        rows={grounds}
        rowName={(no) => t(`scheme.row.${kind}`, { no })}
        add={t(`scheme.addGround.${kind}`)}
        fresh={() => newGround(grounds)}
        columns={[
          { field: 'name', label: t('scheme.col.name'), wide: true },
          { field: 'code', label: t('assessment.code') },
          { field: 'points', label: t(`scheme.col.each.${kind}`), figure: true },
          { field: 'limit', label: t(`scheme.col.limit.${kind}`), figure: true, placeholder: t('scheme.noLimit') },
          ...counting,
        ]}
        onChange={(rows) => onChange({ grounds: rows })}
      />
    </>
  );
}
