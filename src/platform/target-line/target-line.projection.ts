/** Targets (目标线) as they were last told: the whole, each union's part and each shorter period's part. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import { type Projection, lastOf, rowsOf } from '../projection';

const sql = `
  insert into target_card as c (district_id, target_id, indicator_id, strength, direction, lines, withdrawn, seq)
  select "districtId", "targetId", "indicatorId", strength, direction, lines, withdrawn, seq
  from jsonb_to_recordset($1::jsonb) as r("districtId" uuid, "targetId" uuid, "indicatorId" uuid, strength text,
    direction text, lines jsonb, withdrawn boolean, seq bigint)
  order by "districtId", "targetId"
  on conflict (district_id, target_id) do update set (strength, direction, lines, withdrawn, seq) =
    (excluded.strength, excluded.direction, excluded.lines, excluded.withdrawn, excluded.seq)
  where c.seq < excluded.seq`;

const targetOf = (event: Envelope) => (event as Envelope<'target.set'>).body.target;

const cards =
  (withdrawn: boolean) =>
  async (tx: EntityManager, events: readonly Envelope[]): Promise<void> => {
    const last = lastOf(events, (event) => targetOf(event).targetId);
    const row = (event: Envelope): object => {
      const { unionId, period, value, parts, ...target } = targetOf(event);
      return { ...target, withdrawn, lines: [{ unionId, kind: period.kind, from: period.from, value }, ...parts] };
    };
    await tx.query(sql, [rowsOf(last, row)]);
  };

/** A proposed change, and one that is refused, leave the line where it is. */
const stays = async (): Promise<void> => undefined;

export const targetLine: Projection = {
  name: 'target-line',
  on: {
    'target.set': cards(false),
    'target.changed': cards(false),
    'target.withdrawn': cards(true),
    'target.changeProposed': stays,
    'target.changeRefused': stays,
  },
};
