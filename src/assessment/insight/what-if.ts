/** What would be different (试算条件), laid over what is known of a union; what cannot be is refused with its field. */
import { DomainError, Refused } from '../../kernel/errors';
import type { Judgement, TaskFact } from '../facts';
import { ruleOf } from '../rules/rules';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from '../scheme-types';
import { type EntryFact, scoreCriterion, type UnionFacts } from '../scoring';

/** Lists as they were handed in; each field of a refusal is named below its list. */
export interface WhatIf {
  readonly tasks?: readonly {
    readonly taskId: string;
    readonly done?: string;
    readonly timeliness?: NonNullable<TaskFact['timeliness']>;
  }[];
  readonly scores?: readonly (Pick<Judgement, 'points' | 'numerator' | 'denominator' | 'counts'> & {
    readonly criterion: string;
  })[];
  readonly entries?: readonly {
    readonly kind: EntryFact['kind'];
    readonly criterion?: string;
    readonly ground: string;
    readonly count: number;
    readonly points?: string;
  }[];
}

/**
 * The facts as they would be. Throws Refused for a task that is not the union's, a criterion nobody judges or that
 * the scheme does not have, a ground it does not know, and for what a rule cannot be fed with.
 */
export function laidOver(
  definition: SchemeDefinition,
  facts: UnionFacts,
  { tasks = [], scores = [], entries = [] }: WhatIf,
): UnionFacts {
  const placed = new Map(criteriaOf(definition).map((each) => [each.criterion.code, each]));
  const changed = new Map<string, Partial<TaskFact>>();
  for (const [i, { taskId, done, timeliness }] of tasks.entries()) {
    const known = facts.tasks.some((task) => task.taskId === taskId);
    if (!known || changed.has(taskId)) refuseTask(`tasks[${i}].taskId`, known);
    changed.set(taskId, {
      ...(done === undefined ? {} : { done }),
      ...(timeliness === undefined ? {} : { timeliness }),
    });
  }
  const given = new Map<string, Judgement>(Object.entries(facts.judgements));
  for (const [i, { criterion, ...one }] of scores.entries())
    given.set(criterion, judgementOf(placed.get(criterion), one, `scores[${i}]`));
  return {
    ...facts,
    tasks: facts.tasks.map((task) => ({ ...task, ...changed.get(task.taskId) })),
    judgements: Object.fromEntries(given),
    entries: [...facts.entries, ...entries.map((entry, i) => entryOf(definition, placed, entry, i))],
  };
}

function judgementOf(
  placed: PlacedCriterion | undefined,
  given: Omit<Judgement, 'reason' | 'by' | 'at'>,
  place: string,
) {
  if (placed === undefined)
    return refuse(`${place}.criterion`, '方案中没有这一项。', 'The scheme has no such criterion.');
  if (placed.criterion.scorer === 'computed')
    return refuse(
      `${place}.criterion`,
      '本项由系统计算，不由人评分。',
      'This criterion is computed; nobody judges it.',
    );
  const judgement: Judgement = { ...given, reason: '试算', by: '', at: '' };
  try {
    scoreCriterion(placed, { tasks: [], weight: placed.weight, judgement });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [first] = error.errors;
    throw new Refused(error.code, error.words, `${place}.${first?.field ?? 'criterion'}`);
  }
  return judgement;
}

function entryOf(
  definition: SchemeDefinition,
  criteria: ReadonlyMap<string, PlacedCriterion>,
  { kind, criterion, ground, count, points }: NonNullable<WhatIf['entries']>[number],
  i: number,
): EntryFact {
  const place = `entries[${i}]`;
  const open = pointsAreOpen(definition, criteria, { kind, criterion, ground }, place);
  if (open && points === undefined)
    refuse(
      `${place}.points`,
      '这一类没有规定每次的分值，应填写分值。',
      'This kind leaves the points to the entry: state them.',
    );
  if (!open && points !== undefined)
    refuse(`${place}.points`, '分值由方案规定，不应填写。', 'The scheme says how many points: leave them out.');
  return {
    kind,
    criterion: criterion ?? null,
    entryId: `what-if-${i + 1}`,
    ground,
    count,
    points: points ?? null,
    occurredOn: '',
    words: '试算',
    evidence: 0,
    recordedBy: '',
    approvedBy: '',
  };
}

/** Whether the kind leaves the points to each entry; refuses what the scheme does not know. */
function pointsAreOpen(
  { bonuses, penalties, vetoes = [] }: SchemeDefinition,
  criteria: ReadonlyMap<string, PlacedCriterion>,
  { kind, criterion, ground }: { kind: EntryFact['kind']; criterion: string | undefined; ground: string },
  place: string,
): boolean {
  if ((kind === 'occurrence') !== (criterion !== undefined))
    refuse(`${place}.criterion`, '只有按次计分的记录写明所属的项。', 'Exactly an occurrence names its criterion.');
  if (criterion !== undefined) {
    const rule = criteria.get(criterion)?.criterion.rule;
    if (rule === undefined) refuse(`${place}.criterion`, '方案中没有这一项。', 'The scheme has no such criterion.');
    const known = ruleOf(rule.kind)
      ?.grounds(rule)
      .some(({ code }) => code === ground);
    return known === true ? false : unknownGround(place);
  }
  if (kind === 'veto') return vetoes.some(({ code }) => code === ground) ? false : unknownGround(place);
  const found = (kind === 'bonus' ? bonuses : penalties)?.kinds.find(({ code }) => code === ground);
  return found === undefined ? unknownGround(place) : found.each === undefined;
}

const unknownGround = (place: string): never =>
  refuse(`${place}.ground`, '方案中没有这种情形。', 'The scheme knows no such ground.');

function refuseTask(field: string, twice: boolean): never {
  if (twice) return refuse(field, '同一任务只应写一次。', 'State each task once.');
  return refuse(field, '该工会本年度没有这项任务。', 'The union has no such task in this year.');
}

function refuse(field: string, zh: string, en: string): never {
  throw new Refused('simulation.impossible', { zh, en }, field);
}
