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
