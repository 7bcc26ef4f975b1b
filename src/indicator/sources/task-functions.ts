/** `tasks.sum` and `tasks.count`: work tasks (工作任务) of the period's year, by programme or code. Pure. */
import { recordOf, requireArguments, requireKeys, textOf, wordOf } from '../expression/arguments';
import { Mistake } from '../expression/mistake';
import type { Call, Node } from '../expression/syntax';
import type { TasksAsked } from './asked';

function asked(what: TasksAsked['what'], filter: Node | undefined, call: Call): { asked: TasksAsked; unit: null } {
  const entries = filter === undefined ? new Map<string, Node>() : recordOf(filter);
  requireKeys(entries, ['programme', 'code']);
  const [programme, code] = [entries.get('programme'), entries.get('code')];
  if (programme === undefined && code === undefined) throw new Mistake('tasks', WHICH, (filter ?? call).place);
  const word = (node: Node | undefined): string | null => (node === undefined ? null : textOf(node));
  return { asked: { source: 'tasks', what, programme: word(programme), code: word(code) }, unit: null };
}

export const taskFunctions = {
  'tasks.count': (call: Call) => {
    requireArguments(call, 1, 1);
    return asked('count', call.args[0], call);
  },
  'tasks.sum': (call: Call) => {
    requireArguments(call, 2, 2);
    const [what, filter] = call.args;
    if (what === undefined) throw new Mistake('tasks', WHICH, call.place);
    return asked(wordOf(what, ['done', 'target']), filter, call);
  },
};

const WHICH = {
  zh: '应写明哪些任务：programme（项目代码）或 code（任务代码）。',
  en: 'It should say which tasks: by programme or by code.',
};
