/** The room of the lights (红黄绿灯). */
import { Module } from '@nestjs/common';
import { LightClock } from './light-clock.service';
import { LightRuleService } from './light-rule.service';
import { LightController } from './light.controller';
import { LightReader } from './light.reader';

@Module({
  controllers: [LightController],
  providers: [LightClock, LightRuleService, LightReader],
  exports: [LightClock, LightRuleService],
})
export class LightModule {}
