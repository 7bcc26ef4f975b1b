/** An entry of the audit trail as it is answered. */
export class AuditView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  at!: string;
  officerId!: string | null;
  /** @example "haishan.admin" */
  account!: string | null;
  /** @example "10.1.2.3" */
  network!: string | null;
  requestId!: string | null;
  /** By which key a program (应用) did it; null: a person. @example "8h3k2m9q" */
  keyPrefix!: string | null;
  /** @example "progress.returned" */
  deed!: string;
  subjectId!: string | null;
  before!: object | null;
  after!: object | null;
}

export class AuditList {
  items!: AuditView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 812 */
  total!: number;
}

/** The first entry that is not as it was written. */
export class BrokenSeal {
  /** @example 512 */
  no!: number;
  entryId!: string;
  /** missing: the entry is gone; changed: it, or the seal before it, is not what was sealed. @example "changed" */
  fault!: 'missing' | 'changed';
}

export class AuditVerification {
  /** True when every entry checked is as it was written and none has slipped past the chain. @example true */
  sound!: boolean;
  /** Seals checked in this answer. @example 812 */
  checked!: number;
  broken!: BrokenSeal | null;
  /** Entries of the trail. @example 815 */
  entries!: number;
  /** Seals of the trail. @example 812 */
  seals!: number;
  /** Entries written a moment ago and not sealed yet. @example 3 */
  waiting!: number;
  /** Number and SHA-256 of the last seal, to be written down elsewhere: whoever cuts the end off changes it. @example "812:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" */
  head!: string | null;
  /** Where to go on; null at the end. */
  nextFrom!: number | null;
}
