/** One part of a scheme with its criteria, as they are typed. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import { NodeList } from './node-list';
import type { Pen } from './pen';
import type { PartDraft } from './scheme-draft';
import type { OfficeDraft } from './terms-draft';

interface Props {
  year: string;
  part: PartDraft;
  offices: readonly OfficeDraft[];
  first: boolean;
  last: boolean;
  pen: Pen;
}

export const PartEditor = memo(function PartEditor({ year, part, offices, first, last, pen }: Props) {
  const { t } = useTranslation();
  const { id, code, name, marks, weight, criteria } = part;
  const change = (to: Partial<PartDraft>) => pen.write((draft) => ({ ...draft, parts: replaced(draft.parts, id, to) }));
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
      <div className="scheme-row part-row-fields">
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
        <TextField
          id={`${id}.weight`}
          label={t('scheme.weight')}
          value={weight}
          figure
          suffix="%"
          wrong={t('scheme.weightWrong')}
          onChange={(value) => change({ weight: value })}
        />
      </div>
      <NodeList
        ownerId={id}
        prefix={code}
        marks={marks}
        nodes={criteria}
        depth={1}
        year={year}
        weight={weight}
        offices={offices}
        pen={pen}
      />
    </section>
  );
});
