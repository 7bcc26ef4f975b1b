/** How a figure of a ledger (台账统计) is asked for. */
import { Day, Id, Maybe, OneOf, Text } from '../../http/fields';
import { PageQuery } from '../../http/page.dto';
import { type Measure, measures } from './figure';

/** With page and pageSize for the entries that make it. */
export class FigureQuery extends PageQuery {
  /** count: entries; sum: of a number; distinct: different values of a field. @example "count" */
  @Maybe() @OneOf(measures) measure: Measure = 'count';
  /** The field that is added up or told apart; none for a count. @example "people" */
  @Maybe() @Text({ max: 40 }) field?: string;
  /** JSON: to each field a list of values, or from, to, begins, missing. @example "{\"kind\":[\"visit\"]}" */
  @Maybe() @Text({ max: 4000 }) filters?: string;
  /** union (those directly below), month, or a field of choice or union. @example "kind" */
  @Maybe() @Text({ max: 40 }) by?: string;
  /** With all below it; your own union when left out. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** @example "2026-01-01" */
  @Maybe() @Day() from?: string;
  /** @example "2026-12-31" */
  @Maybe() @Day() to?: string;
}
