/** The district door (区总工会) for the burden (减负): how much those below are asked for, and what a new task would cost. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { CostDto, DistrictBurdenQuery } from '../burden/burden.dto';
import { BurdenReader } from '../burden/burden.reader';
import { BurdenList } from '../burden/burden.view';
import { CostReader } from '../burden/cost.reader';
import { CostView } from '../burden/cost.view';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district')
export class DistrictBurdenController {
  constructor(
    private readonly burdens: BurdenReader,
    private readonly costs: CostReader,
  ) {}

  /** How much the unions below were asked for in a month, who was asked for most first, and twelve months of all. */
  @Get('burden')
  @May('work.read')
  list(@Me() me: Actor, @Query() query: DistrictBurdenQuery): Promise<BurdenList> {
    return this.burdens.below(me, query.tier, query);
  }

  /** What a task would cost those below before it is given (下达前测算), and who reports the same figure already. */
  @Post('tasks/cost')
  @HttpCode(200)
  @May('task.assign')
  cost(@Me() me: Actor, @Body() body: CostDto): Promise<CostView> {
    return this.costs.estimate(me, body);
  }
}
