/** The annual report of a year (年度报告): as its sources say it now, or as it was approved with what changed since. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndicatorValueNow } from '../indicator/value/plan';
import type { Actor } from '../kernel/actor';
import { Deeds } from '../outbox/deeds';
import { standingReport } from './approval/standing';
import type { AnnualFigureView, AnnualReportView, FigureWordsView } from './annual-report.view';
import { type Content, type ContentFigure, digestOf, sameFigure } from './content';
import { gather, gatherFigures } from './gathering';
import { officially } from './wording/official';

@Injectable()
export class AnnualReportReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Of this year when none is named. */
  read({ districtId }: Pick<Actor, 'districtId'>, year?: number): Promise<AnnualReportView> {
    return this.deeds.transaction((tx) => readAnnualReport(tx, districtId, year));
  }
}

export async function readAnnualReport(
  tx: EntityManager,
  districtId: string,
  asked: number | undefined,
): Promise<AnnualReportView> {
  const year = asked ?? (await thisYear(tx));
  const standing = await standingReport(tx, districtId, year);
  const approved: Content | null = standing?.content ?? null;
  const { content, figures } =
    approved === null ? await asSourcesSay(tx, districtId, year) : await asApproved(tx, districtId, approved);
  const { district, templateVersion, title } = content;
  return {
    ...{ year, district, templateVersion, title, figures },
    status: standing === null ? 'draft' : approved === null ? 'submitted' : 'approved',
    submission: standing?.view ?? null,
    digest: standing !== null && approved !== null ? standing.view.digest : digestOf(content),
    changed: figures.filter(({ changed }) => changed).length,
    targets: [...content.targets],
    nextTargets: [...content.nextTargets],
    sections: content.sections.map(({ level, heading, paragraphs }) => ({
      level,
      heading,
      paragraphs: paragraphs.map(({ parts }) => ({ parts: parts.map(({ text, code }) => ({ text, code })) })),
    })),
  };
}

interface Read {
  readonly content: Content;
  readonly figures: AnnualFigureView[];
}

async function asSourcesSay(tx: EntityManager, districtId: string, year: number): Promise<Read> {
  const { content, values } = await gather(tx, districtId, year);
  return { content, figures: content.figures.map((figure) => viewOf(figure, year, null, values)) };
}

async function asApproved(tx: EntityManager, districtId: string, content: Content): Promise<Read> {
  const { year, figures } = content;
  const { live, values } = await gatherFigures(tx, { districtId, year, figures });
  const now = new Map(live.map((figure) => [figure.code, figure]));
  return { content, figures: figures.map((figure) => viewOf(figure, year, now, values)) };
}

async function thisYear(tx: EntityManager): Promise<number> {
  const [{ year }]: [{ year: number }] = await tx.query('select extract(year from app_today())::int as year');
  return year;
}

/** `now`: what the sources say since it was approved; null while it follows them. */
function viewOf(
  figure: ContentFigure,
  year: number,
  now: ReadonlyMap<string, ContentFigure> | null,
  values: ReadonlyMap<string, IndicatorValueNow>,
): AnnualFigureView {
  const { code, indicatorId, name, programme, qualifier, value, numerator, denominator, version } = figure;
  const found = values.get(code);
  const live = now?.get(code);
  const changed = now !== null && (live === undefined || !sameFigure(figure, live));
  const at = `/api/v1/indicators/${indicatorId}/trace`;
  return {
    ...{ code, indicatorId, name, programme, qualifier, value, numerator, denominator, version },
    words: wordsOf(figure),
    lastYear: figure.lastYear,
    lastYearText: figure.lastYearText,
    definition: found?.definition ?? null,
    changed,
    now: changed
      ? { value: live?.value ?? null, text: live?.text ?? officially({ ...figure, value: null }).text }
      : null,
    trace: `${at}?period=${year}`,
    items: `${at}/items?period=${year}&part=1`,
  };
}

const wordsOf = (figure: ContentFigure): FigureWordsView => officially(figure);
