/** What a leader reads in the morning (今日关注): the line of a union in words. Pure. */
import { type Overrides, isWorkingDay } from '../calendar/working-days';
import { addDays } from '../kernel/clock';
import type { Words } from '../kernel/errors';
import type { LeaderLine } from './leader-desk.view';

/** Lines of the desk. */
export const LINES = 10;
/** Working days after which a task that lags and of which nothing is heard needs a word. */
export const SILENT_DAYS = 10;
/** Working days after which a task should have been signed for. */
export const UNSIGNED_DAYS = 3;

/** The last day since which n working days have begun, today's counted where people work today. */
export function workingDaysBack(today: string, n: number, overrides: Overrides): string {
  let reached = today;
  for (let left = n; left > 0; reached = addDays(reached, -1)) if (isWorkingDay(reached, overrides)) left -= 1;
  return reached;
}

/** Why a union needs a word, in one sentence. */
export function whyOf({ kind, title, behind, overdueDays, days, count, others }: Omit<LeaderLine, 'why'>): Words {
  const said: Record<LeaderLine['kind'], Words> = {
    order: {
      zh: `督办单“${title}”逾期 ${overdueDays} 天未答复`,
      en: `The order “${title}” has gone unanswered for ${overdueDays} days past its limit`,
    },
    overdue: { zh: `“${title}”超期 ${overdueDays} 天`, en: `“${title}” is ${overdueDays} days overdue` },
    red:
      behind === '0.0'
        ? { zh: `“${title}”迟迟没有启动`, en: `“${title}” has not been begun for too long` }
        : {
            zh: `“${title}”落后计划进度 ${behind} 个百分点`,
            en: `“${title}” lies ${behind} points behind its plan`,
          },
    review: {
      zh: `${count} 份报告待其审核，最早的一份已等 ${days} 个工作日（“${title}”）`,
      en: `${count} reports wait for its review, the oldest for ${days} working days (“${title}”)`,
    },
    unsigned: {
      zh: `“${title}”下达 ${days} 个工作日仍未签收`,
      en: `“${title}” has not been signed for in ${days} working days`,
    },
    silent: {
      zh: `“${title}”已 ${days} 个工作日没有进展，落后 ${behind} 个百分点`,
      en: `Nothing was heard of “${title}” for ${days} working days; it lies ${behind} points behind`,
    },
    yellow: { zh: `“${title}”落后 ${behind} 个百分点`, en: `“${title}” lies ${behind} points behind` },
  };
  const { zh, en } = said[kind];
  return others === 0 ? { zh, en } : { zh: `${zh}，另有 ${others} 项`, en: `${en}; ${others} more` };
}
