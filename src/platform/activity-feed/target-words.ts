/** What the feed says of targets (目标动态). Pure. */
import type { EventName, Events } from '../../events/events';
import type { TargetEvents } from '../../events/target-body';
import type { Say } from './say';

export const targetSentences: Record<keyof TargetEvents, Say> = {
  'target.set': (union, w) => ({
    zh: `${union} ${w.period} 的目标“${w.title}”设为 ${w.value} ${w.unit}${easierZh(w)}：${w.reason}`,
    en: `The target “${w.title}” of ${union} for ${w.period} is ${w.value} ${w.unit}${easierEn(w)}: ${w.reason}`,
  }),
  'target.changeProposed': (union, w) => ({
    zh: `申请${w.proposed === undefined ? '取消' : '调整'}${union} ${w.period} 的目标“${w.title}”（${w.value}${w.proposed === undefined ? '' : ` → ${w.proposed}`} ${w.unit}）：${w.reason}`,
    en: `It was proposed to ${w.proposed === undefined ? 'give up' : 'change'} the target “${w.title}” of ${union} for ${w.period} (${w.value}${w.proposed === undefined ? '' : ` → ${w.proposed}`} ${w.unit}): ${w.reason}`,
  }),
  'target.changed': (union, w) => ({
    zh: `${union} ${w.period} 的目标“${w.title}”由 ${w.before} 调整为 ${w.value} ${w.unit}${easierZh(w)}：${w.reason}`,
    en: `The target “${w.title}” of ${union} for ${w.period} went from ${w.before} to ${w.value} ${w.unit}${easierEn(w)}: ${w.reason}`,
  }),
  'target.changeRefused': (union, w) => ({
    zh: `${union} ${w.period} 的目标“${w.title}”调整申请未获同意：${w.reason}`,
    en: `The target “${w.title}” of ${union} for ${w.period} stays as it is: ${w.reason}`,
  }),
  'target.withdrawn': (union, w) => ({
    zh: `取消${union} ${w.period} 的目标“${w.title}”：${w.reason}`,
    en: `The target “${w.title}” of ${union} for ${w.period} was given up: ${w.reason}`,
  }),
};

const easierZh = ({ easier }: Record<string, string>): string => (easier === undefined ? '' : '（低于基数）');
const easierEn = ({ easier }: Record<string, string>): string =>
  easier === undefined ? '' : ' (easier than its baseline)';

/** What a feed entry keeps of these events; null for all others. */
export function targetSubject(body: Events[EventName]): { unionId: string; words: Record<string, string> } | null {
  if (!('target' in body)) return null;
  const { name: title, unit, unionId, period, value, easier } = body.target;
  const words: Record<string, string> = { title, unit, value, period: period.name, reason: body.reason };
  if (easier) words.easier = 'true';
  if ('proposed' in body && body.proposed !== null) words.proposed = body.proposed;
  if ('before' in body) words.before = body.before;
  return { unionId, words };
}
