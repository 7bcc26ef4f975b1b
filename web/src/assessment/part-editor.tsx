/** One part of a scheme with its criteria, as they are typed. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListError, TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import { RuleEditor } from './rule-editor';
import { type CriterionDraft, type PartDraft, newCriterion } from './scheme-draft';
import { SelectionEditor } from './selection-editor';
import { SumLine } from './sum-line';

interface Props {
  year: string;
  part: PartDraft;
  first: boolean;
  last: boolean;
  onChange: (change: Partial<PartDraft>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  /** A criterion is taken out: what stood there can be brought back. */
  onTakeOut: (criteria: readonly CriterionDraft[], name: string) => void;
}

export function PartEditor({ year, part, first, last, onChange, onMove, onRemove, onTakeOut }: Props) {
  const { t } = useTranslation();
  const { id, code, name, marks, criteria } = part;
  return (
    <section className="part-editor" aria-label={`${t('assessment.part')} ${code}`}>
      <h2>
        {t('assessment.part')} {code} {name}
        <ListTools name={`${code} ${name}`} first={first} last={last} onMove={onMove} onRemove={onRemove} />
      </h2>
      <div className="scheme-row">
        <TextField
          id={`${id}.code`}
          label={t('assessment.code')}
          value={code}
          onChange={(value) => onChange({ code: value })}
        />
        <TextField
          id={`${id}.name`}
          label={t('assessment.partName')}
          value={name}
          onChange={(value) => onChange({ name: value })}
        />
        <TextField
          id={`${id}.marks`}
          label={t('assessment.partMarks')}
          value={marks}
          figure
          onChange={(value) => onChange({ marks: value })}
        />
      </div>
      <ListError id={`${id}.criteria`} />
      {criteria.map((criterion, index) => (
        <CriterionEditor
          key={criterion.id}
          year={year}
          criterion={criterion}
          first={index === 0}
          last={index === criteria.length - 1}
          onChange={(change) => onChange({ criteria: replaced(criteria, criterion.id, change) })}
          onMove={(step) => onChange({ criteria: moved(criteria, criterion.id, step) })}
          onRemove={() => onTakeOut(without(criteria, criterion.id), `${criterion.code} ${criterion.name}`)}
        />
      ))}
      <div className="deeds">
        <Button onClick={() => onChange({ criteria: [...criteria, newCriterion(code, criteria)] })}>
          {t('assessment.addCriterion')}
        </Button>
        <SumLine kind="part" whole={marks} marks={criteria.map((criterion) => criterion.marks)} />
      </div>
    </section>
  );
}

interface CriterionProps {
  year: string;
  criterion: CriterionDraft;
  first: boolean;
  last: boolean;
  onChange: (change: Partial<CriterionDraft>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

function CriterionEditor({ year, criterion, first, last, onChange, onMove, onRemove }: CriterionProps) {
  const { t } = useTranslation();
  const { id, code, name, marks, kind } = criterion;
  return (
    <fieldset className="criterion-editor">
      <legend>
        {t('assessment.criterion')} {code}
        <ListTools name={`${code} ${name}`} first={first} last={last} onMove={onMove} onRemove={onRemove} />
      </legend>
      <div className="scheme-row">
        <TextField
          id={`${id}.code`}
          label={t('assessment.code')}
          value={code}
          onChange={(value) => onChange({ code: value })}
        />
        <TextField
          id={`${id}.name`}
          label={t('assessment.criterionName')}
          value={name}
          onChange={(value) => onChange({ name: value })}
        />
        <TextField
          id={`${id}.marks`}
          label={t('assessment.marks')}
          value={marks}
          figure
          onChange={(value) => onChange({ marks: value })}
        />
      </div>
      <div className="rule-row">
        <RuleEditor criterion={criterion} onChange={onChange} />
        <SelectionEditor year={year} criterion={criterion} onChange={onChange} />
        <p className="hint">
          {t('assessment.scorer.title')}：{t(`assessment.scorer.${kind === 'manual' ? 'office' : 'computed'}`)}
        </p>
      </div>
    </fieldset>
  );
}
