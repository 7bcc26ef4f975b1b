/** Evidence (佐证材料) of a proposal: added by the union that proposed, for everything proposed together. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { wasAnswered } from '../../outbox/remembered-answer';
import { EvidenceStore } from '../../work/evidence-store.service';
import { type Attachment, checkName, type Incoming, withBytes } from '../../work/evidence.service';
import type { EvidenceView } from '../../work/report.view';
import { EnterpriseVerification } from './enterprise-verification.entity';
import { VerificationFile } from './verification-file.entity';
import { decidedAlready } from './verification-rules';
import { VerificationReader } from './verification.reader';

const addSql = `
  with file as (insert into evidence_file (sha256, size, media_type) values ($4, $5, $6) on conflict do nothing)
  insert into verification_file (district_id, id, proposal_id, sha256, name, created_by)
  values ($1, $2, $3, $4, $7, $8) returning created_at as at`;

@Injectable()
export class VerificationEvidenceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(VerificationReader) private readonly verifications: VerificationReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The bytes reach the disk before the row: a row without its file never exists. */
  async add(actor: Actor, verificationId: string, incoming: Incoming): Promise<EvidenceView> {
    await this.deeds.transaction(async (tx) => {
      if (!(await wasAnswered(tx, actor))) await this.requirePlace(tx, actor, verificationId);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      const proposalId = await this.requirePlace(tx, actor, verificationId);
      const { sha256, size, mediaType } = stored;
      const id = newId();
      const [{ at }]: [{ at: Date }] = await tx.query(addSql, [
        ...[actor.districtId, id, proposalId, sha256, size, mediaType, name, actor.officerId],
      ]);
      await audit(tx, actor, 'evidence.added', proposalId, { after: { id, name, sha256 } });
      return { id, name, mediaType, size, sha256, createdAt: at.toISOString() };
    });
  }

  /** The file, for the union that proposed and all above. */
  async read(actor: Actor, verificationId: string, id: string): Promise<Attachment> {
    const { evidence, proposalId } = await this.verifications.get(actor, verificationId);
    const file = evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', proposalId, { after: { id } });
    const { name, mediaType, size, sha256 } = file;
    return { name, mediaType, size, bytes: await this.store.open(sha256) };
  }

  /** Counted after the proposal is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(tx: EntityManager, actor: Actor, id: string): Promise<string> {
    const { districtId, unionId } = actor;
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await tx.findOne(EnterpriseVerification, { where: { districtId, id, unionId }, lock });
    if (found === null) throw new NotFound();
    if (found.status !== 'proposed') throw new Conflict(decidedAlready.code, decidedAlready.words);
    const { proposalId } = found;
    const { maxFiles } = this.config.evidence;
    if ((await tx.countBy(VerificationFile, { districtId, proposalId })) < maxFiles) return proposalId;
    throw new Refused(
      'evidence.tooMany',
      { zh: `每次提请最多 ${maxFiles} 个文件。`, en: `A proposal takes at most ${maxFiles} files.` },
      'evidence',
    );
  }
}
