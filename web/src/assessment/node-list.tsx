/** The criteria below a part or a group, as they are typed, and what adds further ones. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CriterionEditor } from './criterion-editor';
import { ListError } from './fields';
import { GroupEditor } from './group-editor';
import { type Pen, focusName } from './pen';
import { isGroupDraft, newCriterion, newGroup, type NodeDraft } from './scheme-draft';
import { SumLine } from './sum-line';
import type { OfficeDraft } from './terms-draft';
import { below } from './tree';

/** What every criterion of the form has to know. */
export interface Around {
  readonly year: string;
  /** Of the part, in percent, as typed. */
  readonly weight: string;
  readonly offices: readonly OfficeDraft[];
  readonly pen: Pen;
}

interface Props extends Around {
  ownerId: string;
  /** What the codes of further criteria begin with. */
  prefix: string;
  marks: string;
  nodes: readonly NodeDraft[];
  depth: number;
}

const DEEPEST = 8;

export function NodeList({ ownerId, prefix, marks, nodes, depth, ...around }: Props) {
  const { t } = useTranslation();
  const add = (added: NodeDraft) => {
    around.pen.write(below(ownerId, (list) => [...list, added]));
    focusName(added.id);
  };
  return (
    <>
      <ListError id={`${ownerId}.criteria`} />
      {nodes.map((node, index) => {
        const place = { ownerId, first: index === 0, last: index === nodes.length - 1, ...around };
        return isGroupDraft(node) ? (
          <GroupEditor key={node.id} group={node} depth={depth} {...place} />
        ) : (
          <CriterionEditor key={node.id} criterion={node} {...place} />
        );
      })}
      <div className="deeds">
        <Button onClick={() => add(newCriterion(prefix, nodes))}>{t('assessment.addCriterion')}</Button>
        {depth < DEEPEST && <Button onClick={() => add(newGroup(prefix, nodes))}>{t('scheme.addGroup')}</Button>}
        <SumLine kind={depth === 1 ? 'part' : 'group'} whole={marks} marks={nodes.map((node) => node.marks)} />
      </div>
    </>
  );
}
