/** Idempotency-Key: the first answer of a writing call, kept seven days and bound to caller, route and body. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';

/** The stored answer of an earlier identical call, or undefined when this is the first. */
export async function recall<T>(tx: EntityManager, { districtId, officerId, call }: Actor): Promise<T | undefined> {
  if (call === undefined) return undefined;
  const first: unknown[] = await tx.query(
    `insert into remembered_answer (district_id, officer_id, key, route, fingerprint)
     values ($1, $2, $3, $4, decode($5, 'hex')) on conflict do nothing returning 1`,
    [districtId, officerId, call.key, call.route, call.fingerprint],
  );
  if (first.length > 0) return undefined;
  const [earlier]: { same: boolean; answer: T }[] = await tx.query(
    `select route = $4 and fingerprint = decode($5, 'hex') as same, answer from remembered_answer
     where district_id = $1 and officer_id = $2 and key = $3`,
    [districtId, officerId, call.key, call.route, call.fingerprint],
  );
  return earlierAnswer(earlier);
}

/** The answer of an earlier call with the same key. Errors: idempotencyKey.reused (422) where it was another call. */
export function earlierAnswer<T>(earlier: { same: boolean | null; answer: T | null } | undefined): T {
  if (earlier?.same === true) return earlier.answer as T;
  throw new Refused('idempotencyKey.reused', {
    zh: '该 Idempotency-Key 已用于另一个请求，请换一个新的键。',
    en: 'This Idempotency-Key belongs to another request: use a new key.',
  });
}

/** True when a call with this key was answered before: whether it may happen is not asked again. */
export async function wasAnswered(tx: EntityManager, { districtId, officerId, call }: Actor): Promise<boolean> {
  if (call === undefined) return false;
  const rows: unknown[] = await tx.query(
    `select 1 from remembered_answer where district_id = $1 and officer_id = $2 and key = $3 and route = $4`,
    [districtId, officerId, call.key, call.route],
  );
  return rows.length > 0;
}

export async function remember(
  tx: EntityManager,
  { districtId, officerId, call }: Actor,
  answer: object,
): Promise<void> {
  if (call === undefined) return;
  await tx.query(`update remembered_answer set answer = $4 where district_id = $1 and officer_id = $2 and key = $3`, [
    districtId,
    officerId,
    call.key,
    JSON.stringify(answer),
  ]);
}
