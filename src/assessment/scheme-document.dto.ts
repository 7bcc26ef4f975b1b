/** What the doors take in for schemes as documents (方案文件): copies, imports, templates, versions to compare. */
import { Flag, Maybe, OneOf, Text, WholeNumber } from '../http/fields';
import { JsonObject } from '../http/list-fields';
import { definitionSchema } from './scheme.view';

export class SchemeCopyDto {
  /** @example 2027 */
  @WholeNumber({ min: 1949, max: 2200 }) year!: number;
  /** Left out: the title it has, with the new year in it. @example "2027 年度街道总工会工作考核方案" */
  @Maybe() @Text({ max: 200 }) title?: string;
}

/** A scheme as one document: what is exported and taken in again. */
export class SchemeDocumentDto {
  /** @example "sanji.scheme" */
  @OneOf(['sanji.scheme']) format!: 'sanji.scheme';
  /** @example 1 */
  @WholeNumber({ min: 1, max: 1 }) formatVersion!: 1;
  /** @example "2026 年度街道总工会工作考核方案" */
  @Text({ max: 200 }) title!: string;
  /** @example 2026 */
  @WholeNumber({ min: 1949, max: 2200 }) year!: number;
  /** Full marks, parts and criteria with their marks, rules and scorers; marks and points as text. */
  @JsonObject(definitionSchema) definition!: object;
}

export class SchemeFromTemplateDto extends SchemeCopyDto {
  /** Where the rates come from in a template that leaves it open: stated by the office, or from tasks. @example "stated" */
  @Maybe() @OneOf(['stated', 'tasks']) facts?: 'stated' | 'tasks';
}

export class SchemeTemplateQuery {
  /** Where the rates come from in a template that leaves it open. @example "stated" */
  @Maybe() @OneOf(['stated', 'tasks']) facts?: 'stated' | 'tasks';
}

export class DryRunQuery {
  /** true: say what it would be and what is wrong, and write nothing. @example true */
  @Maybe() @Flag() dryRun?: boolean;
}

export class SchemeVersionQuery {
  /** Compare with this version instead of the one before. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 2_147_483_647 }) against?: number;
}
