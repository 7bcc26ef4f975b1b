/** The answer to an appeal (申诉处理), checked: what may be corrected, and how far. Pure. */
import { Decimal } from 'decimal.js';
import { Refused } from '../../kernel/errors';

export interface CorrectionGiven {
  readonly criterion: string;
  readonly points: string;
  readonly reason: string;
}

export interface DecisionGiven {
  readonly outcome: 'upheld' | 'rejected';
  readonly reason: string;
  readonly corrections?: readonly CorrectionGiven[];
}

/** What stands on the sheet. Points and marks are decimal texts with two places. */
export interface StandingCriterion {
  readonly code: string;
  readonly marks: string;
  readonly points: string | null;
}

/** A correction that may be written. */
export interface Corrected {
  readonly criterion: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
}

/**
 * The corrections of a decision: only of what is appealed, each criterion once, from 0 to its marks, and not to the
 * points it has. Errors (422): appeal.correctionsOfRejected, appeal.nothingCorrected, and by place appeal.notAppealed,
 * appeal.correctedTwice, appeal.beyondMarks, appeal.samePoints.
 */
export function checkedCorrections(
  { outcome, corrections = [] }: DecisionGiven,
  appealed: readonly string[],
  standing: readonly StandingCriterion[],
): Corrected[] {
  if (outcome === 'rejected') {
    if (corrections.length > 0) throw refused('correctionsOfRejected', 'corrections');
    return [];
  }
  if (corrections.length === 0) throw refused('nothingCorrected', 'corrections');
  const seen = new Set<string>();
  return corrections.map(({ criterion, points, reason }, i) => {
    const place = `corrections[${i}]`;
    const found = standing.find(({ code }) => code === criterion);
    if (found === undefined || !appealed.includes(criterion)) throw refused('notAppealed', `${place}.criterion`);
    if (seen.has(criterion)) throw refused('correctedTwice', `${place}.criterion`);
    seen.add(criterion);
    const given = new Decimal(points);
    if (given.gt(found.marks) || given.isNegative()) throw refused('beyondMarks', `${place}.points`, found.marks);
    const old = found.points ?? '0.00';
    if (given.eq(old)) throw refused('samePoints', `${place}.points`);
    return { criterion, old, new: given.toFixed(2), reason };
  });
}

const words = {
  correctionsOfRejected: () => ({
    zh: '申诉不成立时不更正得分。',
    en: 'A rejected appeal corrects nothing.',
  }),
  nothingCorrected: () => ({
    zh: '申诉成立时应更正至少一项得分。',
    en: 'An upheld appeal corrects at least one criterion.',
  }),
  notAppealed: () => ({ zh: '只能更正被申诉的考核内容。', en: 'Only criteria that are appealed can be corrected.' }),
  correctedTwice: () => ({ zh: '同一项考核内容只能更正一次。', en: 'A criterion is corrected once.' }),
  beyondMarks: (marks: string) => ({
    zh: `应介于 0 与该项分值 ${marks} 之间。`,
    en: `It should be between 0 and the marks of the criterion, ${marks}.`,
  }),
  samePoints: () => ({ zh: '与现有得分相同，没有更正。', en: 'These are the points it has: nothing is corrected.' }),
};

const refused = (code: keyof typeof words, field: string, marks = ''): Refused =>
  new Refused(`appeal.${code}`, words[code](marks), field);
