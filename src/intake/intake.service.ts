/** Asking for an intake of a spreadsheet (表格导入), and stopping it; the work is done elsewhere. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor';
import { Conflict, DomainError, NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { EvidenceStore, type Stored } from '../work/evidence-store.service';
import { checkName, type Incoming, withBytes } from '../work/evidence.service';
import { Intake, type IntakeStatus } from './intake.entity';
import { readIntake } from './intake.reader';
import type { IntakeView } from './intake.view';
import type { IntakeKind } from './kind-scope';
import { isNdjson, XLSX } from './sheet';

export const alive: readonly IntakeStatus[] = ['waiting', 'running', 'stopping'];

export interface Asked {
  readonly dryRun: boolean;
  /** all: nothing is taken in when one row is faulty. */
  readonly only?: 'good' | 'all';
  /** What the taker is told besides the rows. */
  readonly settings?: Readonly<Record<string, string>>;
}

const insertSql = `
  with file as (insert into evidence_file (sha256, size, media_type) values ($8, $9, $10) on conflict do nothing)
  insert into intake (district_id, id, union_id, path, kind, settings, dry_run, file_name, sha256, status, started_by, asked_at,
    row_choice, checking)
  values ($1, $2, $3, $4, $5, $6, $7, $11, $8, 'waiting', $12, app_now(), $13, $13 = 'all' and not $7)`;

@Injectable()
export class IntakeService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
  ) {}

  /** Keeps the file and has it taken in by and by. Errors: intake.type (415), evidence.* (413, 507), 422 for its name. */
  async ask(
    actor: Actor,
    { kind, passing = false }: { readonly kind: IntakeKind; readonly passing?: boolean },
    incoming: Incoming,
    asked: Asked,
  ): Promise<IntakeView> {
    const name = checkName(incoming.name);
    const id = newId();
    let answer: IntakeView | undefined;
    try {
      const stored = await this.store.store(incoming.bytes, asText(name), passing ? id : undefined, incoming.most);
      answer = await this.keep(actor, { id, kind, name, stored }, asked);
      return answer;
    } finally {
      // refused, or answered as before: what came with it is nobody's
      if (passing && answer?.id !== id) await this.store.forget(id);
    }
  }

  /**
   * Stops it after the batch in hand; what is taken stays. One that nobody has begun ends at once. Errors: intake.ended
   * (409), notFound.
   */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const lock = { mode: 'pessimistic_write' } as const;
      const intake = await tx.findOne(Intake, { where: { districtId, id, unionId }, lock });
      if (intake === null) throw new NotFound();
      if (!alive.includes(intake.status)) throw ended();
      await tx.query(
        `update intake set status = case when started_at is null then 'stopped' else 'stopping' end,
           ended_at = case when started_at is null then app_now() end where district_id = $1 and id = $2`,
        [districtId, id],
      );
      await audit(tx, actor, 'intake.stopped', id);
      return {};
    });
    await this.forgetEnded(actor, id);
  }

  /** One that ended before anybody began has nobody else to take its spreadsheet away. */
  private async forgetEnded({ districtId }: Actor, id: string): Promise<void> {
    const where = { districtId, id, status: 'stopped' } as const;
    if (await this.deeds.transaction((tx) => tx.existsBy(Intake, where))) await this.store.forget(id);
  }

  private keep(
    actor: Actor,
    { id, kind, name, stored }: { id: string; kind: IntakeKind; name: string; stored: Stored },
    { dryRun, only = 'good', settings = {} }: Asked,
  ): Promise<IntakeView> {
    const { sha256, size, mediaType } = stored;
    if (mediaType !== XLSX && mediaType !== 'text/plain') throw wrongType();
    return this.deeds.run(withBytes(actor, stored, name), async (tx) => {
      const { districtId, unionId, path, officerId } = actor;
      const about = [districtId, id, unionId, path, kind, JSON.stringify(settings), dryRun];
      await tx.query(insertSql, [...about, sha256, size, mediaType, name, officerId, only]);
      await audit(tx, actor, 'intake.asked', id, { after: { kind, dryRun, only, name, sha256, settings } });
      return readIntake(tx, actor, id);
    });
  }
}

/** Lines of JSON are text, whatever their file is called. */
const asText = (name: string): string => (isNdjson(name) ? `${name}.txt` : name);

const wrongType = (): DomainError =>
  new DomainError('unsupported-media', 'intake.type', {
    zh: '请上传 .xlsx、.csv 或 .ndjson 文件；.xls 请先在 Excel 中另存为 .xlsx。',
    en: 'Send an .xlsx, .csv or .ndjson file; save an .xls as .xlsx first.',
  });

const ended = (): Conflict =>
  new Conflict('intake.ended', { zh: '该导入已经结束。', en: 'The intake has ended already.' });
