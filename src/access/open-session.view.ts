/** A session that is open, as it is answered: never the token, nor anything one could sign in with. */
export class OpenSession {
  /** Names the session; it opens nothing. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  officerId!: string;
  /** @example "haishan.admin" */
  account!: string;
  /** @example "陈晓明" */
  officerName!: string;
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** @example "10.1.2.3" */
  network!: string;
  /** Browser and system as they say of themselves. @example "Chrome 131 · Windows" */
  device!: string | null;
  /** @example "2026-11-24T00:30:00.000Z" */
  openedAt!: string;
  /** Last use, to the minute. @example "2026-11-24T02:10:00.000Z" */
  seenAt!: string;
  /** It ends then at the latest, and before that after half an hour without use. @example "2026-11-24T12:30:00.000Z" */
  expiresAt!: string;
  /** The session of this very call. @example false */
  current!: boolean;
}

export class OpenSessionList {
  items!: OpenSession[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 3 */
  total!: number;
}
