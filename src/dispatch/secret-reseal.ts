/** Seals anew what an older key still holds of a table of secrets (重新密封): batch by batch, each room its own table. */
import type { EntityManager } from 'typeorm';
import { audit } from '../outbox/announce';
import { type KeyRing, ringOf } from './key-ring';
import { ROBOT_KEYS, type Sealings, sealingsOf } from './sealing';
import type { Config } from '../config';

type Keys = Pick<Config, 'secretsKey' | 'oldSecretsKeys' | 'dataDir'>;

interface Place {
  readonly districtId: string;
  readonly id: string;
}

interface SecretBatch {
  readonly sealed: number;
  /** That no key opens: they stay as they are. */
  readonly unreadable: readonly string[];
  /** Where the next batch begins; null: nothing is left. */
  readonly last: Place | null;
}

/** What a room has sealed. */
export interface SealedTable {
  /** In the trail and in the log. */
  readonly what: 'robots' | 'webhooks';
  batch(tx: EntityManager, config: Keys, after: Place, most: number): Promise<SecretBatch>;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

export async function* resealSecrets(
  inTransaction: (work: (tx: EntityManager) => Promise<SecretBatch>) => Promise<SecretBatch>,
  config: Keys,
  tables: readonly SealedTable[],
  most: number,
): AsyncGenerator<SecretBatch & { readonly what: SealedTable['what'] }> {
  for (const table of tables) {
    for (let after: Place | null = { districtId: NOBODY, id: NOBODY }; after !== null;) {
      const from: Place = after;
      const batch = await inTransaction((tx) => table.batch(tx, config, from, most));
      yield { ...batch, what: table.what };
      after = batch.last;
    }
  }
}

/** In the trail of each district: how many, and under which key they are now. */
export async function tellResealed(
  tx: EntityManager,
  rows: readonly Place[],
  what: SealedTable['what'],
  toKey: string,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { districtId } of rows) counts.set(districtId, (counts.get(districtId) ?? 0) + 1);
  for (const [districtId, records] of counts) {
    const who = { districtId, account: 'clock', network: 'local', requestId: 'clock' };
    await audit(tx, who, 'secrets.resealed', null, { after: { what, records, toKey } });
  }
}

const dueRobots = `
  select district_id as "districtId", id, sealed from robot
  where key_id is distinct from $1 and (district_id, id) > ($2::uuid, $3::uuid)
  order by district_id, id limit $4 for no key update skip locked`;

const sealRobots = `
  update robot r set key_id = $2, sealed = decode(g.sealed, 'hex')
  from jsonb_to_recordset($1::jsonb) as g("districtId" uuid, id uuid, sealed text)
  where r.district_id = g."districtId" and r.id = g.id`;

/** Of some it is not known which key sealed them: each of them is tried. */
export const robotSecrets: SealedTable = {
  what: 'robots',
  async batch(tx, config, { districtId, id }, most) {
    const [ring, any] = [ringOf(config, ROBOT_KEYS), sealingsOf(config)];
    const due: (Place & { sealed: Buffer })[] = await tx.query(dueRobots, [ring.newest, districtId, id, most]);
    const rows = due.map(({ sealed, ...place }) => ({ ...place, sealed: sealedAnew(ring, any, sealed, place.id) }));
    const done = rows.filter(({ sealed }) => sealed !== null);
    if (done.length > 0) await tx.query(sealRobots, [JSON.stringify(done), ring.newest]);
    await tellResealed(tx, done, 'robots', ring.newest);
    const unreadable = rows.flatMap((row) => (row.sealed === null ? [row.id] : []));
    return { sealed: done.length, unreadable, last: due.length < most ? null : (due.at(-1) ?? null) };
  },
};

function sealedAnew(ring: KeyRing, any: Sealings, sealed: Buffer, owner: string): string | null {
  let clear: string;
  try {
    clear = any.open(sealed, owner);
  } catch {
    return null; // the answer to the question: the caller says which one it is
  }
  return ring.seal(clear, owner).sealed.toString('hex');
}
