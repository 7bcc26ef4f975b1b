/** Re-drives what was parked (重新投递): it is open again, with all its tries, and the relay takes it up at once. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { Redeliveries } from './delivery.view';

interface Parked {
  id: string;
  seq: number;
  name: string;
  attempts: number;
  lastError: string | null;
}

const sql = `
  with chosen as (
    select seq, attempts from outbox_message
    where district_id = $1 and ($2::uuid is null or id = $2) and parked_at is not null order by seq for update
  ), opened as (
    update outbox_message m set parked_at = null, attempts = 0, leased_until = null
    from chosen where m.seq = chosen.seq returning m.id, m.seq, m.name, chosen.attempts, m.last_error as "lastError")
  select * from opened order by seq`;

@Injectable()
export class RedeliveryService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** What is not parked, or no longer, is not found. */
  async one(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const [opened] = await this.open(tx, actor, id);
      if (opened === undefined) throw new NotFound();
      await audit(tx, actor, 'announcement.redelivered', id, { before: opened });
      return {};
    });
  }

  all(actor: Actor): Promise<Redeliveries> {
    return this.deeds.run(actor, async (tx) => {
      const opened = await this.open(tx, actor, null);
      const [first, last] = [opened[0]?.seq, opened.at(-1)?.seq];
      const after = { count: opened.length, first, last };
      if (opened.length > 0) await audit(tx, actor, 'announcements.redelivered', null, { after });
      return { count: opened.length };
    });
  }

  private open(tx: EntityManager, actor: Actor, id: string | null): Promise<Parked[]> {
    return tx.query(sql, [actor.districtId, id]);
  }
}
