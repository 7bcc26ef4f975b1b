/** The running year's assessment (本年考核): opened a few days ago by the district's template, self-scores coming in. */
import { addDays, dayOf } from '../kernel/clock';
import { DISTRICT_HUNDRED } from '../assessment/templates/district-hundred';
import { type CriterionNode, isGroup, type SchemeDefinition } from '../assessment/scheme-types';
import type { DemoDistrict, Place } from './district';
import type { Lane } from './lane';

/** What the first sub-districts give themselves, in the order of the report; the others have not begun. */
const selfScores: readonly { readonly points: string; readonly reason: string; readonly handsIn: boolean }[] = [
  { points: '9.00', reason: '社区动态管理试点形成经验，台账齐全。', handsIn: true },
  { points: '8.50', reason: '职工文化活动和普法宣传有特色。', handsIn: true },
  { points: '8.00', reason: '心灵驿站持续开展，尚在补充材料。', handsIn: false },
];

const BEGUN_AGO = 3;

/** Opens it on a working day shortly before `now`; what a union claims is its own until it hands it in. */
export async function assessThisYear(lane: Lane, district: DemoDistrict, now: Date): Promise<void> {
  const begun = addDays(dayOf(now), -BEGUN_AGO);
  const year = Number(begun.slice(0, 4));
  lane.begin();
  lane.moveTo(begun);
  const title = `${year} 年度街道总工会工作考核方案`;
  const scheme = await lane.schemes.create(district.actor, { year, title, definition: definitionOfDemo() });
  const { id } = await lane.assessments.open(district.actor, { schemeId: scheme.id });
  for (const [no, place] of district.below.entries()) await claim(lane, place, id, selfScores[no]);
}

async function claim(
  lane: Lane,
  { actor }: Place,
  id: string,
  own: (typeof selfScores)[number] | undefined,
): Promise<void> {
  if (own === undefined) return;
  const { points, reason, handsIn } = own;
  await lane.selfScores.give(actor, id, 'E2', { points, reason });
  if (handsIn) await lane.selfScores.submit(actor, id);
}

/** The template, with the year's own founding tasks in the place of tasks that carry its codes. */
function definitionOfDemo(): SchemeDefinition {
  const fed = (node: CriterionNode): CriterionNode =>
    isGroup(node)
      ? { ...node, criteria: node.criteria.map(fed) }
      : { ...node, ...(node.code === 'A1' ? { tasks: { programmes: ['S05'] } } : {}) };
  return {
    ...DISTRICT_HUNDRED,
    parts: DISTRICT_HUNDRED.parts.map((part) => ({ ...part, criteria: part.criteria.map(fed) })),
  };
}
