/** The room of ledgers (台账): types that a district defines, and the entries that all tiers keep in them. */
import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/intake.module';
import { WorkModule } from '../work/work.module';
import { CodedEntriesController } from './coded-entries.controller';
import { CodedEntryService } from './coded/coded-entry.service';
import { EntryEvidenceService } from './entry/entry-evidence.service';
import { EntryReviewService } from './entry/entry-review.service';
import { EntryReader } from './entry/entry.reader';
import { EntryService } from './entry/entry.service';
import { ExportService } from './export/export.service';
import { FigureReader } from './figure/figure.reader';
import { LedgerEntriesController } from './ledger-entries.controller';
import { LedgerFiguresController } from './ledger-figures.controller';
import { LedgersController } from './ledgers.controller';
import { PersonalKeyReader } from './personal/personal-key.reader';
import { PersonalKeysController } from './personal-keys.controller';
import { LedgerIntakeService } from './intake/ledger-intake.service';
import { DisclosureService } from './personal/disclosure.service';
import { LedgerTemplateReader } from './templates/ledger-template.reader';
import { FieldUsers } from './type/field-users.service';
import { LedgerTypeReader } from './type/ledger-type.reader';
import { LedgerTypeService } from './type/ledger-type.service';

@Module({
  imports: [WorkModule, IntakeModule],
  controllers: [
    LedgersController,
    LedgerEntriesController,
    LedgerFiguresController,
    CodedEntriesController,
    PersonalKeysController,
  ],
  providers: [
    LedgerTypeReader,
    LedgerTypeService,
    FieldUsers,
    EntryReader,
    EntryService,
    EntryReviewService,
    EntryEvidenceService,
    DisclosureService,
    PersonalKeyReader,
    FigureReader,
    ExportService,
    LedgerTemplateReader,
    LedgerIntakeService,
    CodedEntryService,
  ],
  exports: [FieldUsers, LedgerTypeReader, LedgerTypeService, LedgerTemplateReader, LedgerIntakeService],
})
export class LedgerModule {}
