/** The district door (区总工会) for lights: the rule by which they are judged. */
import { Body, Controller, Put } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { LightRuleService } from '../light/light-rule.service';
import { LightRuleDto } from '../light/light.dto';
import { LightRuleView } from '../light/light.view';

const May = forTier('district');

@Controller('district/light-rule')
export class DistrictLightRuleController {
  constructor(private readonly rules: LightRuleService) {}

  /** Set the rule for the district's lights anew, with a reason: all of them are judged by it at once. */
  @Put()
  @May('task.assign')
  set(@Me() me: Actor, @IfMatch() version: number, @Body() body: LightRuleDto): Promise<LightRuleView> {
    return this.rules.set(me, version, body);
  }
}
