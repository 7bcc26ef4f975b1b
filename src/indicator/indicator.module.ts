/** The room of indicators (指标): what they are, their values with what stands behind them, and closed periods. */
import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { ExternalValueReader } from './external/external-value.reader';
import { ExternalValueService } from './external/external-value.service';
import { ExternalValuesController } from './external-values.controller';
import { ClosureReader } from './closure/closure.reader';
import { ClosureService } from './closure/closure.service';
import { IndicatorReader } from './definition/indicator.reader';
import { LedgerUseService } from './definition/ledger-use.service';
import { IndicatorService } from './definition/indicator.service';
import { IndicatorsController } from './indicators.controller';
import { GroupsReader } from './trace/groups.reader';
import { TraceReader } from './trace/trace.reader';
import { IndicatorTemplateReader } from './templates/indicator-template.reader';
import { OffersReader } from './sources/offers.reader';
import { TrialReader } from './trial/trial.reader';
import { ValueReader } from './value/value.reader';

@Module({
  imports: [LedgerModule],
  controllers: [IndicatorsController, ExternalValuesController],
  providers: [
    IndicatorReader,
    IndicatorService,
    LedgerUseService,
    ClosureReader,
    ClosureService,
    ValueReader,
    TraceReader,
    GroupsReader,
    TrialReader,
    OffersReader,
    ExternalValueReader,
    ExternalValueService,
    IndicatorTemplateReader,
  ],
  exports: [IndicatorReader, IndicatorService, ClosureService, IndicatorTemplateReader],
})
export class IndicatorModule {}
