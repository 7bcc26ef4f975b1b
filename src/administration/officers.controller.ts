/** Officers (工会干部): the system administrator makes accounts, the security administrator gives roles. */
import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { OfficerService } from '../organization/officer.service';
import { OfficerList, OfficerView } from '../organization/officer.view';
import { FirstPasswordDto, NewOfficerDto, OfficerChangeDto, OfficerQuery, RoleDto } from './administration.dto';

@Controller('officers')
export class OfficersController {
  constructor(private readonly officers: OfficerService) {}

  /** Officers of your union and all below it. */
  @Get()
  @May('officer.read')
  list(@Me() me: Actor, @Query() query: OfficerQuery): Promise<OfficerList> {
    return this.officers.list(me, query);
  }

  /** Make an account; it may look and no more until it is given a role. */
  @Post()
  @May('officer.write')
  create(@Me() me: Actor, @Body() body: NewOfficerDto): Promise<OfficerView> {
    return this.officers.create(me, body);
  }

  /** One officer. */
  @Get(':id')
  @May('officer.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<OfficerView> {
    return this.officers.get(me, id);
  }

  /** Change name or union (the role falls back to viewer), or switch an account off; its sessions end. */
  @Patch(':id')
  @May('officer.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: OfficerChangeDto,
  ): Promise<OfficerView> {
    return this.officers.change(me, id, version, body);
  }

  /** Give a role; the officer signs in anew. */
  @Put(':id/role')
  @May('officer.rights')
  giveRole(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: RoleDto,
  ): Promise<OfficerView> {
    return this.officers.giveRole(me, id, version, body.role);
  }

  /** Set a first password anew; the officer must change it. */
  @Put(':id/password')
  @May('officer.write')
  resetPassword(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: FirstPasswordDto,
  ): Promise<OfficerView> {
    return this.officers.resetPassword(me, id, version, body.password);
  }
}
