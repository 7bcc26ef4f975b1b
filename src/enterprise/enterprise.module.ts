/** The room of the enterprise register (企业库): enterprises, their verification, and the rates over them. */
import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/intake.module';
import { WorkModule } from '../work/work.module';
import { EnterpriseHandoverService } from './enterprise-handover.service';
import { EnterpriseReader } from './enterprise.reader';
import { EnterpriseService } from './enterprise.service';
import { RatesReader } from './rates.reader';
import { VerificationDecisionService } from './verification/verification-decision.service';
import { VerificationEvidenceService } from './verification/verification-evidence.service';
import { VerificationReader } from './verification/verification.reader';
import { VerificationService } from './verification/verification.service';

const services = [
  EnterpriseService,
  EnterpriseReader,
  EnterpriseHandoverService,
  RatesReader,
  VerificationService,
  VerificationDecisionService,
  VerificationEvidenceService,
  VerificationReader,
];

@Module({ imports: [IntakeModule, WorkModule], providers: services, exports: [...services, IntakeModule] })
export class EnterpriseModule {}
