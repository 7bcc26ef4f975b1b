/** Who acts (经办人), for which union, from where, and with which remembered call. Handed down from the door to the deed. */
export type Tier = 'district' | 'subdistrict' | 'community';

/** Top to bottom. */
export const tiers: readonly Tier[] = ['district', 'subdistrict', 'community'];

export type Role =
  | 'administrator'
  | 'reporter'
  | 'reviewer'
  | 'viewer'
  | 'system_administrator'
  | 'security_administrator'
  | 'audit_administrator';

/** One writing call that carries an Idempotency-Key: a retry gets the first answer again. */
export interface RememberedCall {
  readonly key: string;
  readonly route: string;
  readonly fingerprint: string;
}

export interface Actor {
  readonly districtId: string;
  readonly officerId: string;
  readonly unionId: string;
  /** ltree path of the union, as it stands now: district.subdistrict.community. */
  readonly path: string;
  readonly tier: Tier;
  readonly role: Role;
  readonly account: string;
  readonly network: string;
  readonly requestId: string;
  /** W3C traceparent of the call, where it came with one. */
  readonly traceParent?: string;
  /** A program acts, and by this of its keys; the audit trail keeps it. */
  readonly keyPrefix?: string;
  readonly call?: RememberedCall;
}
