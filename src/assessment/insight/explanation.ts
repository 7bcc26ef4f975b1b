/** The explanation of a sheet (得分说明): each criterion with its sources, each part with its sum. */
import { foodOf } from '../given-check';
import type { Json } from '../rules/rule';
import { ruleOf } from '../rules/rules';
import type { PlacedCriterion, SchemeDefinition } from '../scheme-types';
import { isCountable } from '../countable';
import type { ExplainedCriterionView, ExplainedPartView, ExplainedTaskView, GroundFactView } from './explanation.view';
import type { Sources } from './sources.reader';
import type { Told } from './told';
import { type Added, totalled, vetoWords, wholeOf } from './whole';
import type { WholeView } from './whole.view';

const MOST_TASKS = 50;
const MOST_REPORTS_OF_A_TASK = 10;
const MOST_FILES = 10;

/** The reports that an explanation of these criteria names, each once. */
export function reportsOf(told: readonly Told[]): string[] {
  const named = told.flatMap(({ inputs }) => tasksOf(inputs).slice(0, MOST_TASKS).flatMap(reportIdsOf));
  return [...new Set(named)];
}

/** `placed` is the criterion as it stands in the scheme. */
export function explained(
  told: Told,
  { entries, files }: Sources,
  placed: PlacedCriterion | undefined,
): ExplainedCriterionView {
  const rule = placed?.criterion.rule;
  const { code, points, arithmetic, judgement, groups, corrections } = told;
  const worked = corrections[0]?.old ?? points;
  const tasks = tasksOf(told.inputs);
  // Tasks, entries and the judgement are told with their sources.
  const { tasks: _, entries: __, judgement: ___, facts: counted, ...inputs } = told.inputs;
  const backing = files.filter(({ criterion }) => criterion === code).slice(0, MOST_FILES);
  return {
    code,
    name: told.name,
    part: told.part,
    groups: [...groups],
    marks: told.marks,
    points,
    scorer: told.scorer,
    takes: placed === undefined || told.scorer === 'computed' ? null : foodOf(placed),
    grounds:
      (rule && ruleOf(rule.kind)?.grounds(rule))?.map((ground) => ({ code: ground.code, name: ground.name })) ?? [],
    bonus: told.bonus,
    rule: told.rule,
    explanation: told.explanation,
    arithmetic: arithmetic === null || worked === null ? null : `${arithmetic} = ${worked}`,
    corrections: [...corrections],
    tasks: tasks.slice(0, MOST_TASKS).map(taskOf),
    taskCount: tasks.length,
    entryIds: entries.filter(({ kind, criterion }) => kind === 'occurrence' && criterion === code).map(({ id }) => id),
    facts: factsOf(counted),
    judgement: judgement && { ...judgement, evidence: backing.map(({ id, name }) => ({ id, name })) },
    self: told.self,
    inputs,
    nextUnit: told.nextUnit,
  };
}

/** Each part as the sum of its criteria. */
export function explainedParts(
  parts: readonly Pick<ExplainedPartView, 'code' | 'name' | 'marks'>[],
  told: readonly Told[],
): ExplainedPartView[] {
  return parts.map(({ code, name, marks }) => {
    const mine = told.filter(({ part }) => part === code).map(({ points }) => points);
    return { code, name, marks, ...totalled(mine) };
  });
}

export function explainedWhole(definition: SchemeDefinition, added: Added, { entries }: Sources): WholeView {
  const lines = added.extras.map(({ kind, code, name, points, arithmetic, entryIds, facts = [] }) => ({
    kind,
    code,
    name,
    points,
    arithmetic: `${arithmetic} = ${points}`,
    entryIds: [...entryIds],
    facts: [...facts],
  }));
  const vetoes = (definition.vetoes ?? [])
    .filter(({ code }) => added.vetoes.includes(code))
    .map((veto) => ({
      code: veto.code,
      name: veto.name,
      effect: veto.effect,
      words: vetoWords(veto),
      entryIds: entries.filter(({ kind, ground }) => kind === 'veto' && ground === veto.code).map(({ id }) => id),
    }));
  return { ...wholeOf(definition, added), lines, vetoes };
}

type Inputs = Readonly<Record<string, Json>>;

const isInputs = (value: Json): value is Inputs => typeof value === 'object' && value !== null && !Array.isArray(value);

const tasksOf = ({ tasks }: Inputs): Inputs[] => (Array.isArray(tasks) ? tasks.filter(isInputs) : []);

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

const allReportIds = ({ reportIds }: Inputs): string[] =>
  Array.isArray(reportIds) ? reportIds.filter((id) => typeof id === 'string') : [];

const reportIdsOf = (task: Inputs): string[] => allReportIds(task).slice(0, MOST_REPORTS_OF_A_TASK);

/** What the platform counted for a criterion, with the ground it counts for. */
const factsOf = (counted: Json | undefined): GroundFactView[] =>
  Array.isArray(counted)
    ? counted.filter(isInputs).flatMap(({ ground, fact, id, day, words, taskId, orderId }) =>
        isCountable(fact)
          ? [
              {
                ground: textOf(ground) ?? '',
                fact,
                id: textOf(id) ?? '',
                day: textOf(day) ?? '',
                words: textOf(words) ?? '',
                taskId: textOf(taskId),
                orderId: textOf(orderId),
              },
            ]
          : [],
      )
    : [];

function taskOf(task: Inputs): ExplainedTaskView {
  return {
    taskId: textOf(task['taskId']) ?? '',
    title: textOf(task['title']) ?? '',
    unit: textOf(task['unit']),
    done: textOf(task['done']),
    pending: textOf(task['pending']),
    target: textOf(task['target']),
    weight: textOf(task['weight']),
    timeliness: textOf(task['timeliness']),
    reportIds: reportIdsOf(task),
    reports: allReportIds(task).length,
  };
}
