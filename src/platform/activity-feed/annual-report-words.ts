/** What the feed says of the annual report (年度报告动态). Pure. */
import type { AnnualReportEvents } from '../../events/annual-report-body';
import type { EventName, Events } from '../../events/events';
import type { Say } from './say';

export const annualReportSentences: Record<keyof AnnualReportEvents, Say> = {
  'annualReport.submitted': (union, w) => ({
    zh: `${union}提交 ${w.year} 年度报告`,
    en: `${union} submitted the annual report of ${w.year}`,
  }),
  'annualReport.approved': (union, w) => ({
    zh: `${union} ${w.year} 年度报告审定`,
    en: `The annual report of ${union} for ${w.year} was approved`,
  }),
  'annualReport.returned': (union, w) => ({
    zh: `${union} ${w.year} 年度报告退回：${w.reason}`,
    en: `The annual report of ${union} for ${w.year} was returned: ${w.reason}`,
  }),
  'annualReport.reopened': (union, w) => ({
    zh: `${union}重新开放 ${w.year} 年度报告：${w.reason}`,
    en: `${union} opened the annual report of ${w.year} again: ${w.reason}`,
  }),
  'annualReportTemplate.published': (union, w) => ({
    zh: `${union}修改年度报告模板：${w.reason}`,
    en: `${union} changed the words of its annual report: ${w.reason}`,
  }),
};

/** What a feed entry keeps of these events; null for all others. */
export function annualReportSubject(body: Events[EventName]): { words: Record<string, string> } | null {
  if ('annualReport' in body) {
    const words: Record<string, string> = { year: String(body.annualReport.year) };
    if (body.reason !== null) words.reason = body.reason;
    return { words };
  }
  return 'annualReportTemplate' in body ? { words: { reason: body.reason } } : null;
}
