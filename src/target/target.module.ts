/** The room of targets (目标): set, changed by two persons, reached or missed. */
import { Module } from '@nestjs/common';
import { TargetChangeService } from './target-change.service';
import { TargetChangesReader } from './target-changes.reader';
import { TargetReader } from './target.reader';
import { TargetTrialReader } from './target-trial.reader';
import { TargetService } from './target.service';
import { TargetsController } from './targets.controller';

@Module({
  controllers: [TargetsController],
  providers: [TargetReader, TargetChangesReader, TargetTrialReader, TargetService, TargetChangeService],
  exports: [TargetService, TargetChangeService],
})
export class TargetModule {}
