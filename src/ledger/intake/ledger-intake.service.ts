/** Asking for a ledger's spreadsheet to be taken in (台账导入), and the blank to fill in. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Asked, IntakeService } from '../../intake/intake.service';
import type { IntakeView } from '../../intake/intake.view';
import type { Charset } from '../../intake/sheet';
import type { IntakeColumn } from '../../intake/taker';
import type { Actor } from '../../kernel/actor';
import { Refused } from '../../kernel/errors';
import type { Incoming } from '../../work/evidence.service';
import { retired } from '../entry/entry-refusals';
import { ledgerNamed } from '../coded/ledger-named';
import { typeInHand } from '../type/ledger-type.reader';
import { intakeColumnsOf } from './intake-columns';
import { LEDGER } from './ledger-taker';

interface LedgerAsked extends Pick<Asked, 'dryRun' | 'only'> {
  readonly submit: boolean;
  /** Of a CSV, where it was said. */
  readonly charset?: Charset;
}

@Injectable()
export class LedgerIntakeService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(IntakeService) private readonly intakes: IntakeService,
  ) {}

  /** Errors: notFound. */
  async blank({ districtId }: Actor, ledgerId: string): Promise<{ name: string; columns: IntakeColumn[] }> {
    const { definition } = await typeInHand(this.database.manager, districtId, ledgerId);
    return { name: definition.name, columns: intakeColumnsOf(definition) };
  }

  /** As programs name it: by its code or id. Errors: notFound, and those of `ask`. */
  async askNamed(actor: Actor, ledger: string, incoming: Incoming, asked: LedgerAsked): Promise<IntakeView> {
    return this.ask(actor, await ledgerNamed(this.database.manager, actor.districtId, ledger), incoming, asked);
  }

  /** By the form as it stands now. Errors: ledger.retired (409), ledgerIntake.files (422), notFound, and those of the file. */
  async ask(
    actor: Actor,
    ledgerId: string,
    incoming: Incoming,
    { dryRun, submit, only, charset }: LedgerAsked,
  ): Promise<IntakeView> {
    const type = await typeInHand(this.database.manager, actor.districtId, ledgerId);
    if (type.retired) throw retired();
    const { fields, evidence } = type.definition;
    const files = evidence === 'required' || fields.some(({ kind, required }) => kind === 'file' && required);
    if (submit && files) throw needsFiles();
    const settings = {
      ledgerId,
      version: String(type.version),
      submit: String(submit),
      ...(charset === undefined ? {} : { charset }),
    };
    return this.intakes.ask(actor, { kind: LEDGER, passing: true }, incoming, { dryRun, only, settings });
  }
}

const needsFiles = (): Refused =>
  new Refused(
    'ledgerIntake.files',
    {
      zh: '这种台账须上传附件，只能导入为草稿，补齐附件后逐条上报。',
      en: 'Entries of this ledger need files: take them in as drafts, and submit each with its files.',
    },
    'submit',
  );
