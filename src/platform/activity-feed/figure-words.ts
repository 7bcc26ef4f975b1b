/** What the feed says of figures (数据动态): indicators, their targets, and the annual report. Pure. */
import type { EventName, Events } from '../../events/events';
import { annualReportSentences, annualReportSubject } from './annual-report-words';
import { indicatorSentences, indicatorSubject } from './indicator-words';
import { targetSentences, targetSubject } from './target-words';

export const figureSentences = { ...indicatorSentences, ...targetSentences, ...annualReportSentences };

/** What a feed entry keeps of these events; null for all others. */
export const figureSubject = (body: Events[EventName]): { unionId?: string; words: Record<string, string> } | null =>
  indicatorSubject(body) ?? targetSubject(body) ?? annualReportSubject(body);
