/** One part of a scheme with its criteria, as they are typed. */
import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CriterionEditor } from './criterion-editor';
import { ListError, TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import { type Pen, focusName } from './pen';
import { type PartDraft, newCriterion } from './scheme-draft';
import { SumLine } from './sum-line';

interface Props {
  year: string;
  part: PartDraft;
  first: boolean;
  last: boolean;
  pen: Pen;
}

export const PartEditor = memo(function PartEditor({ year, part, first, last, pen }: Props) {
  const { t } = useTranslation();
  const { id, code, name, marks, criteria } = part;
  const change = (to: Partial<PartDraft>) => pen.write((draft) => ({ ...draft, parts: replaced(draft.parts, id, to) }));
  const add = () => {
    const added = newCriterion(code, criteria);
    change({ criteria: [...criteria, added] });
    focusName(added.id);
  };
  return (
    <section className="part-editor" aria-label={`${t('assessment.part')} ${code}`}>
      <h2>
        {t('assessment.part')} {code} {name}
        <ListTools
          name={`${code} ${name}`}
          first={first}
          last={last}
          onMove={(step) => pen.write((draft) => ({ ...draft, parts: moved(draft.parts, id, step) }))}
          onRemove={() => pen.takeOut((draft) => ({ ...draft, parts: without(draft.parts, id) }), `${code} ${name}`)}
        />
      </h2>
      <div className="scheme-row">
        <TextField
          id={`${id}.code`}
          label={t('assessment.code')}
          value={code}
          onChange={(value) => change({ code: value })}
        />
        <TextField
          id={`${id}.name`}
          label={t('assessment.partName')}
          value={name}
          onChange={(value) => change({ name: value })}
        />
        <TextField
          id={`${id}.marks`}
          label={t('assessment.partMarks')}
          value={marks}
          figure
          onChange={(value) => change({ marks: value })}
        />
      </div>
      <ListError id={`${id}.criteria`} />
      {criteria.map((criterion, index) => (
        <CriterionEditor
          key={criterion.id}
          year={year}
          partId={id}
          criterion={criterion}
          first={index === 0}
          last={index === criteria.length - 1}
          pen={pen}
        />
      ))}
      <div className="deeds">
        <Button onClick={add}>{t('assessment.addCriterion')}</Button>
        <SumLine kind="part" whole={marks} marks={criteria.map((criterion) => criterion.marks)} />
      </div>
    </section>
  );
});
