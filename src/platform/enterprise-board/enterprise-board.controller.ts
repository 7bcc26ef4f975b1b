/** The enterprise board (企业看板): counts and rates per union, carried by the queue. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../../access/declarations';
import type { Actor } from '../../kernel/actor';
import { EnterpriseBoardQuery } from './enterprise-board.dto';
import { EnterpriseBoardQuery as Board } from './enterprise-board.query';
import { EnterpriseBoard } from './enterprise-board.view';

@Controller('platform')
export class EnterpriseBoardController {
  constructor(private readonly board: Board) {}

  /** Enterprises (企业看板) of a union and of every union directly below it: counts, 组建率 gross and verified, 入会率. */
  @Get('boards/enterprises')
  @May('work.read')
  enterprises(@Me() me: Actor, @Query() query: EnterpriseBoardQuery): Promise<EnterpriseBoard> {
    return this.board.show(me, query);
  }
}
