/** The room of statistical forms (统计报表): forms a district defines, and the returns all tiers owe by them. */
import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/intake.module';
import { FormReader } from './definition/form.reader';
import { FormService } from './definition/form.service';
import { FormExceptionReader } from './exception/exception.reader';
import { FormExceptionService } from './exception/exception.service';
import { FormExportService } from './export/form-export.service';
import { FormExceptionsController } from './form-exceptions.controller';
import { FormPeriodsController } from './form-periods.controller';
import { FormReturnsController } from './form-returns.controller';
import { FormsController } from './forms.controller';
import { FormIntakeService } from './intake/form-intake.service';
import { FormPeriodsReader } from './period/periods.reader';
import { FormReviewService } from './return/return-review.service';
import { FormReturnReader } from './return/return.reader';
import { FormReturnService } from './return/return.service';
import { FormSubmissionsReader } from './return/submissions.reader';
import { FormStandingReader } from './standing/standing.reader';
import { FormTotalsReader } from './standing/totals.reader';

@Module({
  imports: [IntakeModule],
  controllers: [FormsController, FormPeriodsController, FormReturnsController, FormExceptionsController],
  providers: [
    FormReader,
    FormService,
    FormPeriodsReader,
    FormReturnReader,
    FormReturnService,
    FormReviewService,
    FormSubmissionsReader,
    FormStandingReader,
    FormTotalsReader,
    FormExceptionReader,
    FormExceptionService,
    FormExportService,
    FormIntakeService,
  ],
  exports: [FormReader, FormService, FormExceptionService, FormIntakeService],
})
export class FormModule {}
