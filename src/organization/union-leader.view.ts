/** Who leads a union (负责人), as it is answered. */
export class UnionLeaderView {
  unionId!: string;
  /** Null where nobody is noted. */
  officerId!: string | null;
  /** @example "李建国" */
  name!: string | null;
  /** False where the account was switched off or belongs to another union by now: then nothing reaches him. @example true */
  inOffice!: boolean;
  /** @example "2026-11-23T02:00:00.000Z" */
  since!: string | null;
}
