/** The district door (区总工会) for what an assessment says about itself: explanation. */
import { Controller, Get } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ExplanationReader } from '../assessment/insight/explanation.reader';
import { ExplanationView } from '../assessment/insight/whole.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/assessments')
export class DistrictInsightController {
  constructor(private readonly explanations: ExplanationReader) {}

  /** Why these points (得分说明): for each criterion the rule, the inputs with their sources and the arithmetic. */
  @Get(':id/score-sheets/:unionId/explanation')
  @May('work.read')
  explain(@Me() me: Actor, @PathId() id: string, @PathId('unionId') unionId: string): Promise<ExplanationView> {
    return this.explanations.of(me, id, unionId);
  }
}
