/** The district door (区总工会) for what an assessment says about itself: explanation, simulation, fairness. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ExplanationReader } from '../assessment/insight/explanation.reader';
import { FairnessReader } from '../assessment/insight/fairness.reader';
import { FairnessView } from '../assessment/insight/fairness.view';
import { SimulationDto } from '../assessment/insight/insight.dto';
import { SimulationReader } from '../assessment/insight/simulation.reader';
import { SimulationView } from '../assessment/insight/simulation.view';
import { ExplanationView } from '../assessment/insight/whole.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/assessments')
export class DistrictInsightController {
  constructor(
    private readonly explanations: ExplanationReader,
    private readonly simulations: SimulationReader,
    private readonly fairness: FairnessReader,
  ) {}

  /** Why these points (得分说明): for each criterion the rule, the inputs with their sources and the arithmetic. */
  @Get(':id/score-sheets/:unionId/explanation')
  @May('work.read')
  explain(@Me() me: Actor, @PathId() id: string, @PathId('unionId') unionId: string): Promise<ExplanationView> {
    return this.explanations.of(me, id, unionId);
  }

  /** What if (试算): the sheet and its rank as they would be with other facts; nothing is written. */
  @Post(':id/score-sheets/:unionId/simulation')
  @HttpCode(200)
  @May('work.read')
  simulate(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('unionId') unionId: string,
    @Body() body: SimulationDto,
  ): Promise<SimulationView> {
    return this.simulations.of(me, id, unionId, body);
  }

  /** The fairness report (公平性分析): distribution, criteria, judgement, scorers, and ranks that hang on the rounding. */
  @Get(':id/fairness')
  @May('work.read')
  fair(@Me() me: Actor, @PathId() id: string): Promise<FairnessView> {
    return this.fairness.of(me, id);
  }
}
