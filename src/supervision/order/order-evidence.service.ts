/** Evidence (佐证材料) with the answer to an order: added and taken out while it is being put together. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { NotFound, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { wasAnswered } from '../../outbox/remembered-answer';
import { EvidenceStore } from '../../work/evidence-store.service';
import { type Attachment, checkName, type Incoming, withBytes } from '../../work/evidence.service';
import { OrderFile } from './order-file.entity';
import { takeOrder } from './order-in-hand';
import { requireState } from './order-rules';
import { OrderReader } from './order.reader';
import type { OrderFileView } from './order.view';

const addSql = `
  with file as (
    insert into evidence_file (sha256, size, media_type) values ($4, $5, $6) on conflict do nothing
  ), added as (
    insert into order_file (district_id, id, order_id, sha256, name, created_by) values ($1, $2, $3, $4, $7, $8)
    returning created_at)
  select created_at as at from added`;

@Injectable()
export class OrderEvidenceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(OrderReader) private readonly orders: OrderReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a file in. The bytes reach the disk before the row: a row without its file never exists. */
  async add(actor: Actor, orderId: string, incoming: Incoming): Promise<OrderFileView> {
    await this.deeds.transaction(async (tx) => {
      if (!(await wasAnswered(tx, actor))) await this.requirePlace(tx, actor, orderId);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      await this.requirePlace(tx, actor, orderId);
      const { sha256, size, mediaType } = stored;
      const id = newId();
      const [{ at }]: [{ at: Date }] = await tx.query(addSql, [
        ...[actor.districtId, id, orderId, sha256, size, mediaType, name, actor.officerId],
      ]);
      await audit(tx, actor, 'evidence.added', orderId, { after: { id, name, sha256 } });
      return { id, name, mediaType, size, sha256, createdAt: at.toISOString(), answerNo: null };
    });
  }

  async remove(actor: Actor, orderId: string, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      requireState((await takeOrder(tx, actor, orderId, 'unionId')).status, 'answer');
      const found = await tx.findOneBy(OrderFile, { districtId: actor.districtId, id, orderId });
      if (found === null || found.answerNo !== null) throw new NotFound();
      await tx.delete(OrderFile, { districtId: actor.districtId, id });
      await audit(tx, actor, 'evidence.removed', orderId, { before: { id, name: found.name } });
      return {};
    });
  }

  /** The file, for whoever may see it. */
  async read(actor: Actor, orderId: string, id: string): Promise<Attachment> {
    const { evidence } = await this.orders.get(actor, orderId);
    const file = evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', orderId, { after: { id } });
    const { name, mediaType, size, sha256 } = file;
    return { name, mediaType, size, bytes: await this.store.open(sha256) };
  }

  /** Counted after the order is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(tx: EntityManager, actor: Actor, orderId: string): Promise<void> {
    requireState((await takeOrder(tx, actor, orderId, 'unionId')).status, 'answer');
    const files = await tx.countBy(OrderFile, { districtId: actor.districtId, orderId });
    const { maxFiles } = this.config.evidence;
    if (files < maxFiles) return;
    const words = { zh: `每件督办单最多 ${maxFiles} 个文件。`, en: `An order takes at most ${maxFiles} files.` };
    throw new Refused('evidence.tooMany', words, 'evidence');
  }
}
