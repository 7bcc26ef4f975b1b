/** How often each ground occurred (发生次数): approved entries, and what a scorer states with a reason. */
import { Refused } from '../kernel/errors';
import type { Words } from '../kernel/errors';
import type { CriterionFacts, Judgement } from './facts';
import type { Json } from './rules/rule';
import { checkReason } from './stated';

/** What can occur: a ground of a deduction or a kind of a counted thing. */
export interface Ground {
  readonly code: string;
  readonly name: string;
  /** Counted by the platform: nobody states it. */
  readonly counts?: string;
}

export interface Tally {
  /** By the code of the ground; null while a scorer who has to state it has not. */
  readonly counts: ReadonlyMap<string, number> | null;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly notes: readonly Words[];
}

const MOST = 100_000;

/**
 * Counts the entries of each ground, and adds what the scorer states; a ground it does not name is stated as none.
 * Throws Refused with the field `counts`, `counts.<code>` or `reason` for a statement that cannot stand.
 */
export function tallyOf(grounds: readonly Ground[], facts: CriterionFacts): Tally {
  const { judgement, awaited = false, occurrences = [] } = facts;
  const counts = new Map(grounds.map(({ code }) => [code, 0]));
  const entries = occurrences.filter(({ ground }) => counts.has(ground));
  for (const { ground, count } of entries) counts.set(ground, (counts.get(ground) ?? 0) + count);
  const stated = judgement === undefined ? undefined : checked(judgement, counts, grounds);
  for (const [code, count] of Object.entries(stated ?? {})) counts.set(code, (counts.get(code) ?? 0) + count);
  const open = awaited && judgement === undefined;
  const said = judgement && { counts: stated ?? {}, reason: judgement.reason, by: judgement.by, at: judgement.at };
  return {
    counts: open ? null : counts,
    inputs: {
      counts: Object.fromEntries(counts),
      entries: entries.flatMap(({ facts, ...entry }) => (facts === undefined ? [entry] : [])),
      ...factsIn(entries),
      ...(said && { judgement: said }),
    },
    notes: judgement === undefined ? [] : [{ zh: `理由：${judgement.reason}`, en: `Reason: ${judgement.reason}` }],
  };
}

/** What the platform counted, thing by thing, with the ground it counts for. */
function factsIn(entries: NonNullable<CriterionFacts['occurrences']>): Record<string, Json> {
  const facts = entries.flatMap(({ ground, facts: counted = [] }) => counted.map((fact) => ({ ground, ...fact })));
  return facts.length === 0 ? {} : { facts };
}

function checked(
  judgement: Judgement,
  known: ReadonlyMap<string, number>,
  grounds: readonly Ground[],
): Readonly<Record<string, number>> {
  const counts: unknown = judgement.counts;
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) {
    const en = 'State how often each ground occurred; 0 is a value, silence is not.';
    throw new Refused('notStated', { zh: '应填写各情形发生的次数；0 次也要写明。', en }, 'counts');
  }
  for (const [code, count] of Object.entries(counts) as [string, unknown][]) {
    if (!known.has(code)) {
      const words = { zh: '本项没有这种情形。', en: 'This criterion has no such ground.' };
      throw new Refused('unknownGround', words, `counts.${code.slice(0, 60)}`);
    }
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST) {
      const words = { zh: `应为 0 至 ${MOST} 的整数。`, en: `Must be a whole number from 0 to ${MOST}.` };
      throw new Refused('notACount', words, `counts.${code}`);
    }
  }
  for (const { code, name, counts: by } of grounds) {
    if (by === undefined || ((counts as Record<string, number>)[code] ?? 0) === 0) continue;
    const words = { zh: `“${name}”由系统自动计数，请填 0。`, en: `The platform counts “${name}”: state 0.` };
    throw new Refused('selfCounting', words, `counts.${code}`);
  }
  checkReason(judgement);
  return counts as Readonly<Record<string, number>>;
}

/** What is said while nobody has stated anything. */
export const NOT_STATED: Words = {
  zh: '尚未评分：由评分人填写各情形发生的次数并说明理由，没有发生的填 0。',
  en: 'Not scored yet: the scorer states how often each ground occurred, 0 where it did not, with a reason.',
};
