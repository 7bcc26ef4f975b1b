/** Who lives in the HTTP process: database first, then the doors, the platform and access. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { AdministrationModule } from './administration/administration.module';
import { BurdenModule } from './burden/burden.module';
import { CourseModule } from './assessment/course/course.module';
import { SupervisionClockModule } from './supervision/supervision-clock.module';
import { AppealClockModule } from './assessment/appeal/appeal-clock.module';
import { CommunityModule } from './community/community.module';
import { ChasingModule } from './chasing/chasing.module';
import { InboxModule } from './chasing/inbox.module';
import type { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { DeliveryModule } from './delivery/delivery.module';
import { DeskModule } from './desk/desk.module';
import { DistrictModule } from './district/district.module';
import { HealthController } from './health.controller';
import { FormClockModule } from './form/form-clock.module';
import { FormModule } from './form/form.module';
import { LedgerModule } from './ledger/ledger.module';
import { IndicatorModule } from './indicator/indicator.module';
import { AnnualReportModule } from './annual-report/annual-report.module';
import { TargetModule } from './target/target.module';
import { IndicatorClockModule } from './indicator/value/indicator-clock.module';
import { ResealClockModule } from './ledger/personal/reseal-clock.module';
import { LightModule } from './light/light.module';
import { logging } from './logging';
import { OutboxModule } from './outbox/outbox.module';
import { PlatformModule } from './platform/platform.module';
import { RecordsModule } from './records/records.module';
import { SubdistrictModule } from './subdistrict/subdistrict.module';
import { WebhookModule } from './webhook/webhook.module';
import { WorkerHalf } from './worker';

const doors = [DistrictModule, SubdistrictModule, CommunityModule, AdministrationModule];

@Module({})
export class ApiModule {
  /** `all` has the worker half in the same process. */
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        logging(config.logLevel),
        DatabaseModule.with(config),
        OutboxModule,
        AccessModule,
        ...doors,
        DeskModule,
        BurdenModule,
        DeliveryModule,
        PlatformModule,
        CourseModule,
        AppealClockModule,
        ChasingModule,
        InboxModule,
        SupervisionClockModule,
        LightModule,
        IndicatorClockModule,
        LedgerModule,
        IndicatorModule,
        FormModule,
        FormClockModule,
        ResealClockModule,
        TargetModule,
        AnnualReportModule,
        WebhookModule,
        RecordsModule,
      ],
      controllers: [HealthController],
      providers: config.role === 'all' ? [WorkerHalf] : [],
    };
  }
}
