/** The room of records (数据读取): the one door for programs that take over what the platform holds, and keep it up to date. */
import { Module } from '@nestjs/common';
import { DatabaseSeen } from './database-seen.service';
import { DefinitionRecordsController } from './definition-records.controller';
import { OfficeRecordsController } from './office-records.controller';
import { OutcomeRecordsController } from './outcome-records.controller';
import { OversightRecordsController } from './oversight-records.controller';
import { ProofRecordsController } from './proof-records.controller';
import { RecordsExportsController } from './records-exports.controller';
import { RecordsExport } from './records-export.service';
import { RecordsController } from './records.controller';
import { RecordsReader } from './records.reader';
import { ScoringRecordsController } from './scoring-records.controller';
import { ReportingRecordsController } from './reporting-records.controller';
import { VersionRecordsController } from './version-records.controller';

@Module({
  controllers: [
    RecordsController,
    RecordsExportsController,
    DefinitionRecordsController,
    ReportingRecordsController,
    VersionRecordsController,
    OversightRecordsController,
    OutcomeRecordsController,
    ProofRecordsController,
    ScoringRecordsController,
    OfficeRecordsController,
  ],
  providers: [RecordsReader, RecordsExport, DatabaseSeen],
})
export class RecordsModule {}
