/** Reads the library of templates (方案模板库). */
import { Injectable } from '@nestjs/common';
import { NotFound } from '../kernel/errors';
import { type SchemeTemplateList, type SchemeTemplateView, templateSummary } from './scheme-template.view';
import { templateOf, templates } from './templates/templates';
import type { TownFacts } from './templates/town-converter';

@Injectable()
export class SchemeTemplateReader {
  list(): SchemeTemplateList {
    return { items: templates().map(templateSummary) };
  }

  /** Errors: notFound. */
  get(code: string, facts?: TownFacts): SchemeTemplateView {
    const template = templateOf(code, facts);
    if (template === undefined) throw new NotFound();
    return { ...templateSummary(template), definition: template.definition };
  }
}
