/** The district door (区总工会) for ledger types (台账定义): make, try, publish anew, retire; versions with differences. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { PageQuery } from '../http/page.dto';
import { PathVersion } from '../http/version-param';
import type { Actor } from '../kernel/actor';
import {
  LedgerDifferenceQuery,
  LedgerReasonDto,
  LedgerTrialDto,
  LedgerTypeDto,
  LedgerVersionDto,
} from '../ledger/type/ledger-type.dto';
import { LedgerTypeReader } from '../ledger/type/ledger-type.reader';
import { LedgerTypeService } from '../ledger/type/ledger-type.service';
import {
  LedgerForm,
  LedgerTrial,
  LedgerTypeDetail,
  LedgerTypeList,
  LedgerVersionDetail,
  LedgerVersionList,
} from '../ledger/type/ledger-type.view';

const May = forTier('district');

@Controller('district/ledger-types')
export class DistrictLedgerTypesController {
  constructor(
    private readonly reader: LedgerTypeReader,
    private readonly types: LedgerTypeService,
  ) {}

  /** The ledger types of your district, those retired among them. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor): Promise<LedgerTypeList> {
    return this.reader.list(me, { retired: true });
  }

  /** Make a ledger type; its first version is published with it. */
  @Post()
  @May('ledger.define')
  create(@Me() me: Actor, @Body() body: LedgerTypeDto): Promise<LedgerTypeDetail> {
    return this.types.create(me, body);
  }

  /** Try a definition without a trace: all that is wrong, or its JSON Schema. */
  @Post('trials')
  @HttpCode(200)
  @May('ledger.define')
  try(@Me() me: Actor, @Body() { definition }: LedgerTrialDto): Promise<LedgerTrial> {
    return this.types.try(me, definition, null);
  }

  /** One type with its form. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<LedgerForm> {
    return this.reader.form(me, id);
  }

  /** Try another version without a trace: all that is wrong, or what would change. */
  @Post(':id/trials')
  @HttpCode(200)
  @May('ledger.define')
  tryVersion(@Me() me: Actor, @PathId() id: string, @Body() { definition }: LedgerTrialDto): Promise<LedgerTrial> {
    return this.types.try(me, definition, id);
  }

  /** Publish another version; entries keep the one they were made with. */
  @Put(':id')
  @May('ledger.define')
  publish(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: LedgerVersionDto,
  ): Promise<LedgerTypeDetail> {
    return this.types.publish(me, id, seen, body);
  }

  /** Retire it (停用): no new entries; those there are stay and count. */
  @Post(':id/retirement')
  @May('ledger.define')
  retire(@Me() me: Actor, @PathId() id: string, @Body() { reason }: LedgerReasonDto): Promise<LedgerTypeDetail> {
    return this.types.retire(me, id, reason);
  }

  /** Take it up again (恢复使用). */
  @Delete(':id/retirement')
  @HttpCode(204)
  @May('ledger.define')
  async resume(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.types.resume(me, id, '恢复使用');
  }

  /** Every version that was published, the latest first. */
  @Get(':id/versions')
  @May('work.read')
  versions(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<LedgerVersionList> {
    return this.reader.versions(me, id, query);
  }

  /** One version, and in words what changed since the one before or since another. */
  @Get(':id/versions/:version')
  @May('work.read')
  version(
    @Me() me: Actor,
    @PathId() id: string,
    @PathVersion() version: number,
    @Query() query: LedgerDifferenceQuery,
  ): Promise<LedgerVersionDetail> {
    return this.reader.version(me, id, version, query);
  }
}
