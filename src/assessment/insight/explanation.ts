/** The explanation of a sheet (得分说明): each criterion with its sources, each part with its sum. */
import type { Json } from '../rules/rule';
import type { SchemeDefinition } from '../scheme-types';
import type { ExplainedCriterionView, ExplainedPartView, ExplainedTaskView } from './explanation.view';
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

export function explained(told: Told, { entries, files }: Sources): ExplainedCriterionView {
  const { code, points, arithmetic, judgement, groups } = told;
  const tasks = tasksOf(told.inputs);
  // Tasks, entries and the judgement are told with their sources.
  const { tasks: _, entries: __, judgement: ___, ...inputs } = told.inputs;
  const backing = files.filter(({ criterion }) => criterion === code).slice(0, MOST_FILES);
  return {
    code,
    name: told.name,
    part: told.part,
    groups: [...groups],
    marks: told.marks,
    points,
    scorer: told.scorer,
    bonus: told.bonus,
    rule: told.rule,
    explanation: told.explanation,
    arithmetic: arithmetic === null || points === null ? null : `${arithmetic} = ${points}`,
    tasks: tasks.slice(0, MOST_TASKS).map(taskOf),
    taskCount: tasks.length,
    entryIds: entries.filter(({ kind, criterion }) => kind === 'occurrence' && criterion === code).map(({ id }) => id),
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
  const lines = added.extras.map(({ kind, code, name, points, arithmetic, entryIds }) => ({
    kind,
    code,
    name,
    points,
    arithmetic: `${arithmetic} = ${points}`,
    entryIds: [...entryIds],
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
