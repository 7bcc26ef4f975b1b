/** What taking a document in would make (导入预览): nothing is written. */
import { ApiProperty } from '@nestjs/swagger';
import { criteriaOf } from './scheme-types';
import type { SchemeDefinition } from './scheme-types';
import { errorsOf, type GivenScheme } from './documents/given-scheme';
import { definitionSchema } from './scheme.view';
import { WordsView } from './score-sheet.view';

export class SchemeFaultView {
  /** A field, or sheet and cell of a spreadsheet. @example "考核内容!D5" */
  field!: string;
  /** @example "notADecimal" */
  code!: string;
  words!: WordsView;
}

export class SchemeTrialView {
  /** null where it cannot be read. @example "2026 年度街道总工会工作考核方案" */
  title!: string | null;
  /** @example 2026 */
  year!: number | null;
  /** Scored items; null where something is wrong. @example 12 */
  criteria!: number | null;
  /** What it would say; null where something is wrong. */
  @ApiProperty({ ...definitionSchema, nullable: true })
  definition!: SchemeDefinition | null;
  /** Everything that has to be corrected; empty: it can be taken in. */
  errors!: SchemeFaultView[];
}

export function schemeTrial(given: GivenScheme): SchemeTrialView {
  const errors = errorsOf(given);
  const { title, year } = given;
  const definition = errors.length === 0 ? (given.definition as SchemeDefinition) : null;
  return {
    title: typeof title === 'string' ? title : null,
    year: typeof year === 'number' && Number.isInteger(year) ? year : null,
    criteria: definition === null ? null : criteriaOf(definition).length,
    definition,
    errors: errors.map(({ field, code, words }) => ({ field, code, words })),
  };
}
