/** Seals the secrets of endpoints anew (重新密封推送密钥) after the key that holds them was replaced. Pure. */
import { type KeyRing, ringOf } from '../dispatch/key-ring';
import { type SealedTable, tellResealed } from '../dispatch/secret-reseal';
import { secretOwner } from './deliver';
import { SECRETS } from './webhook-sender.service';

interface Due {
  readonly districtId: string;
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly oldKeyId: string | null;
  readonly oldSealed: Buffer | null;
}

// a secret that no longer signs is not sealed anew but forgotten
const due = `
  select district_id as "districtId", id, key_id as "keyId", sealed,
    case when old_until > now() then old_key_id end as "oldKeyId", case when old_until > now() then old_sealed end as "oldSealed"
  from webhook_endpoint
  where removed_at is null and (key_id <> $1 or old_key_id <> $1) and (district_id, id) > ($2::uuid, $3::uuid)
  order by district_id, id limit $4 for no key update skip locked`;

const seal = `
  update webhook_endpoint e set key_id = $2, sealed = decode(g.sealed, 'hex'), old_sealed = decode(g.old, 'hex'),
    old_key_id = case when g.old is not null then $2 end, old_until = case when g.old is not null then e.old_until end
  from jsonb_to_recordset($1::jsonb) as g("districtId" uuid, id uuid, sealed text, old text)
  where e.district_id = g."districtId" and e.id = g.id`;

export const webhookSecrets: SealedTable = {
  what: 'webhooks',
  async batch(tx, config, { districtId, id }, most) {
    const ring = ringOf(config, SECRETS);
    const rows: Due[] = await tx.query(due, [ring.newest, districtId, id, most]);
    const fresh = rows.map((row) => ({ districtId: row.districtId, id: row.id, ...sealedAnew(ring, row) }));
    const done = fresh.filter(({ sealed }) => sealed !== null);
    if (done.length > 0) await tx.query(seal, [JSON.stringify(done), ring.newest]);
    await tellResealed(tx, done, 'webhooks', ring.newest);
    const unreadable = fresh.flatMap((row) => (row.sealed === null ? [row.id] : []));
    return { sealed: done.length, unreadable, last: rows.length < most ? null : (rows.at(-1) ?? null) };
  },
};

/** Both or neither: null where one does not open. */
function sealedAnew(ring: KeyRing, row: Due): { sealed: string | null; old: string | null } {
  const owner = secretOwner(row.id);
  const clear = ring.opened(row, owner);
  const { oldKeyId, oldSealed } = row;
  const old = oldKeyId === null || oldSealed === null ? null : { keyId: oldKeyId, sealed: oldSealed };
  const oldClear = old === null ? null : ring.opened(old, owner);
  if (clear === null || (old !== null && oldClear === null)) return { sealed: null, old: null };
  const hex = (text: string): string => ring.seal(text, owner).sealed.toString('hex');
  return { sealed: hex(clear), old: oldClear === null ? null : hex(oldClear) };
}
