/** An enterprise in hand (企业): locked, within reach, open; and how a deed about it is written down. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, expectVersion, NotFound, Refused } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import { TradeUnion } from '../organization/trade-union.entity';
import type { ChangeKind } from './enterprise-facts';
import { Enterprise } from './enterprise.entity';

/** Errors: notFound, changedMeanwhile (412), enterprise.closed (409). */
export async function takeEnterprise(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
): Promise<{ enterprise: Enterprise; path: string }> {
  const { districtId } = actor;
  const lock = { mode: 'pessimistic_write' } as const;
  const enterprise = await tx.findOne(Enterprise, { where: { districtId, id }, lock });
  if (enterprise === null) throw new NotFound();
  const { path } = await tx.findOneByOrFail(TradeUnion, { districtId, id: enterprise.unionId });
  if (!isWithin(path, actor.path)) throw new NotFound();
  expectVersion(enterprise.version, version);
  if (enterprise.closedOn !== null) throw closedAlready();
  return { enterprise, path };
}

/** A union under which an enterprise can lie: within reach, below the district, open. Error: enterprise.union (422). */
export async function placeFor(tx: EntityManager, actor: Actor, unionId: string): Promise<TradeUnion> {
  // waits for one that is being closed, and keeps it from closing meanwhile
  const lock = { mode: 'pessimistic_read' } as const;
  const union = await tx.findOne(TradeUnion, { where: { districtId: actor.districtId, id: unionId }, lock });
  if (union !== null && union.tier !== 'district' && union.closedOn === null && isWithin(union.path, actor.path))
    return union;
  throw new Refused(
    'enterprise.union',
    {
      zh: '请选择本级或下级的街道、社区工会。',
      en: 'Choose a sub-district or community union that is yours or below yours.',
    },
    'unionId',
  );
}

export async function todayIn(tx: EntityManager): Promise<string> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return today;
}

/** The change, its version and its trace. */
export async function write(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  enterprise: Enterprise,
  change: Partial<Enterprise>,
  trace: { kind: ChangeKind; before: object | null; after: object | null; reason?: string },
): Promise<void> {
  const { id } = enterprise;
  const version = enterprise.version + 1;
  const [{ at }]: [{ at: Date }] = await tx.query('select app_now() as at');
  await tx.update(Enterprise, { districtId, id }, { ...change, version, updatedAt: at });
  await tx.query(
    `insert into enterprise_change (district_id, enterprise_id, no, kind, before, after, reason, officer_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [districtId, id, version, trace.kind, json(trace.before), json(trace.after), trace.reason ?? null, officerId],
  );
}

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

export const closedAlready = (): Conflict =>
  new Conflict('enterprise.closed', { zh: '该企业已注销。', en: 'This enterprise is closed.' });
