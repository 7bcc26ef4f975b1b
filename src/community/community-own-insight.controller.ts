/** The community door (社区工联会) for what the own score sheet says about itself: explanation. */
import { Controller, Get } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ExplanationReader } from '../assessment/insight/explanation.reader';
import { ExplanationView } from '../assessment/insight/whole.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('community');

@Controller('community/score-sheets')
export class CommunityOwnInsightController {
  constructor(private readonly explanations: ExplanationReader) {}

  /** Why these points (得分说明); until publication only what is computed and what your union gave itself. */
  @Get(':assessmentId/explanation')
  @May('work.read')
  explain(@Me() me: Actor, @PathId('assessmentId') id: string): Promise<ExplanationView> {
    return this.explanations.own(me, id);
  }
}
