/** What would be different (试算条件), laid over what is known of a union; what cannot be is refused with its field. */
import { DomainError, Refused } from '../../kernel/errors';
import { checkEntry } from '../entry/entry-check';
import type { Judgement, TaskFact } from '../facts';
import { checkGiven, findsFacts, pointsGiven } from '../given-check';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from '../scheme-types';
import { type EntryFact, factsFor, type UnionFacts } from '../scoring';
import type { Given } from '../stage';

/** Lists as they were handed in; each field of a refusal is named below its list. */
export interface WhatIf {
  readonly tasks?: readonly {
    readonly taskId: string;
    readonly done?: string;
    readonly timeliness?: NonNullable<TaskFact['timeliness']>;
  }[];
  readonly scores?: readonly (Given & { readonly criterion: string })[];
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
  const worked = { ...facts, tasks: changedTasks(facts.tasks, tasks) };
  const placed = new Map(criteriaOf(definition).map((each) => [each.criterion.code, each]));
  const given = new Map<string, Judgement>(Object.entries(facts.judgements));
  for (const [i, { criterion, ...one }] of scores.entries())
    given.set(criterion, judgementOf(placed.get(criterion), worked, one, `scores[${i}]`));
  return {
    ...worked,
    judgements: Object.fromEntries(given),
    entries: [...facts.entries, ...entries.map((entry, i) => entryOf(definition, entry, i))],
  };
}

function changedTasks(known: readonly TaskFact[], tasks: NonNullable<WhatIf['tasks']>): TaskFact[] {
  const changed = new Map<string, Partial<TaskFact>>();
  for (const [i, { taskId, done, timeliness }] of tasks.entries()) {
    const field = `tasks[${i}].taskId`;
    if (!known.some((task) => task.taskId === taskId))
      refuse(field, '该工会本年度没有这项任务。', 'The union has no such task in this year.');
    if (changed.has(taskId)) refuse(field, '同一任务只应写一次。', 'State each task once.');
    changed.set(taskId, { ...(done && { done }), ...(timeliness && { timeliness }) });
  }
  return known.map((task) => ({ ...task, ...changed.get(task.taskId) }));
}

function judgementOf(placed: PlacedCriterion | undefined, facts: UnionFacts, given: Given, place: string): Judgement {
  const field = `${place}.criterion`;
  if (placed === undefined)
    return refuse(field, '没有这一项，或本项不能试算。', 'There is no such criterion to simulate.');
  if (placed.criterion.scorer === 'computed' && findsFacts(placed, factsFor(placed, facts)))
    return refuse(field, '本项由系统计算，不由人评分。', 'This criterion is computed; nobody judges it.');
  const judgement: Judgement = { ...given, reason: '试算', by: '', at: '' };
  below(place, () => {
    checkGiven(placed, given);
    pointsGiven(placed, judgement);
  });
  return judgement;
}

function entryOf(
  definition: SchemeDefinition,
  { kind, criterion, ground, count, points }: NonNullable<WhatIf['entries']>[number],
  i: number,
): EntryFact {
  const day = '2000-01-01';
  const named = { ...(criterion !== undefined && { criterion }), ...(points !== undefined && { points }) };
  const entry = { kind, ground, count, ...named, occurredOn: day, words: '试算' };
  below(`entries[${i}]`, () => checkEntry(definition, entry, 2000, day));
  return {
    ...entry,
    criterion: criterion ?? null,
    points: points ?? null,
    entryId: `what-if-${i + 1}`,
    evidence: 0,
    recordedBy: '',
    approvedBy: '',
  };
}

/** A refusal names its field below the place it was handed in at. */
function below(place: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [first] = error.errors;
    throw new Refused(error.code, error.words, `${place}.${first?.field ?? 'criterion'}`);
  }
}

function refuse(field: string, zh: string, en: string): never {
  throw new Refused('simulation.impossible', { zh, en }, field);
}
