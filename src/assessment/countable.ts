/** What the platform counts by itself (自动计数): consequences of supervision, where a scheme says that they count. Pure. */
import type { Words } from '../kernel/errors';
import { at, type Faults } from './shape';

/** What can be counted, with its name: nothing but deeds and states of the work. */
export const COUNTED = {
  'order.blue': { zh: '蓝色督办单', en: 'blue supervision order' },
  'order.orange': { zh: '橙色督办单', en: 'orange supervision order' },
  'order.red': { zh: '红色督办单', en: 'red supervision order' },
  'order.returned': { zh: '督办退办', en: 'answer to an order that was returned' },
  'extension.further': { zh: '再次延期', en: 'further extension' },
  interview: { zh: '约谈', en: 'interview' },
  'light.yellow': { zh: '黄灯', en: 'yellow light' },
  'light.red': { zh: '红灯', en: 'red light' },
} as const satisfies Record<string, Words>;

export type Countable = keyof typeof COUNTED;

/** A ground that is counted by the platform: points for each `per` of them; 1 when left out. */
export interface SelfCounting {
  readonly counts?: Countable;
  readonly per?: number;
}

export const MOST_PER = 100;

export const isCountable = (value: unknown): value is Countable =>
  typeof value === 'string' && Object.hasOwn(COUNTED, value);

/** Checks `counts` and `per` of a ground nobody has checked yet. */
export function checkCounting(faults: Faults, ground: Readonly<Record<string, unknown>>, place: string): void {
  const { counts, per } = ground;
  if (counts !== undefined && !isCountable(counts)) {
    const known = Object.keys(COUNTED).join(', ');
    faults.add(at(place, 'counts'), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
  }
  if (per === undefined) return;
  if (counts === undefined) {
    faults.add(
      at(place, 'per'),
      'notHere',
      '只有自动计数的情形才写 per。',
      'Only what is counted by the platform has `per`.',
    );
  } else if (!(typeof per === 'number' && Number.isSafeInteger(per) && per >= 1 && per <= MOST_PER)) {
    faults.add(
      at(place, 'per'),
      'outOfRange',
      `应为 1 至 ${MOST_PER} 的整数。`,
      `Must be a whole number from 1 to ${MOST_PER}.`,
    );
  }
}

/** Says in the rule's words that the platform counts. */
export function countingWords({ counts, per = 1 }: SelfCounting): Words {
  if (counts === undefined) return { zh: '', en: '' };
  const { zh, en } = COUNTED[counts];
  return per === 1
    ? { zh: `（按${zh}自动计数）`, en: ` (the platform counts: ${en})` }
    : { zh: `（按${zh}自动计数，每 ${per} 次计 1 次）`, en: ` (the platform counts: ${en}, ${per} of them as one)` };
}
