/** The spreadsheet of a form and period for the own union (报表填报表), and asking for it to be taken in. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IntakeService } from '../../intake/intake.service';
import type { IntakeView } from '../../intake/intake.view';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import type { Incoming } from '../../work/evidence.service';
import { wordsOfPeriod } from '../../kernel/period';
import { periodInHand } from '../period/period-in-hand';
import { earlierOf } from '../return/return-sql';
import { placeToReport } from '../return/return-work';
import { nothing } from '../return/said-changes';
import { FORM } from './form-taker';
import { ownReturn, sheetNumberOf } from './own-return';
import { formSheet } from './sheet-blank';

@Injectable()
export class FormIntakeService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IntakeService) private readonly intakes: IntakeService,
  ) {}

  /** With what the own return says already, and what was given for the period before. Errors: notFound. */
  async blank(actor: Actor, formId: string, period: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { manager } = this.database;
    const { districtId, unionId } = actor;
    const inHand = await periodInHand(manager, districtId, formId, period, this.clock.today());
    const own = await ownReturn(manager, actor, inHand);
    const { before } = await earlierOf(manager, districtId, inHand, unionId);
    const [union]: { name: string }[] = await manager.query(
      'select name from trade_union where district_id = $1 and id = $2',
      [districtId, unionId],
    );
    const { definition } = own ?? inHand;
    const label = wordsOfPeriod(period).zh;
    const unionName = union?.name ?? '';
    const number = await sheetNumberOf(manager, actor, inHand);
    const about = { definition, label, unionName, number, days: inHand.days, own: own?.entry ?? nothing, before };
    return { name: `${definition.name}${label}（${unionName}）`, bytes: await formSheet(about) };
  }

  /** Errors: formPeriod.notOpen, formPeriod.locked, return.exempted, return.notOwed (409), notFound, and those of the file. */
  async ask(
    actor: Actor,
    { formId, period }: { formId: string; period: string },
    incoming: Incoming,
    { dryRun, submit }: { dryRun: boolean; submit: boolean },
  ): Promise<IntakeView> {
    const { manager } = this.database;
    const inHand = await periodInHand(manager, actor.districtId, formId, period, this.clock.today());
    await placeToReport(manager, actor, inHand);
    const settings = { formId, period, submit: String(submit) };
    return this.intakes.ask(actor, { kind: FORM }, incoming, { dryRun, settings });
  }
}
