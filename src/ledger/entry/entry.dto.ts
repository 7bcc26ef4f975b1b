/** What the doors take in for entries of ledgers (台账记录). */
import { ApiProperty } from '@nestjs/swagger';
import { Day, Flag, Id, Maybe, OneOf, Text, WholeNumber } from '../../http/fields';
import { Ids, JsonObject, SomeOf } from '../../http/list-fields';
import { FieldKey } from '../../http/field-key';
import type { EntryStatus } from './ledger-entry.entity';

export class LedgerEntryDto {
  /** When it was; left out where a field of the form says so, or where it is today. @example "2026-09-28" */
  @Maybe() @Day() day?: string;
  /** By field, as the form's JSON Schema says; numbers as decimal strings. @example { "kind": "visit", "people": "12" } */
  @JsonObject() values!: Record<string, unknown>;
}

export class CodedEntryDto extends LedgerEntryDto {
  /** Hand it in (上报) as by hand; a draft when left out. @example true */
  @Maybe() @Flag() submit?: boolean;
  /** Why an accepted entry is corrected (更正理由); asked for only there. @example "业务系统中金额已更正" */
  @Maybe() @Text({ max: 1000, multiline: true }) reason?: string;
}

export class LedgerEntryReasonDto {
  /** @example "金额与附件不符，请核对" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class LedgerDecisionDto {
  /** What waits for your union. @example ["0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d"] */
  @Ids({ min: 1, max: 200 }) entryIds!: string[];
  /** @example "accepted" */
  @OneOf(['accepted', 'returned']) outcome!: 'accepted' | 'returned';
  /** For all that are returned. @example "请补充签到表" */
  @Maybe() @Text({ max: 1000, multiline: true }) reason?: string;
}

const statuses = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'corrected',
  'withdrawn',
] as const satisfies readonly EntryStatus[];

/** Which entries: a union with all below it, days, states, and what fields say. */
class LedgerFilterQuery {
  /** With all below it; your own union when left out. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** Some states, with commas between them. @example ["submitted"] */
  @Maybe() @SomeOf(statuses, 1) status?: EntryStatus[];
  /** @example "2026-01-01" */
  @Maybe() @Day() from?: string;
  /** @example "2026-12-31" */
  @Maybe() @Day() to?: string;
  /** JSON: to each listed field a list of values, or from, to, begins, missing. @example "{\"kind\":[\"visit\"]}" */
  @Maybe() @Text({ max: 4000 }) filters?: string;
}

export class LedgerEntryQuery extends LedgerFilterQuery {
  /** From 1. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 10_000 }) page: number = 1;
  /** @example 50 */
  @Maybe() @WholeNumber({ min: 1, max: 200 }) pageSize: number = 50;
  /** day, or a listed field; with - before it from the top. @example "-day" */
  @Maybe() @Text({ max: 41 }) sort?: string;
}

export class LedgerExportQuery extends LedgerFilterQuery {
  /** @example "xlsx" */
  @Maybe() @OneOf(['xlsx', 'csv']) format: 'xlsx' | 'csv' = 'xlsx';
}

export class LedgerFileQuery {
  /** The file field it is for; left out: evidence of the entry. */
  @Maybe() @FieldKey() @ApiProperty({ required: false, example: 'photos' }) field?: string;
}

export class DisclosureDto {
  /** The field of the person. @example "person" */
  @FieldKey() field!: string;
  /** What it is needed for: stands in the audit trail. @example "核对大病救助发放对象" */
  @Text({ min: 4, max: 500 }) purpose!: string;
}

export class LookupDto {
  /** @example "idNumber" */
  @OneOf(['idNumber', 'phone']) what!: 'idNumber' | 'phone';
  /** The whole number. @example "11010519491231002X" */
  @Text({ max: 40 }) value!: string;
  /** What it is needed for: stands in the audit trail. @example "核对是否重复救助" */
  @Text({ min: 4, max: 500 }) purpose!: string;
}
