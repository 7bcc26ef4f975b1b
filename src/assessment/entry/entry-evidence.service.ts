/** Evidence (佐证材料) of an entry: added by the union that recorded it, read by it and by whoever scores. */
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
import type { EvidenceView } from '../../work/report.view';
import { AssessmentEvidence } from '../assessment-evidence.entity';
import type { AssessmentEntry } from '../assessment-entry.entity';
import { takeEntry } from './entry-in-hand';
import { notYours } from './entry-refusals';
import { EntryReader } from './entry.reader';
import type { EntryView } from './entry.view';

const addSql = `
  with file as (
    insert into evidence_file (sha256, size, media_type) values ($6, $7, $8) on conflict do nothing
  )
  insert into assessment_evidence (district_id, id, assessment_id, union_id, holder, holder_id, sha256, name, created_by)
  values ($1, $2, $3, $4, 'entry', $5, $6, $9, $10) returning created_at as at`;

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
  async add(actor: Actor, assessmentId: string, entryId: string, incoming: Incoming): Promise<EvidenceView> {
    await this.deeds.transaction(async (tx) => {
      if (!(await wasAnswered(tx, actor))) await this.requirePlace(tx, actor, assessmentId, entryId);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      const { unionId } = await this.requirePlace(tx, actor, assessmentId, entryId);
      const { sha256, size, mediaType } = stored;
      const id = newId();
      const place = [actor.districtId, id, assessmentId, unionId, entryId];
      const file = [sha256, size, mediaType, name, actor.officerId];
      const [{ at }]: [{ at: Date }] = await tx.query(addSql, [...place, ...file]);
      await audit(tx, actor, 'evidence.added', entryId, { after: { id, name, sha256 } });
      return { id, name, mediaType, size, sha256, createdAt: at.toISOString() };
    });
  }

  /** Taken out while nobody has decided. Errors: entry.notProposed, assessment.published (409), entry.notYours (403), notFound. */
  async remove(actor: Actor, assessmentId: string, entryId: string, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await this.take(tx, actor, assessmentId, entryId, 'proposed');
      const where = { districtId: actor.districtId, id, holder: 'entry', holderId: entryId } as const;
      const found = await tx.findOneBy(AssessmentEvidence, where);
      if (found === null) throw new NotFound();
      await tx.delete(AssessmentEvidence, where);
      await audit(tx, actor, 'evidence.removed', entryId, { before: { id, name: found.name } });
      return {};
    });
  }

  /** The file, for the tier that scores and those above it. */
  async read(actor: Actor, assessmentId: string, entryId: string, id: string): Promise<Attachment> {
    return this.open(actor, await this.entries.get(actor, assessmentId, entryId), id);
  }

  /** The file, for the union it is about. */
  async readOwn(actor: Actor, assessmentId: string, entryId: string, id: string): Promise<Attachment> {
    return this.open(actor, await this.entries.own(actor, assessmentId, entryId), id);
  }

  private async open(actor: Actor, { id: entryId, evidence }: EntryView, id: string): Promise<Attachment> {
    const file = evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', entryId, { after: { id } });
    const { name, mediaType, size, sha256 } = file;
    return { name, mediaType, size, bytes: await this.store.open(sha256) };
  }

  /** Counted after the sheet is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(
    tx: EntityManager,
    actor: Actor,
    assessmentId: string,
    entryId: string,
  ): Promise<AssessmentEntry> {
    const entry = await this.take(tx, actor, assessmentId, entryId, 'proposed', 'approved');
    const { districtId } = actor;
    const files = await tx.countBy(AssessmentEvidence, { districtId, holder: 'entry', holderId: entryId });
    const { maxFiles } = this.config.evidence;
    if (files < maxFiles) return entry;
    throw new Refused(
      'evidence.tooMany',
      { zh: `每条记录最多 ${maxFiles} 个文件。`, en: `An entry takes at most ${maxFiles} files.` },
      'evidence',
    );
  }

  /** Only the union that recorded it: what a scored union proposed stays its own. */
  private async take(
    tx: EntityManager,
    actor: Actor,
    assessmentId: string,
    entryId: string,
    ...statuses: readonly AssessmentEntry['status'][]
  ): Promise<AssessmentEntry> {
    const { assessment, entry, proposedByUnion } = await takeEntry(tx, actor, assessmentId, entryId, ...statuses);
    if (proposedByUnion === (assessment.ownerId === actor.unionId)) throw notYours();
    return entry;
  }
}
