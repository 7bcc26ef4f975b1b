/** One criterion of a scheme as it is typed: its marks, its rule with a live example, its tasks, who scores it. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import type { Around } from './node-list';
import { RuleEditor } from './rule-editor';
import { RuleExample } from './rule-example';
import type { CriterionDraft, NodeDraft } from './scheme-draft';
import { ScorerEditor } from './scorer-editor';
import { SelectionEditor } from './selection-editor';
import { below } from './tree';

interface Props extends Around {
  ownerId: string;
  criterion: CriterionDraft;
  first: boolean;
  last: boolean;
}

export const CriterionEditor = memo(function CriterionEditor(props: Props) {
  const { t } = useTranslation();
  const { year, weight, offices, pen, ownerId, criterion, first, last } = props;
  const { id, code, name, marks, note } = criterion;
  const change = (to: Partial<CriterionDraft>) =>
    pen.write(below(ownerId, (list) => replaced<NodeDraft>(list, id, to)));
  return (
    <fieldset className="criterion-editor">
      <legend>
        {t('assessment.criterion')} {code}
        <ListTools
          name={`${code} ${name}`}
          first={first}
          last={last}
          onMove={(step) => pen.write(below(ownerId, (list) => moved(list, id, step)))}
          onRemove={() =>
            pen.takeOut(
              below(ownerId, (list) => without(list, id)),
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
      <div className="rule-area">
        <div className="rule-row">
          <RuleEditor criterion={criterion} onChange={change} />
          <SelectionEditor year={year} criterion={criterion} onChange={change} />
          <ScorerEditor criterion={criterion} offices={offices} onChange={change} />
          <TextField
            id={`${id}.note`}
            label={t('scheme.note')}
            value={note}
            className="wide-field"
            onChange={(value) => change({ note: value })}
          />
        </div>
        <RuleExample criterion={criterion} weight={weight} />
      </div>
    </fieldset>
  );
});
