/** What the door takes in for intakes (表格导入). */
import { Day, Flag, Maybe } from '../http/fields';

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

export class FormIntakeQuery extends IntakeQuery {
  /** Hand the return in (上报) as by hand; a draft when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
}
