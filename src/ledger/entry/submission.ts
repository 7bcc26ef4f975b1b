/** Submitting (上报) and what acceptance settles (审核通过). */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { FieldError } from '../../kernel/errors';
import { announce } from '../../outbox/announce';
import { type EntryInHand, toldOf } from './entry-in-hand';
import { future, noEvidence, wrongValues } from './entry-refusals';
import { addSteps } from './entry-sql';
import { LedgerEntry } from './ledger-entry.entity';
import { readValues } from './values';

const aboveSql = `
  select parent_id as above, app_now() as at, app_today()::text as today from trade_union where district_id = $1 and id = $2`;

/** Everything required is there and the day has come; answers whether it counts at once. */
export async function submitEntry(tx: EntityManager, actor: Actor, { entry, type }: EntryInHand): Promise<boolean> {
  const { districtId, id, unionId, values, day, version } = entry;
  const { definition } = type;
  const [{ above, at, today }]: [{ above: string | null; at: Date; today: string }] = await tx.query(aboveSql, [
    districtId,
    unionId,
  ]);
  const errors = [
    ...readValues(definition, values, { draft: false }).errors,
    ...(await missingFiles(tx, { entry, type })),
  ];
  if (errors.length > 0) throw wrongValues(errors);
  if (day > today) throw future(definition.whenField === null ? 'day' : `values.${definition.whenField}`);
  const accepted = !definition.acceptance || above === null;
  const change = {
    status: accepted ? ('accepted' as const) : ('submitted' as const),
    reviewerId: accepted ? null : above,
    submittedBy: actor.officerId,
    submittedAt: at,
    version: version + 1,
  };
  Object.assign(entry, change);
  await tx.update(LedgerEntry, { districtId, id }, change);
  return accepted;
}

/** Of those that are corrections, the entries they correct step back in the same moment. */
export async function settleAccepted(tx: EntityManager, actor: Actor, accepted: readonly EntryInHand[]): Promise<void> {
  const types = new Map(
    accepted.flatMap(({ entry, type }) => (entry.correctsId === null ? [] : [[entry.correctsId, type] as const])),
  );
  if (types.size === 0) return;
  const { districtId } = actor;
  const where = [...types.keys()].map((id) => ({ districtId, id }));
  const lock = { mode: 'pessimistic_write' } as const;
  const before = await tx.find(LedgerEntry, { where, order: { id: 'ASC' }, lock });
  const inHand = before.flatMap((entry): EntryInHand[] => {
    const type = types.get(entry.id);
    return type === undefined ? [] : [{ entry, type }];
  });
  await tx.query(
    `update ledger_entry set status = 'corrected', version = version + 1 where district_id = $1 and id = any($2::uuid[])`,
    [districtId, before.map(({ id }) => id)],
  );
  for (const { entry } of inHand) Object.assign(entry, { status: 'corrected', version: entry.version + 1 });
  await addSteps(
    tx,
    actor,
    before.map(({ id: entryId }) => ({ entryId, kind: 'corrected' })),
  );
  await announce(tx, actor, ...inHand.map((each) => toldOf(each, 'corrected', null)));
}

async function missingFiles(tx: EntityManager, { entry, type: { definition } }: EntryInHand): Promise<FieldError[]> {
  const { fields, evidence } = definition;
  const wanted = fields.filter(({ kind, required }) => kind === 'file' && required);
  if (wanted.length === 0 && evidence !== 'required') return [];
  const rows: { field: string | null }[] = await tx.query(
    'select distinct field from ledger_file where entry_id = $2 and district_id = $1',
    [entry.districtId, entry.id],
  );
  const given = new Set(rows.map(({ field }) => field));
  const bare = wanted.filter(({ key }) => !given.has(key)).map(({ key, name }) => noEvidence(key, name));
  return evidence === 'required' && !given.has(null) ? [...bare, noEvidence(null, '佐证材料')] : bare;
}
