/** Evidence (佐证材料) of a report: added while it is open, read by whoever may see the report. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { wellFormedText } from '../http/well-formed';
import type { Actor } from '../kernel/actor';
import { NotFound, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { wasAnswered } from '../outbox/remembered-answer';
import { EvidenceStore, type Stored } from './evidence-store.service';
import { Evidence } from './evidence.entity';
import { requireOpen, takeInHand } from './report-in-hand';
import { ReportReader } from './report.reader';
import type { EvidenceView } from './report.view';
import { type Thumbnail, Thumbnails } from './thumbnail.service';

export interface Incoming {
  name: string;
  bytes: Readable & { truncated?: boolean };
  /** Bytes that are taken of it, where that is not the limit of evidence. */
  most?: number;
}

export interface Attachment {
  name: string;
  mediaType: string;
  size: number;
  bytes: Readable;
}

@Injectable()
export class EvidenceService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(Thumbnails) private readonly thumbnails: Thumbnails,
    @Inject(ReportReader) private readonly reports: ReportReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a file in. The bytes reach the disk before the row: a row without its file never exists. */
  async add(actor: Actor, reportId: string, incoming: Incoming): Promise<EvidenceView> {
    await this.deeds.transaction(async (tx) => {
      if (await wasAnswered(tx, actor)) return;
      await this.requireOpen(tx, actor, reportId);
      await this.requirePlace(tx, actor, reportId);
    });
    const name = checkName(incoming.name);
    const stored = await this.store.store(incoming.bytes, name);
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      await this.requireOpen(tx, actor, reportId);
      await this.requirePlace(tx, actor, reportId);
      await tx.query(
        `insert into evidence_file (sha256, size, media_type) values ($1, $2, $3) on conflict do nothing`,
        [stored.sha256, stored.size, stored.mediaType],
      );
      const id = newId();
      const [{ at }]: [{ at: Date }] = await tx.query(
        `insert into evidence (district_id, id, report_id, sha256, name, created_by) values ($1, $2, $3, $4, $5, $6)
         returning created_at as at`,
        [actor.districtId, id, reportId, stored.sha256, name, actor.officerId],
      );
      await audit(tx, actor, 'evidence.added', reportId, { after: { id, name, sha256: stored.sha256 } });
      return {
        id,
        name,
        mediaType: stored.mediaType,
        size: stored.size,
        sha256: stored.sha256,
        createdAt: at.toISOString(),
      };
    });
  }

  remove(actor: Actor, reportId: string, id: string): Promise<{ id: string }> {
    return this.deeds.run(actor, async (tx) => {
      await this.requireOpen(tx, actor, reportId);
      const gone: { name: string }[] = await tx.query(
        `with gone as (delete from evidence where district_id = $1 and report_id = $2 and id = $3 returning name) select name from gone`,
        [actor.districtId, reportId, id],
      );
      if (gone.length === 0) throw new NotFound();
      await audit(tx, actor, 'evidence.removed', reportId, { before: { id, name: gone[0]?.name } });
      return { id };
    });
  }

  /** The file, for whoever may see the report. */
  async read(actor: Actor, reportId: string, id: string): Promise<Attachment> {
    const report = await this.reports.get(actor, reportId);
    const file = report.evidence.find((each) => each.id === id);
    if (file === undefined) throw new NotFound();
    await audit(this.database.manager, actor, 'evidence.read', reportId, { after: { id } });
    return { name: file.name, mediaType: file.mediaType, size: file.size, bytes: await this.store.open(file.sha256) };
  }

  /** A small picture of the file, for whoever may see the report. Errors: notFound, also where the file is no picture. */
  async thumbnail(actor: Actor, reportId: string, id: string): Promise<Thumbnail> {
    const report = await this.reports.get(actor, reportId);
    const file = report.evidence.find((each) => each.id === id);
    if (file === undefined || !file.mediaType.startsWith('image/')) throw new NotFound();
    return this.thumbnails.open(file.sha256);
  }

  private async requireOpen(tx: EntityManager, actor: Actor, reportId: string): Promise<void> {
    const report = await takeInHand(tx, actor, reportId);
    if (report.unionId !== actor.unionId) throw new NotFound();
    requireOpen(report);
  }

  /** Counted after the report is locked, so that two uploads at once do not both find the last place. */
  private async requirePlace(tx: EntityManager, actor: Actor, reportId: string): Promise<void> {
    const files = await tx.countBy(Evidence, { districtId: actor.districtId, reportId });
    if (files < this.config.evidence.maxFiles) return;
    throw new Refused(
      'evidence.tooMany',
      {
        zh: `每份报告最多 ${this.config.evidence.maxFiles} 个文件。`,
        en: `A report takes at most ${this.config.evidence.maxFiles} files.`,
      },
      'evidence',
    );
  }
}

/** The name as it came, in NFC, without a path and without what no text may hold. */
export function checkName(given: string): string {
  const name = wellFormedText(given.split(/[\\/]/).at(-1) ?? '')?.trim();
  if (name !== undefined && name.length > 0 && name.length <= 200 && !/[\n\t]/.test(name)) return name;
  throw new Refused(
    'evidence.name',
    { zh: '文件名须为 1 至 200 个可见字符。', en: 'A file name has 1 to 200 visible characters.' },
    'file',
  );
}

/** An upload's Idempotency-Key is bound to its bytes, which the guard could not see. */
export function withBytes(actor: Actor, stored: Stored, name: string): Actor {
  if (actor.call === undefined) return actor;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([actor.call.route, stored.sha256, name]))
    .digest('hex');
  return { ...actor, call: { ...actor.call, fingerprint } };
}
