/** The subdistrict door (街道总工会) for what the own score sheet says about itself: explanation, simulation. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ExplanationReader } from '../assessment/insight/explanation.reader';
import { SimulationDto } from '../assessment/insight/insight.dto';
import { SimulationReader } from '../assessment/insight/simulation.reader';
import { SimulationView } from '../assessment/insight/simulation.view';
import { ExplanationView } from '../assessment/insight/whole.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/score-sheets')
export class SubdistrictOwnInsightController {
  constructor(
    private readonly explanations: ExplanationReader,
    private readonly simulations: SimulationReader,
  ) {}

  /** Why these points (得分说明); until publication only what is computed and what your union gave itself. */
  @Get(':assessmentId/explanation')
  @May('work.read')
  explain(@Me() me: Actor, @PathId('assessmentId') id: string): Promise<ExplanationView> {
    return this.explanations.own(me, id);
  }

  /** What if (试算): your sheet as it would be with other facts; nothing is written. */
  @Post(':assessmentId/simulation')
  @HttpCode(200)
  @May('work.read')
  simulate(@Me() me: Actor, @PathId('assessmentId') id: string, @Body() body: SimulationDto): Promise<SimulationView> {
    return this.simulations.own(me, id, body);
  }
}
