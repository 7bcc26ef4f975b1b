/** Unions (工会): everybody sees his own and below, the system administrator opens, changes, moves and closes them. */
import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { EnterpriseHandoverService } from '../enterprise/enterprise-handover.service';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { UnionService } from '../organization/union.service';
import { UnionList, UnionView } from '../organization/union.view';
import { ClosureDto, NewUnionDto, PlacementDto, UnionChangeDto, UnionQuery } from './administration.dto';

@Controller('unions')
export class UnionsController {
  constructor(
    private readonly unions: UnionService,
    private readonly enterprises: EnterpriseHandoverService,
  ) {}

  /** Your union and all below it, as the tree stood on a day. */
  @Get()
  @May('union.read')
  list(@Me() me: Actor, @Query() query: UnionQuery): Promise<UnionList> {
    return this.unions.list(me, query);
  }

  /** Open a union below another. */
  @Post()
  @May('union.write')
  open(@Me() me: Actor, @Body() body: NewUnionDto): Promise<UnionView> {
    return this.unions.open(me, body);
  }

  /** One union. */
  @Get(':id')
  @May('union.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<UnionView> {
    return this.unions.get(me, id);
  }

  /** Change name, code, kind or the number of workers. */
  @Patch(':id')
  @May('union.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: UnionChangeDto,
  ): Promise<UnionView> {
    return this.unions.change(me, id, version, body);
  }

  /** Move a union under another parent from a day on; what happened before stays with the old parent. */
  @Put(':id/placement')
  @May('union.write')
  move(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: PlacementDto,
  ): Promise<UnionView> {
    return this.unions.move(me, id, version, body);
  }

  /** Close a union that has none open below it; its enterprises go to the union that is named. */
  @Put(':id/closure')
  @May('union.write')
  close(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: ClosureDto,
  ): Promise<UnionView> {
    return this.unions.close(me, id, version, body, this.enterprises.leave);
  }
}
