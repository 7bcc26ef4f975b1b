/** The subdistrict door (街道总工会) for trying a scheme on an earlier year before it is opened. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { TrialDto } from '../assessment/insight/insight.dto';
import { TrialReader } from '../assessment/insight/trial.reader';
import { TrialView } from '../assessment/insight/trial.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/schemes')
export class SubdistrictTrialsController {
  constructor(private readonly trials: TrialReader) {}

  /** Try a scheme (试评) on the facts of an earlier year: points, ranks and how they would have moved; nothing is written. */
  @Post(':id/trial')
  @HttpCode(200)
  @May('assessment.conduct')
  try(@Me() me: Actor, @PathId() id: string, @Body() body: TrialDto): Promise<TrialView> {
    return this.trials.of(me, id, body);
  }
}
