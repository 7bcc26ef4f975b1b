/** The library of ready indicators (指标模板库), and taking one with the ledgers it reads. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { TEMPLATES } from '../../ledger/templates/templates';
import { LedgerType } from '../../ledger/type/ledger-type.entity';
import { createLedgerType } from '../../ledger/type/ledger-type.service';
import { Deeds } from '../../outbox/deeds';
import { createIndicator } from '../definition/indicator.service';
import type { IndicatorDetail } from '../definition/indicator.view';
import type { IndicatorTemplateList } from './indicator-template.view';
import { INDICATOR_TEMPLATES, ledgersOf } from './templates';

const TAKEN = '取自模板';

@Injectable()
export class IndicatorTemplateReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
  ) {}

  async list({ districtId }: Actor): Promise<IndicatorTemplateList> {
    const rows: { code: string }[] = await this.database.query(
      'select code from indicator where code = any($2) and district_id = $1',
      [districtId, INDICATOR_TEMPLATES.map(({ code }) => code)],
    );
    const taken = new Set(rows.map(({ code }) => code));
    return {
      items: INDICATOR_TEMPLATES.map((template) => ({
        ...template,
        ledgers: ledgersOf(template),
        taken: taken.has(template.code),
      })),
    };
  }

  /** Under its own code; ready ledgers that the district does not have come with it. Errors: indicator.code (409), invalid (422), notFound. */
  take(actor: Actor, code: string, holdsFrom: string): Promise<IndicatorDetail> {
    const found = INDICATOR_TEMPLATES.find((template) => template.code === code);
    if (found === undefined) throw new NotFound();
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      for (const ledger of TEMPLATES.filter((each) => ledgersOf(found).includes(each.code)))
        if (!(await tx.existsBy(LedgerType, { districtId, code: ledger.code })))
          await createLedgerType(tx, actor, { code: ledger.code, definition: ledger.definition, reason: TAKEN });
      return createIndicator(tx, actor, { code, definition: found.definition, holdsFrom, reason: TAKEN });
    });
  }
}
