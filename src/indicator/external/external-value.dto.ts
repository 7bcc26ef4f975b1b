/** What is taken in of a value from outside (外部数据). */
import { Day, Maybe, Nullable, Quantity, Text } from '../../http/fields';
import type { ExternalGiven } from './external-rules';

export class ExternalValueDto implements ExternalGiven {
  /** Exact, as a string; null takes back what was given. @example "1280" */
  @Nullable() @Quantity({ decimals: 6 }) value!: string | null;
  /** Of the indicator; refused where it is another. @example "人" */
  @Maybe() @Text({ max: 20 }) unit?: string;
  /** Where the figure comes from: a document and its number, a system and its table. @example "社保参保月报 2026 年第 6 号" */
  @Text({ max: 200 }) source!: string;
  /** The day on which it stood so. @example "2026-06-30" */
  @Maybe() @Nullable() @Day() asOf?: string | null;
}
