/** Who lives in the queue process: database first, then relay, processor and clocks; HTTP only for its health. */
import { type DynamicModule, Module } from '@nestjs/common';
import { CourseModule } from './assessment/course/course.module';
import { SupervisionClockModule } from './supervision/supervision-clock.module';
import { AppealClockModule } from './assessment/appeal/appeal-clock.module';
import { ChasingModule } from './chasing/chasing.module';
import type { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { FormClockModule } from './form/form-clock.module';
import { HealthController } from './health.controller';
import { IndicatorClockModule } from './indicator/value/indicator-clock.module';
import { ResealClockModule } from './ledger/personal/reseal-clock.module';
import { LightModule } from './light/light.module';
import { logging } from './logging';
import { MetricsController } from './metrics.controller';
import { MetricsService } from './observability/metrics.service';
import { OutboxModule } from './outbox/outbox.module';
import { WorkerHalf } from './worker';

@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        logging(config.logLevel),
        DatabaseModule.with(config),
        OutboxModule,
        CourseModule,
        AppealClockModule,
        ChasingModule,
        SupervisionClockModule,
        LightModule,
        IndicatorClockModule,
        FormClockModule,
        ResealClockModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [MetricsService, WorkerHalf],
    };
  }
}
