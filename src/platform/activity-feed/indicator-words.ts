/** What the feed says of indicators (指标动态). Pure. */
import type { IndicatorEvents } from '../../events/indicator-body';
import type { EventName, Events } from '../../events/events';
import type { Say } from './say';

export const indicatorSentences: Record<keyof IndicatorEvents, Say> = {
  'indicator.published': (union, w) => ({
    zh: `${union}发布指标“${w.title}”：${w.reason}`,
    en: `${union} published the indicator “${w.title}”: ${w.reason}`,
  }),
  'indicator.retired': (union, w) => ({
    zh: `${union}停用指标“${w.title}”：${w.reason}`,
    en: `${union} retired the indicator “${w.title}”: ${w.reason}`,
  }),
  'indicator.received': (union, w) => ({
    zh: `收到${union}的外部数据“${w.title}”`,
    en: `“${w.title}” of ${union} came from another system`,
  }),
  'indicator.valued': (union) => ({
    zh: `${union}的指标值已更新`,
    en: `Values of indicators of ${union} have changed`,
  }),
  'indicatorPeriod.closed': (union, w) => ({
    zh: `${union}锁定 ${w.title} 的指标值：${w.reason}`,
    en: `${union} closed the indicators of ${w.title}: ${w.reason}`,
  }),
  'indicatorPeriod.reopened': (union, w) => ({
    zh: `${union}重新开放 ${w.title} 的指标值：${w.reason}`,
    en: `${union} opened the indicators of ${w.title} again: ${w.reason}`,
  }),
};

/** What a feed entry keeps of these events; null for all others. */
export function indicatorSubject(body: Events[EventName]): { words: Record<string, string> } | null {
  if ('indicator' in body) return { words: { title: body.indicator.name, reason: body.reason } };
  if ('externalValue' in body) return { words: { title: body.externalValue.name } };
  if ('form' in body) return null;
  if ('period' in body) return { words: { title: body.period.name, reason: body.reason } };
  return null;
}
