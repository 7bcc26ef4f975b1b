/** How many unions reported (应报、按时、逾期、未报、免报): counts that add up, for a union and those directly below it. Pure. */
import type { FormCounts } from '../../events/form-body';

export const standings = ['on_time', 'late', 'missing', 'exempted'] as const;
/** How one union stands with one period: in exactly one of these. */
export type Standing = (typeof standings)[number];

/** So many unions of one branch that stand alike; the branch is null where it is the union itself. */
export interface Alike {
  readonly branch: string | null;
  readonly standing: Standing;
  readonly unions: number;
}

const places: Record<Standing, keyof FormCounts> = {
  on_time: 'onTime',
  late: 'late',
  missing: 'missing',
  exempted: 'exempted',
};

export const nobody: FormCounts = { expected: 0, onTime: 0, late: 0, missing: 0, exempted: 0 };

export function tally(rows: readonly Pick<Alike, 'standing' | 'unions'>[]): FormCounts {
  const counts = { ...nobody };
  for (const { standing, unions } of rows) {
    counts.expected += unions;
    counts[places[standing]] += unions;
  }
  return counts;
}

/** Of each branch. */
export function branchesOf(rows: readonly Alike[]): ReadonlyMap<string | null, FormCounts> {
  const branches = new Map<string | null, Alike[]>();
  for (const row of rows) branches.set(row.branch, [...(branches.get(row.branch) ?? []), row]);
  return new Map([...branches].map(([branch, alike]) => [branch, tally(alike)]));
}
