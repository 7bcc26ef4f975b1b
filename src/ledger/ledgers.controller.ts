/** Ledgers (台账) for every tier: the forms, the list of entries, a new one, and where a number was entered. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PathVersion } from '../http/version-param';
import type { Actor } from '../kernel/actor';
import { LedgerEntryDto, LedgerEntryQuery, LookupDto } from './entry/entry.dto';
import { EntryReader } from './entry/entry.reader';
import { EntryService } from './entry/entry.service';
import { LedgerEntryDetail, LedgerEntryList } from './entry/entry.view';
import { DisclosureService } from './personal/disclosure.service';
import { LookupView } from './personal/disclosure.view';
import { LedgerTypeReader } from './type/ledger-type.reader';
import { LedgerForm, LedgerTypeList } from './type/ledger-type.view';

@Controller('ledgers')
export class LedgersController {
  constructor(
    private readonly types: LedgerTypeReader,
    private readonly reader: EntryReader,
    private readonly entries: EntryService,
    private readonly disclosures: DisclosureService,
  ) {}

  /** The ledgers of your district that take entries. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor): Promise<LedgerTypeList> {
    return this.types.list(me, { retired: false });
  }

  /** A ledger with its form, also as JSON Schema. */
  @Get(':id')
  @May('work.read')
  form(@Me() me: Actor, @PathId() id: string): Promise<LedgerForm> {
    return this.types.form(me, id);
  }

  /** The form of one version, by which older entries were made. */
  @Get(':id/versions/:version')
  @May('work.read')
  version(@Me() me: Actor, @PathId() id: string, @PathVersion() version: number): Promise<LedgerForm> {
    return this.types.form(me, id, version);
  }

  /** Entries of your union and what those below handed in; filtered, sorted and paged by index. */
  @Get(':id/entries')
  @May('work.read')
  entriesOf(@Me() me: Actor, @PathId() id: string, @Query() query: LedgerEntryQuery): Promise<LedgerEntryList> {
    return this.reader.list(me, id, query);
  }

  /** Begin an entry of your union: a draft that nobody else sees. */
  @Post(':id/entries')
  @May('ledger.write')
  begin(@Me() me: Actor, @PathId() id: string, @Body() body: LedgerEntryDto): Promise<LedgerEntryDetail> {
    return this.entries.begin(me, id, body);
  }

  /** Where an ID number or a telephone number was entered, for a purpose that stands in the audit trail. */
  @Post(':id/lookups')
  @HttpCode(200)
  @May('personal.read')
  lookUp(@Me() me: Actor, @PathId() id: string, @Body() body: LookupDto): Promise<LookupView> {
    return this.disclosures.lookUp(me, id, body);
  }
}
