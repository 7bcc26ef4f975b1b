/** The room of intakes (导入): spreadsheets are kept, taken in by and by, and say what is wrong with which row. */
import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module';
import { ImportReader } from './import.reader';
import { IntakeReader } from './intake.reader';
import { IntakeService } from './intake.service';

@Module({
  imports: [WorkModule],
  providers: [IntakeService, IntakeReader, ImportReader],
  exports: [IntakeService, IntakeReader, ImportReader],
})
export class IntakeModule {}
