/** A criterion that is made of others, as it is typed. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './fields';
import { ListTools } from './list-tools';
import { moved, replaced, without } from './lists';
import { type Around, NodeList } from './node-list';
import type { GroupDraft, NodeDraft } from './scheme-draft';
import { below } from './tree';

interface Props extends Around {
  ownerId: string;
  group: GroupDraft;
  depth: number;
  first: boolean;
  last: boolean;
}

export const GroupEditor = memo(function GroupEditor({ ownerId, group, depth, first, last, ...around }: Props) {
  const { t } = useTranslation();
  const { pen } = around;
  const { id, code, name, marks, note, criteria } = group;
  const change = (to: Partial<GroupDraft>) => pen.write(below(ownerId, (list) => replaced<NodeDraft>(list, id, to)));
  return (
    <fieldset className="criterion-editor group-editor">
      <legend>
        {t('scheme.group')} {code}
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
      <TextField
        id={`${id}.note`}
        label={t('scheme.note')}
        value={note}
        onChange={(value) => change({ note: value })}
      />
      <NodeList ownerId={id} prefix={`${code}.`} marks={marks} nodes={criteria} depth={depth + 1} {...around} />
    </fieldset>
  );
});
