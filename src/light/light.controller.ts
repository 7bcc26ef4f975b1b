/** Lights (红黄绿灯) for all who work: which are not green, why one is as it is, and by which rule. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { LightRuleService } from './light-rule.service';
import { LightsQuery } from './light.dto';
import { LightReader } from './light.reader';
import { LightRuleList, LightRuleView, LitTaskList, TaskLightView } from './light.view';

@Controller()
export class LightController {
  constructor(
    private readonly lights: LightReader,
    private readonly rules: LightRuleService,
  ) {}

  /** Tasks of your union and below that are red or yellow: red first, then those that have been so the longest. */
  @Get('lights')
  @May('work.read')
  list(@Me() me: Actor, @Query() query: LightsQuery): Promise<LitTaskList> {
    return this.lights.list(me, query);
  }

  /** The light of a task: why, who below makes it so, when it turns, and every change of colour. */
  @Get('tasks/:id/light')
  @May('work.read')
  task(@Me() me: Actor, @PathId() id: string): Promise<TaskLightView> {
    return this.lights.task(me, id);
  }

  /** The rule of your district by which lights are judged. */
  @Get('light-rule')
  @May('work.read')
  rule(@Me() me: Actor): Promise<LightRuleView> {
    return this.rules.current(me);
  }

  /** Every version of it, the latest first. */
  @Get('light-rule/versions')
  @May('work.read')
  versions(@Me() me: Actor): Promise<LightRuleList> {
    return this.rules.versions(me);
  }
}
