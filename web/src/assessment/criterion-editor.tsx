/** One criterion of a scheme as it is typed: what it is called, its marks, its rule, the tasks it looks at. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import type { Pen } from './pen';
import { RuleEditor } from './rule-editor';
import type { CriterionDraft, SchemeDraft } from './scheme-draft';
import { SelectionEditor } from './selection-editor';

interface Props {
  year: string;
  partId: string;
  criterion: CriterionDraft;
  first: boolean;
  last: boolean;
  pen: Pen;
}

export const CriterionEditor = memo(function CriterionEditor({ year, partId, criterion, first, last, pen }: Props) {
  const { t } = useTranslation();
  const { id, code, name, marks, kind } = criterion;
  const among =
    (list: (criteria: readonly CriterionDraft[]) => CriterionDraft[]) =>
    (draft: SchemeDraft): SchemeDraft => ({
      ...draft,
      parts: draft.parts.map((part) => (part.id === partId ? { ...part, criteria: list(part.criteria) } : part)),
    });
  const change = (to: Partial<CriterionDraft>) => pen.write(among((criteria) => replaced(criteria, id, to)));
  return (
    <fieldset className="criterion-editor">
      <legend>
        {t('assessment.criterion')} {code}
        <ListTools
          name={`${code} ${name}`}
          first={first}
          last={last}
          onMove={(step) => pen.write(among((criteria) => moved(criteria, id, step)))}
          onRemove={() =>
            pen.takeOut(
              among((criteria) => without(criteria, id)),
              `${code} ${name}`,
            )
          }
        />
      </legend>
      <div className="scheme-row">
        <TextField
          id={`${id}.code`}
          label={t('assessment.code')}
          value={code}
          onChange={(value) => change({ code: value })}
        />
        <TextField
          id={`${id}.name`}
          label={t('assessment.criterionName')}
          value={name}
          onChange={(value) => change({ name: value })}
        />
        <TextField
          id={`${id}.marks`}
          label={t('assessment.marks')}
          value={marks}
          figure
          onChange={(value) => change({ marks: value })}
        />
      </div>
      <div className="rule-row">
        <RuleEditor criterion={criterion} onChange={change} />
        <SelectionEditor year={year} criterion={criterion} onChange={change} />
        <p className="hint">
          {t('assessment.scorer.said', { who: t(`assessment.scorer.${kind === 'manual' ? 'office' : 'computed'}`) })}
        </p>
      </div>
    </fieldset>
  );
});
