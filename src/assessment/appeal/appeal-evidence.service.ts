/** Evidence (佐证材料) of an appeal: added and taken out while nobody has decided, read by whoever may see the appeal. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { wasAnswered } from '../../outbox/remembered-answer';
import { EvidenceStore } from '../../work/evidence-store.service';
import { type Attachment, checkName, type Incoming, withBytes } from '../../work/evidence.service';
import type { EvidenceView } from '../../work/report.view';
import { AssessmentEvidence } from '../assessment-evidence.entity';
import type { Appeal } from './appeal.entity';
import { takeAppeal } from './appeal-in-hand';
import { tooManyFiles } from './appeal-refusals';
import { AppealReader } from './appeal.reader';
import type { AppealDetail } from './appeal.view';

const addSql = `
  with file as (
    insert into evidence_file (sha256, size, media_type) values ($6, $7, $8) on conflict do nothing
  )
  insert into assessment_evidence (district_id, id, assessment_id, union_id, holder, holder_id, sha256, name, created_by)
  values ($1, $2, $3, $4, 'appeal', $5, $6, $9, $10) returning created_at as at`;

@Injectable()
export class AppealEvidenceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(AppealReader) private readonly appeals: AppealReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a file in. The bytes reach the disk before the row: a row without its file never exists. */
  async add(actor: Actor, appealId: string, incoming: Incoming): Promise<EvidenceView> {
    await this.deeds.transaction(async (tx) => {
      if (!(await wasAnswered(tx, actor))) await this.requirePlace(tx, actor, appealId);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      const { assessmentId, unionId } = await this.requirePlace(tx, actor, appealId);
      const { sha256, size, mediaType } = stored;
      const id = newId();
      const place = [actor.districtId, id, assessmentId, unionId, appealId];
      const file = [sha256, size, mediaType, name, actor.officerId];
      const [{ at }]: [{ at: Date }] = await tx.query(addSql, [...place, ...file]);
      await audit(tx, actor, 'evidence.added', appealId, { after: { id, name, sha256 } });
      return { id, name, mediaType, size, sha256, createdAt: at.toISOString() };
    });
  }

  async remove(actor: Actor, appealId: string, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      await takeAppeal(tx, { districtId, id: appealId, unionId });
      const where = { districtId, id, holder: 'appeal', holderId: appealId } as const;
      const found = await tx.findOneBy(AssessmentEvidence, where);
      if (found === null) throw new NotFound();
      await tx.delete(AssessmentEvidence, where);
      await audit(tx, actor, 'evidence.removed', appealId, { before: { id, name: found.name } });
      return {};
    });
  }

  /** The file, for the union that appeals. */
  async readOwn(actor: Actor, appealId: string, id: string): Promise<Attachment> {
    return this.open(actor, await this.appeals.ownOne(actor, appealId), id);
  }

  /** The file, for the tier that answers and those above it. */
  async read(actor: Actor, assessmentId: string, appealId: string, id: string): Promise<Attachment> {
    return this.open(actor, await this.appeals.oneOfAssessment(actor, assessmentId, appealId), id);
  }

  private async open(actor: Actor, { id: appealId, evidence }: AppealDetail, id: string): Promise<Attachment> {
    const file = evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', appealId, { after: { id } });
    const { name, mediaType, size, sha256 } = file;
    return { name, mediaType, size, bytes: await this.store.open(sha256) };
  }

  /** Counted after the appeal is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(tx: EntityManager, { districtId, unionId }: Actor, id: string): Promise<Appeal> {
    const { appeal } = await takeAppeal(tx, { districtId, id, unionId });
    const files = await tx.countBy(AssessmentEvidence, { districtId, holder: 'appeal', holderId: id });
    const { maxFiles } = this.config.evidence;
    if (files >= maxFiles) throw tooManyFiles(maxFiles);
    return appeal;
  }
}
