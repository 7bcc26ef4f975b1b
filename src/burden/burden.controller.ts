/** The burden of one union (基层负担): its own to every union, that of those below to whoever stands above. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { BurdenMonthQuery, RequestsQuery } from './burden.dto';
import { BurdenReader } from './burden.reader';
import { BurdenRequestList, UnionBurden } from './burden.view';

@Controller('unions/:id')
export class BurdenController {
  constructor(private readonly burdens: BurdenReader) {}

  /** How much a union was asked for in a month, by whom, how often twice, what reports took at the median, and twelve months. */
  @Get('burden')
  @May('work.read')
  ofUnion(@Me() me: Actor, @PathId() id: string, @Query() query: BurdenMonthQuery): Promise<UnionBurden> {
    return this.burdens.ofUnion(me, id, query.month);
  }

  /** The single things it was asked for in a month, the latest first. */
  @Get('requests')
  @May('work.read')
  requests(@Me() me: Actor, @PathId() id: string, @Query() query: RequestsQuery): Promise<BurdenRequestList> {
    return this.burdens.requests(me, id, query);
  }
}
