/** The room of statistical forms (统计报表): forms a district defines, and the returns all tiers owe by them. */
import { Module } from '@nestjs/common';
import { FormReader } from './definition/form.reader';
import { FormService } from './definition/form.service';
import { FormsController } from './forms.controller';

@Module({
  controllers: [FormsController],
  providers: [FormReader, FormService],
  exports: [FormReader, FormService],
})
export class FormModule {}
