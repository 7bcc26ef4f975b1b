/** Files of an entry (佐证材料): added and taken out while it is open, read by whoever may see the entry. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { wasAnswered } from '../../outbox/remembered-answer';
import { EvidenceStore } from '../../work/evidence-store.service';
import { type Attachment, checkName, type Incoming, withBytes } from '../../work/evidence.service';
import { fieldOf } from '../type/definition';
import { EntryFile } from './entry-file.entity';
import { requireStatus, takeEntry } from './entry-in-hand';
import { noFileField, tooManyFiles } from './entry-refusals';
import { EntryReader } from './entry.reader';
import type { LedgerFileView } from './entry.view';
import type { LedgerEntry } from './ledger-entry.entity';

const addSql = `
  with file as (
    insert into evidence_file (sha256, size, media_type) values ($4, $5, $6) on conflict do nothing
  ), added as (
    insert into ledger_file (district_id, id, entry_id, sha256, field, name, created_by, since_return)
    values ($1, $2, $3, $4, $7, $8, $9, $10) returning created_at)
  select created_at as at from added`;

@Injectable()
export class EntryEvidenceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(EntryReader) private readonly entries: EntryReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a file in. The bytes reach the disk before the row: a row without its file never exists. */
  async add(actor: Actor, entryId: string, field: string | null, incoming: Incoming): Promise<LedgerFileView> {
    await this.deeds.transaction(async (tx) => {
      if (!(await wasAnswered(tx, actor))) await this.requirePlace(tx, actor, entryId, field);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      const { status } = await this.requirePlace(tx, actor, entryId, field);
      const { sha256, size, mediaType } = stored;
      const id = newId();
      const since = status === 'returned' ? 'added' : null;
      const file = [sha256, size, mediaType, field, name, actor.officerId, since];
      const [{ at }]: [{ at: Date }] = await tx.query(addSql, [actor.districtId, id, entryId, ...file]);
      await audit(tx, actor, 'evidence.added', entryId, { after: { id, name, sha256 } });
      return { id, field, name, mediaType, size, sha256, createdAt: at.toISOString() };
    });
  }

  async remove(actor: Actor, entryId: string, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { entry } = await takeEntry(tx, actor, entryId);
      const where = { districtId: actor.districtId, id, entryId };
      const found = await tx.findOneBy(EntryFile, where);
      if (found === null || found.sinceReturn === 'removed') throw new NotFound();
      requireStatus(entry, 'draft', 'returned');
      // what was handed in stays for those above until it is handed in again
      if (entry.status === 'returned' && found.sinceReturn === null)
        await tx.update(EntryFile, where, { sinceReturn: 'removed' });
      else await tx.delete(EntryFile, where);
      await audit(tx, actor, 'evidence.removed', entryId, { before: { id, name: found.name } });
      return {};
    });
  }

  /** The file, for whoever may see the entry. */
  async read(actor: Actor, entryId: string, id: string): Promise<Attachment> {
    const { evidence } = await this.entries.one(actor, entryId);
    const file = evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', entryId, { after: { id } });
    const { name, mediaType, size, sha256 } = file;
    return { name, mediaType, size, bytes: await this.store.open(sha256) };
  }

  /** Counted after the entry is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(
    tx: EntityManager,
    actor: Actor,
    entryId: string,
    field: string | null,
  ): Promise<LedgerEntry> {
    const { entry, type } = await takeEntry(tx, actor, entryId);
    requireStatus(entry, 'draft', 'returned');
    const { definition } = type;
    const wanted = field === null ? definition.evidence !== 'none' : fieldOf(definition, field)?.kind === 'file';
    if (!wanted) throw noFileField();
    const ofIt = { districtId: actor.districtId, entryId };
    const files = await tx.countBy(EntryFile, [
      { ...ofIt, sinceReturn: IsNull() },
      { ...ofIt, sinceReturn: 'added' },
    ]);
    const { maxFiles } = this.config.evidence;
    if (files >= maxFiles) throw tooManyFiles(maxFiles);
    return entry;
  }
}
