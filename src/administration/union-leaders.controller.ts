/** Who leads a union (负责人): everybody above and in it reads it, the system administrator notes it. */
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { UnionLeaderService } from '../organization/union-leader.service';
import { UnionLeaderView } from '../organization/union-leader.view';
import { UnionLeaderDto } from './administration.dto';

@Controller('unions/:id/leader')
export class UnionLeadersController {
  constructor(private readonly leaders: UnionLeaderService) {}

  /** Who leads a union, or that nobody is noted. */
  @Get()
  @May('union.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<UnionLeaderView> {
    return this.leaders.get(me, id);
  }

  /** Note who leads a union: one of its active officers, in the place of whoever did. */
  @Put()
  @May('union.write')
  set(@Me() me: Actor, @PathId() id: string, @Body() body: UnionLeaderDto): Promise<UnionLeaderView> {
    return this.leaders.set(me, id, body.officerId);
  }

  /** Note that nobody leads it. */
  @Delete()
  @HttpCode(204)
  @May('union.write')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.leaders.withdraw(me, id);
  }
}
