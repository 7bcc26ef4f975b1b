/**
 * The ladder (催办阶梯): which step tells whom, how many working days before or after the due day, by what channel.
 * A ladder of reviews (审核) counts from the day the report was handed in: whoever is to review owns the next move. Pure.
 */
import { Refused } from '../kernel/errors';

export const ladderKinds = ['task', 'review'] as const;
export type LadderKind = (typeof ladderKinds)[number];

/** officer: those of the union who report; reviewer: those who review; above: administrators of the tier above. */
export const whoms = ['officer', 'reviewer', 'administrator', 'above', 'leader'] as const;
export type Whom = (typeof whoms)[number];

export const channels = ['inbox', 'email', 'robot'] as const;
export type Channel = (typeof channels)[number];

/** In what tone it is said. */
export const templates = ['remind', 'urge', 'escalate'] as const;
export type Template = (typeof templates)[number];

export interface LadderStep {
  /** Its name for good: what was told under it is not told again, wherever the step moves. */
  readonly key: string;
  /** Working days from the due day (before: negative), or from the day the report was handed in. */
  readonly offset: number;
  readonly whom: readonly Whom[];
  readonly channels: readonly Channel[];
  /** Told at eight, not at the officer's hour, and on a day off too. */
  readonly urgent: boolean;
  readonly template: Template;
}

export const MOST_STEPS = 12;
export const FURTHEST = 60;

const step = (key: string, offset: number, template: Template, whom: Whom[], out: Channel[] = []): LadderStep => ({
  key,
  offset,
  whom,
  channels: ['inbox', ...out],
  urgent: false,
  template,
});

/**
 * The ladders of a district that has set none. The leader hears on the fifth working day after the due day: a whole week
 * in which the union, its administrator and the tier above could act, and still before the lights of the month are told.
 * The officer is told at every step upward: nobody is reported behind his back.
 */
export const builtIn: Readonly<Record<LadderKind, readonly LadderStep[]>> = {
  task: [
    step('before7', -7, 'remind', ['officer']),
    step('before3', -3, 'remind', ['officer'], ['email']),
    step('before1', -1, 'remind', ['officer'], ['email']),
    step('due', 0, 'remind', ['officer'], ['email']),
    step('after1', 1, 'urge', ['officer', 'administrator'], ['email']),
    step('after3', 3, 'escalate', ['officer', 'above'], ['email']),
    step('after5', 5, 'escalate', ['officer', 'leader'], ['email']),
  ],
  review: [
    step('review2', 2, 'remind', ['reviewer']),
    step('review4', 4, 'urge', ['reviewer', 'administrator'], ['email']),
    step('review6', 6, 'escalate', ['reviewer', 'above'], ['email']),
  ],
};

const allowed: Readonly<Record<LadderKind, readonly Whom[]>> = {
  task: ['officer', 'administrator', 'above', 'leader'],
  review: ['reviewer', 'administrator', 'above', 'leader'],
};

/** Errors (422): ladder.key, ladder.order, ladder.offset, ladder.whom, ladder.inbox. */
export function checkLadder(kind: LadderKind, steps: readonly LadderStep[]): void {
  steps.forEach((each, no) => {
    const earlier = steps.slice(0, no);
    if (earlier.some(({ key }) => key === each.key))
      throw refused(no, 'key', { zh: '步骤的代号不能重复。', en: 'No two steps have the same key.' });
    if (earlier.some(({ offset }) => offset >= each.offset))
      throw refused(no, 'order', { zh: '各步骤的天数须依次递增。', en: 'The days rise from step to step.' }, 'offset');
    if (kind === 'review' && each.offset < 1)
      throw refused(no, 'offset', {
        zh: '审核催办从报送后第 1 个工作日起算。',
        en: 'Reviews are chased from the first working day after the report was handed in.',
      });
    if (!each.whom.every((whom) => allowed[kind].includes(whom)))
      throw refused(no, 'whom', {
        zh: `对象只能是：${allowed[kind].join('、')}。`,
        en: `It tells only: ${allowed[kind].join(', ')}.`,
      });
    if (!each.channels.includes('inbox'))
      throw refused(
        no,
        'inbox',
        {
          zh: '每一步都须有平台消息，对外发送的内容才有据可查。',
          en: 'Every step is told in the platform too, so that what went out can be read there.',
        },
        'channels',
      );
  });
}

const refused = (no: number, code: string, words: { zh: string; en: string }, field = code): Refused =>
  new Refused(`ladder.${code}`, words, `steps[${no}].${field}`);
