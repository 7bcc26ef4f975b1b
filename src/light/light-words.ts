/** Why a light is as it is, in words a person reads. Pure. */
import type { Words } from '../kernel/errors';
import type { LightReason } from '../kernel/light';

export interface LightSaid {
  readonly reason: LightReason;
  readonly behind: string;
  readonly planned?: string;
  readonly progress?: string;
  readonly overdueDays?: number;
  readonly idlePeriods?: number;
  readonly redOn?: string | null;
  readonly parkedUntil?: string | null;
  readonly period?: 'month' | 'quarter';
}

const sentences: Record<LightReason, (said: LightSaid) => Words> = {
  withdrawn: () => ({ zh: '任务已撤回，不亮灯。', en: 'Withdrawn: no light.' }),
  noTarget: () => ({ zh: '目标值为 0，不亮灯。', en: 'Nothing to reach: no light.' }),
  notBegun: () => ({ zh: '尚未到开始日期。', en: 'It has not begun yet.' }),
  parked: ({ parkedUntil }) => ({
    zh: parkedUntil == null ? '已挂账，暂不亮灯。' : `已挂账至 ${parkedUntil}，暂不亮灯。`,
    en: parkedUntil == null ? 'Parked: no light.' : `Parked until ${parkedUntil}: no light.`,
  }),
  onPlan: ({ behind, ...said }) => ({
    zh: `进度正常${progressOf(said).zh}${behind === '0.0' ? '' : `，落后 ${behind} 个百分点`}。`,
    en: `On plan${progressOf(said).en}${behind === '0.0' ? '' : `, ${behind} points behind`}.`,
  }),
  complete: () => ({ zh: '目标已完成。', en: 'The target is reached.' }),
  behind: ({ behind, ...said }) => ({
    zh: `落后计划 ${behind} 个百分点${progressOf(said).zh}。`,
    en: `${behind} points behind the plan${progressOf(said).en}.`,
  }),
  notStarted: ({ idlePeriods, period = 'month' }) => ({
    zh:
      idlePeriods === undefined
        ? '迟迟未开展。'
        : `连续 ${idlePeriods} 个${period === 'month' ? '月' : '季度'}未开展。`,
    en:
      idlePeriods === undefined ? 'Nothing done for too long.' : `Nothing done for ${idlePeriods} ${period}s running.`,
  }),
  overdue: ({ overdueDays, ...said }) => ({
    zh: overdueDays === undefined ? '已超期，未完成。' : `已超期 ${overdueDays} 天，未完成${progressOf(said).zh}。`,
    en:
      overdueDays === undefined
        ? 'Overdue and not complete.'
        : `${overdueDays} days overdue and not complete${progressOf(said).en}.`,
  }),
  caughtUp: ({ redOn }) => ({
    zh: `已赶上进度${redOn == null ? '' : `（${redOn} 曾为红灯）`}，本期保留黄灯。`,
    en: `Caught up${redOn == null ? '' : ` (red until ${redOn})`}: yellow until the period ends.`,
  }),
};

export const lightWords = (said: LightSaid): Words => sentences[said.reason](said);

function progressOf({ progress, planned }: Pick<LightSaid, 'progress' | 'planned'>): Words {
  if (progress === undefined || planned === undefined) return { zh: '', en: '' };
  return { zh: `（完成 ${progress}%，计划 ${planned}%）`, en: ` (${progress}% done, ${planned}% planned)` };
}
