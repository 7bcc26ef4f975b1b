/** Division of a share (任务分解): what may be handed down, what remains, and when a reason is due. Pure. */
import { Decimal } from 'decimal.js';
import { fits, plain, sum, type Quantity } from '../kernel/decimal';
import { Conflict, DomainError, Refused, type FieldError } from '../kernel/errors';

export interface Share {
  unionId: string;
  target: Quantity;
  startOn: string;
  dueOn: string;
}

export interface Given {
  target: Quantity;
  startOn: string;
  dueOn: string;
  decimals: number;
}

export interface Allocation {
  /** Σ of the children's targets plus the part kept. */
  allocated: Quantity;
  /** What of the share nobody has yet; negative when more was handed down than given. */
  remainder: Quantity;
}

/** Children may be given more than the share, never silently less: a remainder above 0 needs a reason. */
export function allocate(given: Given, shares: readonly Pick<Share, 'target'>[], kept: Quantity | null): Allocation {
  const allocated = sum([...shares.map((share) => share.target), kept ?? '0']);
  return { allocated: plain(allocated), remainder: plain(new Decimal(given.target).minus(allocated)) };
}

export function fallsShort(allocation: Allocation): boolean {
  return new Decimal(allocation.remainder).gt(0);
}

/** Throws Refused `cascade.shortfall` when the cascade falls short without a reason. */
export function checkShortfall(allocation: Allocation, reason: string | null): void {
  if (!fallsShort(allocation) || reason !== null) return;
  throw new Refused(
    'cascade.shortfall',
    {
      zh: `分解后仍有 ${allocation.remainder} 未分配，请补足或说明原因。`,
      en: `${allocation.remainder} of the share would be given to nobody: hand it down, or say why not.`,
    },
    'shortfallReason',
  );
}

/** Every share fits the measure and the days of what was given; errors name the share's place. */
export function checkShares(given: Given, shares: readonly Share[]): void {
  const errors = shares.flatMap((share, no) => shareErrors(given, share, `shares[${no}]`));
  const seen = new Set<string>();
  for (const [no, { unionId }] of shares.entries()) {
    if (seen.has(unionId)) {
      errors.push(problem(`shares[${no}].unionId`, 'share.twice', '同一工会只能出现一次。', 'A union appears once.'));
    }
    seen.add(unionId);
  }
  const [first] = errors;
  if (first !== undefined) throw new DomainError('refused', first.code, first.words, errors);
}

/** A share that is there is changed, not given again. */
export function checkNotGiven(earlier: readonly Pick<Share, 'unionId'>[], shares: readonly Share[]): void {
  if (!shares.some((share) => earlier.some((task) => task.unionId === share.unionId))) return;
  throw new Conflict('share.exists', {
    zh: '其中有工会已分得该任务；请改用调整。',
    en: 'One of these unions has a share already: change it instead.',
  });
}

function shareErrors(given: Given, share: Share, place: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!fits(share.target, given.decimals)) {
    const words = [`最多保留 ${given.decimals} 位小数。`, `At most ${given.decimals} decimals.`] as const;
    errors.push(problem(`${place}.target`, 'share.decimals', ...words));
  }
  if (!new Decimal(share.target).gt(0)) {
    errors.push(problem(`${place}.target`, 'share.target', '目标值须大于 0。', 'The target must be above 0.'));
  }
  if (share.startOn < given.startOn || share.dueOn > given.dueOn || share.dueOn < share.startOn) {
    const words = [
      `起止日期须在 ${given.startOn} 至 ${given.dueOn} 之间。`,
      `The days must lie between ${given.startOn} and ${given.dueOn}.`,
    ] as const;
    errors.push(problem(`${place}.dueOn`, 'share.days', ...words));
  }
  return errors;
}

function problem(field: string, code: string, zh: string, en: string): FieldError {
  return { field, code, words: { zh, en } };
}
