/** Words that are being written (报告模板编写): tried with the year's figures, and the figures there are to put in. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { indicatorValues } from '../../indicator/value/indicator-values';
import type { Actor } from '../../kernel/actor';
import type { FieldError } from '../../kernel/errors';
import { periodOn } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import type { AnnualReportTemplateView } from '../annual-report.view';
import type { ContentFigure } from '../content';
import { lineChanges } from '../differing';
import { gather, knownFigures, standardFor, yearOf } from '../gathering';
import { officially } from '../wording/official';
import { faultsIn } from './placeholders';
import { linesOf, type Template } from './template';
import type { AnnualReportTrialView, TemplateFaultView, TemplateFigureList, TemplateFigureView } from './template.view';

interface FiguresAsked {
  readonly year?: number;
  readonly q?: string;
  readonly page: number;
  readonly pageSize: number;
}

@Injectable()
export class TemplateTrialReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** How the words would read, all that is wrong in them by place, and what differs from the standard ones; without a trace. */
  try(actor: Actor, template: Template, year: number | undefined): Promise<AnnualReportTrialView> {
    return this.deeds.transaction(async (tx) => {
      const { districtId } = actor;
      const today = await todayIn(tx);
      const asked = year ?? yearIn(today);
      const known = new Set((await knownFigures(tx, districtId, periodOn('year', today))).keys());
      const { content } = await gather(tx, districtId, asked, template);
      const standard = await standardFor(tx, districtId, periodOn('year', today));
      return {
        year: asked,
        title: content.title,
        sections: content.sections.map(({ level, heading, paragraphs }) => ({
          ...{ level, heading },
          paragraphs: paragraphs.map(({ parts }) => ({ parts: parts.map(({ text, code }) => ({ text, code })) })),
        })),
        figures: content.figures.map(figureOf),
        faults: faultsIn(template, known).map(faultOf),
        differences: lineChanges(linesOf(standard), linesOf(template)).map(({ kind, text }) => ({ kind, text })),
      };
    });
  }

  /** The words a district begins with, without what it has no figures for. */
  standard({ districtId }: Actor): Promise<AnnualReportTemplateView> {
    return this.deeds.transaction(async (tx) => {
      const { title, sections } = await standardFor(tx, districtId, periodOn('year', await todayIn(tx)));
      const said = { version: 0, reason: '标准模板', publishedBy: null, publishedAt: null };
      return { ...said, title, sections: [...sections] };
    });
  }

  /** Indicators that have values for years, by programme and code; sought by code or name. */
  figures(actor: Actor, { year, q = '', page, pageSize }: FiguresAsked): Promise<TemplateFigureList> {
    return this.deeds.transaction(async (tx) => {
      const { districtId } = actor;
      const today = await todayIn(tx);
      const sought = q.toLowerCase();
      const known = [...(await knownFigures(tx, districtId, periodOn('year', today)))].filter(([code, { name }]) =>
        [code, name].some((text) => text.toLowerCase().includes(sought)),
      );
      const shown = known.slice((page - 1) * pageSize, page * pageSize);
      const codes = shown.map(([code]) => code);
      const period = yearOf(year ?? yearIn(today));
      const values = codes.length === 0 ? [] : await indicatorValues(tx, districtId, districtId, period, codes);
      const byCode = new Map(values.map(({ code, value }) => [code, value]));
      const items = shown.map(
        ([
          code,
          {
            name,
            programme,
            measure: { unit },
            qualifier,
          },
        ]) => figureOf({ code, name, programme, unit, qualifier, value: byCode.get(code) ?? null }),
      );
      return { items, page, pageSize, total: known.length };
    });
  }
}

type Told = Pick<ContentFigure, 'code' | 'name' | 'programme' | 'unit' | 'qualifier' | 'value'>;

function figureOf({ code, name, programme, unit, qualifier, value }: Told): TemplateFigureView {
  const { text, exactly } = officially({ value, unit, qualifier });
  return { code, name, programme, unit, value, text, exactly };
}

const faultOf = ({ field, code, words, place = { line: 1, column: 1 } }: FieldError): TemplateFaultView => ({
  ...{ field, code, ...words },
  ...{ line: place.line, column: place.column },
});

async function todayIn(tx: EntityManager): Promise<string> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return today;
}

const yearIn = (day: string): number => Number(day.slice(0, 4));
