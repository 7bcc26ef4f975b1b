/** The district door (区总工会) for the library of ready ledgers (台账模板库). */
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { LedgerTemplateReader } from '../ledger/templates/ledger-template.reader';
import { LedgerTemplateList } from '../ledger/templates/ledger-template.view';
import { LedgerTypeDetail } from '../ledger/type/ledger-type.view';

const May = forTier('district');

@Controller('district/ledger-templates')
export class DistrictLedgerTemplatesController {
  constructor(private readonly templates: LedgerTemplateReader) {}

  /** Ledgers for the programmes of the annual report, and which of its figures follow from each. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor): Promise<LedgerTemplateList> {
    return this.templates.list(me);
  }

  /** Take one as it is; to change it first, make a ledger with its definition. */
  @Post(':template/ledger-types')
  @May('ledger.define')
  take(@Me() me: Actor, @Param('template') code: string): Promise<LedgerTypeDetail> {
    return this.templates.take(me, code);
  }
}
