/** Announcements and their audit entries, written into the caller's transaction: one statement for any number. */
import type { EntityManager } from 'typeorm';
import type { EventName, Events } from '../events/events';
import type { Actor } from '../kernel/actor';
import { newId } from '../kernel/id';
import { prepared } from '../kernel/prepared';
import type { Deed } from './audited-deed';
import { announcedIn } from './outbox-hint';

export interface Announcement<N extends EventName = EventName> {
  readonly name: N;
  /** The union it is about. */
  readonly unionId: string;
  /** Who may see it: this path and everything above it. */
  readonly path: string;
  readonly body: Events[N];
  readonly subjectId: string;
  /** The state before, for the audit trail. */
  readonly before?: object;
}

const sql = prepared(
  'outbox.announce',
  `with given as (
    select * from jsonb_to_recordset($1::jsonb) as g(
      no int, "districtId" uuid, "officerId" uuid, account text, network text, "requestId" text, "keyPrefix" text, "traceParent" text,
      id uuid, name text, "unionId" uuid, path ltree, body jsonb, "auditId" uuid, "subjectId" uuid, before jsonb)
  ), announced as (
    insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at, request_id, trace_parent)
    select "districtId", id, name, "unionId", path, body, app_now(), "requestId", "traceParent" from given order by no
  )
  insert into audit_entry (district_id, id, officer_id, account, network, request_id, key_prefix, deed, subject_id, before, after)
  select "districtId", "auditId", "officerId", account, network, "requestId", "keyPrefix", name, "subjectId", before, body
  from given order by no`,
);

/** Who tells it: an officer, or the clock, which is none. */
export type Teller = Pick<Actor, 'districtId' | 'account' | 'network' | 'requestId' | 'traceParent' | 'keyPrefix'> & {
  readonly officerId: string | null;
};

/** Any event with its own body: keeps name and body together. */
export type AnyAnnouncement = { [N in EventName]: Announcement<N> }[EventName];

export const announce = (
  tx: EntityManager,
  actor: Teller,
  ...announcements: readonly AnyAnnouncement[]
): Promise<void> =>
  announceOf(
    tx,
    announcements.map((announcement) => [actor, announcement]),
  );

/** What several people tell at once, each his own. */
export async function announceOf(
  tx: EntityManager,
  told: readonly (readonly [Teller, AnyAnnouncement])[],
): Promise<void> {
  if (told.length === 0) return;
  const given = told.map(([teller, announcement], no) => ({
    no,
    ...tellerOf(teller),
    ...announcement,
    id: newId(),
    auditId: newId(),
    before: announcement.before ?? null,
  }));
  await tx.query(sql, [JSON.stringify(given)]);
  announcedIn(tx);
}

function tellerOf({ districtId, officerId, account, network, requestId, keyPrefix, traceParent }: Teller): object {
  return {
    districtId,
    officerId,
    account,
    network,
    requestId,
    keyPrefix: keyPrefix ?? null,
    traceParent: traceParent ?? null,
  };
}

/** Audit entry of a deed that is not announced (sign-ins, officers, rights, downloads). */
export async function audit(
  tx: EntityManager,
  who: {
    districtId: string;
    officerId?: string;
    account: string;
    network: string;
    requestId: string;
    keyPrefix?: string;
  },
  deed: Deed,
  subjectId: string | null,
  change: { before?: object; after?: object } = {},
): Promise<void> {
  await tx.query(
    `insert into audit_entry (district_id, id, officer_id, account, network, request_id, key_prefix, deed, subject_id, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      who.districtId,
      newId(),
      who.officerId ?? null,
      who.account,
      who.network,
      who.requestId,
      who.keyPrefix ?? null,
      deed,
      subjectId,
      change.before === undefined ? null : JSON.stringify(change.before),
      change.after === undefined ? null : JSON.stringify(change.after),
    ],
  );
}
