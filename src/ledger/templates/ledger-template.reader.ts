/** The library of ready ledgers (台账模板库), and taking one as it is. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { LedgerTypeDetail } from '../type/ledger-type.view';
import { LedgerTypeService } from '../type/ledger-type.service';
import type { LedgerTemplateList, LedgerTemplateView } from './ledger-template.view';
import type { LedgerTemplate } from './template';
import { TEMPLATES } from './templates';

@Injectable()
export class LedgerTemplateReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(LedgerTypeService) private readonly types: LedgerTypeService,
  ) {}

  async list({ districtId }: Actor): Promise<LedgerTemplateList> {
    const rows: { code: string }[] = await this.database.query(
      'select code from ledger_type where code = any($2) and district_id = $1',
      [districtId, TEMPLATES.map(({ code }) => code)],
    );
    const taken = new Set(rows.map(({ code }) => code));
    return { items: TEMPLATES.map((template) => viewOf(template, taken)) };
  }

  /** As it stands in the library, under its own code. Errors: ledger.code (409), notFound. */
  take(actor: Actor, code: string): Promise<LedgerTypeDetail> {
    const found = TEMPLATES.find((template) => template.code === code);
    if (found === undefined) throw new NotFound();
    return this.types.create(actor, { code, definition: found.definition, reason: '取自模板' });
  }
}

function viewOf({ code, definition, figures }: LedgerTemplate, taken: ReadonlySet<string>): LedgerTemplateView {
  return {
    code,
    definition: definition as LedgerTemplateView['definition'],
    figures: figures.map(({ field = null, filters = {}, ...figure }) => ({ ...figure, field, filters })),
    taken: taken.has(code),
  };
}
