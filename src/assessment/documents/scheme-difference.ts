/** What changed from one version of a scheme to the next (方案版本差异), in words a person reads. */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import { isGroup } from '../scheme-types';
import type { CriterionNode, PartDefinition, SchemeDefinition } from '../scheme-types';

/** A scheme with what is written on its cover. */
export interface Described {
  readonly title: string;
  readonly year: number;
  readonly definition: SchemeDefinition;
}

/** In the order of the newer document; empty when nothing changed. */
export function schemeDifference(before: Described, after: Described): Words[] {
  return [
    ...valueChange({ zh: '方案名称', en: 'The title' }, before.title, after.title),
    ...valueChange({ zh: '年度', en: 'The year' }, String(before.year), String(after.year)),
    ...marksChange({ zh: '满分', en: 'The full marks' }, before.definition.fullMarks, after.definition.fullMarks),
    ...piecesChange(piecesOf(before.definition), piecesOf(after.definition)),
    ...otherChanges(before.definition, after.definition),
  ];
}

/** A part, group or criterion with the place it stands in. */
interface Piece {
  readonly key: string;
  readonly name: Words;
  readonly within: string;
  readonly node: PartDefinition | CriterionNode;
}

function piecesOf({ parts }: SchemeDefinition): Piece[] {
  const below = (nodes: readonly CriterionNode[], within: string): Piece[] =>
    nodes.flatMap((node) => [
      { key: `item ${node.code}`, name: called('考核内容', 'Criterion', node), within, node },
      ...(isGroup(node) ? below(node.criteria, node.code) : []),
    ]);
  return parts.flatMap((part) => [
    { key: `part ${part.code}`, name: called('考核部分', 'Part', part), within: '', node: part },
    ...below(part.criteria, part.code),
  ]);
}

const called = (zh: string, en: string, { code, name }: { code: string; name: string }): Words => ({
  zh: `${zh} ${code}“${name}”`,
  en: `${en} ${code}`,
});

function piecesChange(before: readonly Piece[], after: readonly Piece[]): Words[] {
  const [old, now] = [before, after].map((pieces) => new Map(pieces.map((piece) => [piece.key, piece])));
  const removed = before
    .filter(({ key }) => now?.has(key) !== true)
    .map(({ name }) => said(name, '已移除', 'was removed'));
  const kept = before.filter(({ key }) => now?.has(key) === true).map(({ key }) => key);
  const order = after.filter(({ key }) => old?.has(key) === true).map(({ key }) => key);
  const changed = after.flatMap((piece) => {
    const earlier = old?.get(piece.key);
    return earlier === undefined ? [added(piece)] : pieceChange(earlier, piece);
  });
  const moved = kept.join() === order.join() ? [] : [{ zh: '顺序有调整。', en: 'The order was changed.' }];
  return [...changed, ...removed, ...moved];
}

function added({ name, node }: Piece): Words {
  return said(name, `新增，${node.marks} 分`, `was added, ${node.marks} points`);
}

function pieceChange(before: Piece, after: Piece): Words[] {
  const { name } = after;
  const changes = [
    ...valueChange(of(name, '名称', 'its name'), before.node.name, after.node.name),
    ...marksChange(of(name, '分值', 'its marks'), before.node.marks, after.node.marks),
  ];
  if (before.within !== after.within) {
    changes.push(
      said(name, `从 ${before.within} 移到 ${after.within}`, `moved from ${before.within} to ${after.within}`),
    );
  }
  const [old, now] = [fieldsOf(before.node), fieldsOf(after.node)];
  for (const [field, { zh, en }] of Object.entries(FIELDS)) {
    if (!same(old[field], now[field])) changes.push(said(name, `${zh}有调整`, `: ${en} changed`));
  }
  return changes;
}

const FIELDS: Readonly<Record<string, Words>> = {
  weight: { zh: '权重', en: 'the weight' },
  rule: { zh: '评分规则', en: 'the rule' },
  tasks: { zh: '任务范围', en: 'the tasks' },
  scorer: { zh: '评分人', en: 'the scorer' },
  withoutFacts: { zh: '无数据时的处理', en: 'what it gives without facts' },
  note: { zh: '考核说明', en: 'the note' },
};

const fieldsOf = (node: object): Readonly<Record<string, unknown>> => ({ ...node });

function otherChanges(before: SchemeDefinition, after: SchemeDefinition): Words[] {
  const rooms = {
    offices: { zh: '考核部门', en: 'The offices' },
    bonuses: { zh: '加分项', en: 'The bonuses' },
    penalties: { zh: '减分项', en: 'The penalties' },
    vetoes: { zh: '一票否决', en: 'The vetoes' },
    classes: { zh: '考核分组', en: 'The classes' },
    grading: { zh: '等次评定', en: 'The grades' },
    ties: { zh: '同分处理', en: 'What equal points do' },
    course: { zh: '考核流程', en: 'The course' },
  } as const;
  return (Object.keys(rooms) as (keyof typeof rooms)[])
    .filter((room) => !same(before[room], after[room]))
    .map((room) => said(rooms[room], '有调整', 'changed'));
}

function valueChange(what: Words, before: string, after: string): Words[] {
  return before === after
    ? []
    : [{ zh: `${what.zh}由“${before}”改为“${after}”。`, en: `${what.en}: “${before}” became “${after}”.` }];
}

const marksChange = (what: Words, before: string, after: string): Words[] =>
  new Decimal(before).eq(after)
    ? []
    : [{ zh: `${what.zh}由 ${before} 分改为 ${after} 分。`, en: `${what.en}: ${before} became ${after} points.` }];

const of = ({ zh, en }: Words, field: string, english: string): Words => ({
  zh: `${zh}的${field}`,
  en: `${en}, ${english}`,
});

const said = ({ zh, en }: Words, words: string, english: string): Words => ({
  zh: `${zh}${words}。`,
  en: `${en}${english.startsWith(':') ? '' : ' '}${english}.`,
});

/** The same, whatever the order of the fields: the database keeps them in an order of its own. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
