/** An intake (表格导入) as it is answered: how far it is, and what is wrong with which row. */
import type { IntakeStatus } from './intake.entity';

export class IntakeFailure {
  /** @example "前 10 行中没有找到表头。" */
  zh!: string;
  /** @example "No heading among the first 10 rows." */
  en!: string;
}

export class IntakeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** What is taken in. @example "enterprise" */
  kind!: string;
  /** The ledger (台账) it is taken into; null where it is none. @example null */
  ledgerId!: string | null;
  /** The form (统计报表) it is a return of; null where it is none. @example null */
  formId!: string | null;
  /** The period of the return; null where it is none. @example null */
  period!: string | null;
  /** A dry run says what would happen and changes nothing. @example false */
  dryRun!: boolean;
  /** all: nothing is taken in when one row is faulty; good: the others are. @example "good" */
  only!: 'good' | 'all';
  /** All rows are being tried before any is taken in; `done` then counts from the first again. @example false */
  checking!: boolean;
  /** @example "2014年末企业库.xlsx" */
  fileName!: string;
  /** waiting, running, stopping; or how it ended: stopped, done, failed. @example "running" */
  status!: IntakeStatus;
  /** Rows in all; null until they are counted. @example 2190 */
  total!: number | null;
  /** Rows taken so far: created, changed, unchanged and faulty together. @example 1500 */
  done!: number;
  /** @example 1200 */
  created!: number;
  /** @example 200 */
  changed!: number;
  /** What stood there already. @example 98 */
  unchanged!: number;
  /** Good rows that were left out because others are faulty, or because it was stopped while they were tried. @example 0 */
  skipped!: number;
  /** Rows with faults: nothing of them is taken. @example 2 */
  faulty!: number;
  /** Faults in all; the first 1,000 are kept. @example 3 */
  faults!: number;
  /** @example "陈晓明" */
  startedByName!: string;
  /** @example "2026-12-20T02:00:00.000Z" */
  askedAt!: string;
  /** null while it waits. @example "2026-12-20T02:00:00.400Z" */
  startedAt!: string | null;
  /** null while it is alive. @example null */
  endedAt!: string | null;
  /** Why it failed. @example null */
  failure!: IntakeFailure | null;
}

export class IntakeList {
  items!: IntakeView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class IntakeFaultView {
  /** As the spreadsheet counts. @example 17 */
  row!: number;
  /** Title of the column; null where it is about the row. @example "统一社会信用代码" */
  column!: string | null;
  /** @example "enterprise.code" */
  code!: string;
  /** What would be right. @example "校验码不符，请核对。" */
  message!: string;
}

export class IntakeFaultList {
  items!: IntakeFaultView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** Faults that are kept. @example 3 */
  total!: number;
  /** Faults in all. @example 3 */
  faults!: number;
}

export class ImportProblem {
  /** As the fields are called; null where it is about the row. @example "values.people" */
  field!: string | null;
  /** @example "whole" */
  code!: string;
  /** What would be right. @example "应为整数。" */
  message!: string;
}

export class ImportRowView {
  /** As the file counts: the heading is row 1, or the first line of JSON. @example 17 */
  row!: number;
  /** skipped: good, and left out because others are faulty. @example "faulty" */
  status!: 'created' | 'changed' | 'unchanged' | 'faulty' | 'skipped';
  /** What is wrong with it; of the first thousand faults of the file. */
  errors!: ImportProblem[];
}

export class ImportRowList {
  items!: ImportRowView[];
  /** The row after which to go on; null at the end of what is done. @example 217 */
  nextCursor!: number | null;
}
