/** What the door takes in for intakes (表格导入). */
import { Code, Day, Flag, Id, Maybe, OneOf, Text, WholeNumber } from '../http/fields';
import { PageQuery } from '../http/page.dto';

export class IntakeQuery {
  /** Say what would happen, and change nothing (试导入). @example true */
  @Maybe() @Flag() dryRun?: boolean;
}

export class RowsIntakeQuery extends IntakeQuery {
  /** all: nothing is taken in when one row is faulty; good, or left out: the others are. @example "good" */
  @Maybe() @OneOf(['good', 'all']) only?: 'good' | 'all';
}

export class DatedIntakeQuery extends RowsIntakeQuery {
  /** The day on which workers and members were counted; today when left out. @example "2026-12-31" */
  @Maybe() @Day() countedOn?: string;
}

export class LedgerIntakeQuery extends RowsIntakeQuery {
  /** Hand the entries in (上报) as by hand; drafts when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
}

export class IntakesQuery extends PageQuery {
  /** What is taken in: enterprise, ledger, form, indicatorValue. @example "ledger" */
  @Maybe() @Code() kind?: string;
  /** Those into one ledger. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() ledgerId?: string;
}

export class FormIntakeQuery extends IntakeQuery {
  /** Hand the return in (上报) as by hand; a draft when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
}

export class ImportQuery extends RowsIntakeQuery {
  /** What is taken in. @example "ledger-entries" */
  @OneOf(['enterprises', 'ledger-entries', 'indicator-values'])
  kind!: 'enterprises' | 'ledger-entries' | 'indicator-values';
  /** The ledger, by its code or id; for its entries. @example "visits" */
  @Maybe() @Code() ledger?: string;
  /** Hand the entries in (上报) as by hand; drafts when left out. @example false */
  @Maybe() @Flag() submit?: boolean;
  /** The day on which workers and members of enterprises were counted; today when left out. @example "2026-12-31" */
  @Maybe() @Day() countedOn?: string;
  /** What a body that is no form is to be called in the list of imports. @example "业务系统 2026-11-29" */
  @Maybe() @Text({ max: 100 }) fileName?: string;
}

export class ImportRowsQuery {
  /** Those after this row: the nextCursor of the page before. @example 0 */
  @Maybe() @WholeNumber({ min: 0, max: 10_000_000 }) after: number = 0;
  /** @example 200 */
  @Maybe() @WholeNumber({ min: 1, max: 1000 }) limit: number = 200;
  /** Only rows of which this became. @example "faulty" */
  @Maybe()
  @OneOf(['created', 'changed', 'unchanged', 'faulty', 'skipped'])
  status?: 'created' | 'changed' | 'unchanged' | 'faulty' | 'skipped';
}
