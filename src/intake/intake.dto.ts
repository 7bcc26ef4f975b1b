/** What the door takes in for intakes (表格导入). */
import { Code, Day, Flag, Id, Maybe } from '../http/fields';
import { PageQuery } from '../http/page.dto';

export class IntakeQuery {
  /** Say what would happen, and change nothing (试导入). @example true */
  @Maybe() @Flag() dryRun?: boolean;
}

export class DatedIntakeQuery extends IntakeQuery {
  /** The day on which workers and members were counted; today when left out. @example "2026-12-31" */
  @Maybe() @Day() countedOn?: string;
}

export class LedgerIntakeQuery extends IntakeQuery {
  /** Hand the entries in (上报) as by hand; drafts when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
}

export class IntakesQuery extends PageQuery {
  /** What is taken in: enterprise, ledger, form. @example "ledger" */
  @Maybe() @Code() kind?: string;
  /** Those into one ledger. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() ledgerId?: string;
}

export class FormIntakeQuery extends IntakeQuery {
  /** Hand the return in (上报) as by hand; a draft when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
}
