/** The library of templates (方案模板库) as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
import type { SchemeDefinition } from './scheme-types';
import { definitionSchema } from './scheme.view';
import { WordsView } from './score-sheet.view';
import type { Template } from './templates/templates';

export class SchemeTemplateSummary {
  /** @example "town-union" */
  code!: string;
  /** @example "镇工会工作考核细则（节选）" */
  title!: string;
  /** Where it comes from. */
  source!: WordsView;
  /** @example "32" */
  fullMarks!: string;
  /** Whether its rates may come from tasks instead of the office: `facts`. @example true */
  choosesFacts!: boolean;
  /** Where it differs from what was published. */
  warnings!: WordsView[];
}

export class SchemeTemplateList {
  items!: SchemeTemplateSummary[];
}

export class SchemeTemplateView extends SchemeTemplateSummary {
  @ApiProperty(definitionSchema)
  definition!: SchemeDefinition;
}

export function templateSummary(template: Template): SchemeTemplateSummary {
  const { code, title, source, definition, choosesFacts, warnings } = template;
  return { code, title, source, fullMarks: definition.fullMarks, choosesFacts, warnings: [...warnings] };
}
