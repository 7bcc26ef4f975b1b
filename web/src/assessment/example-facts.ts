/** Made-up facts to try a rule with (试算): a union that stands exactly where one turns the figures to. */
import { Decimal } from 'decimal.js';
import type { CriterionFacts, TaskFact } from '../../../src/assessment/facts';
import type { Over, Rule } from './definition';

export interface Tried {
  /** Whole percent. */
  readonly percent: number;
  /** By the code of the ground. */
  readonly counts: Readonly<Record<string, number>>;
  readonly points: string;
  /** What the made-up task and its unit of counting are called, and what the made-up reason is. */
  readonly words: { readonly task: string; readonly unit: string; readonly reason: string };
}

/** The others of the class, in percent, for rules that compare. */
export const OTHERS = [95, 88, 80, 72, 60] as const;

export function exampleFacts(rule: Rule, weight: string, tried: Tried): CriterionFacts {
  const { percent, counts, points, words } = tried;
  const over = ('over' in rule ? rule.over : undefined) ?? 'completion';
  const base = { tasks: [], weight };
  switch (rule.kind) {
    case 'manual':
      return { ...base, judgement: { reason: words.reason, by: '', at: '', points } };
    case 'deduction':
    case 'counted':
      return { ...base, occurrences: Object.entries(counts).map(([ground, count]) => occurrence(ground, count)) };
    default:
      return { ...base, ...measuredAt(over, percent, words), peers: [percent, ...OTHERS].map(rateOf) };
  }
}

const rateOf = (percent: number) => ({ top: BigInt(Math.min(percent, 200)), bottom: 100n });

function measuredAt(over: Over, percent: number, words: Tried['words']): Pick<CriterionFacts, 'tasks' | 'judgement'> {
  const task = (more: Partial<TaskFact>) => ({ ...TASK, title: words.task, unit: words.unit, ...more });
  const [full, lack] = [Math.min(percent, 100), Math.max(0, 100 - percent)];
  switch (over) {
    case 'completion':
      return { tasks: [task({ done: new Decimal(percent).toFixed() })] };
    case 'punctuality':
      return {
        tasks: [
          ...Array.from({ length: full }, () => task({ timeliness: 'on_time' })),
          ...Array.from({ length: lack }, () => task({ timeliness: 'late' })),
        ],
      };
    case 'quality':
      return { tasks: [task({ received: 100, returned: lack })] };
    default: {
      const stated = { numerator: String(percent), denominator: '100', reason: words.reason, by: '', at: '' };
      return { tasks: [], judgement: stated };
    }
  }
}

const TASK: TaskFact = {
  taskId: 'example',
  title: '',
  programme: '',
  unit: '',
  target: '100',
  done: '0',
  pending: '0',
  weight: '1',
  timeliness: null,
  received: 0,
  returned: 0,
  reportIds: ['example'],
};

const occurrence = (ground: string, count: number) => ({
  entryId: ground,
  ground,
  count,
  points: null,
  occurredOn: '',
  words: '',
  evidence: 0,
  recordedBy: '',
  approvedBy: '',
});
