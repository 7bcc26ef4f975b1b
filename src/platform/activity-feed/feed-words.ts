/** A feed entry in words a person reads, Chinese and English. Pure. */
import type { EventName } from '../../events/events';
import type { Subject } from './subject';

type Say = (union: string, words: Record<string, string>) => { zh: string; en: string };

const fields: Record<string, { zh: string; en: string }> = {
  target: { zh: '目标值', en: 'target' },
  dueOn: { zh: '截止日期', en: 'due day' },
  weight: { zh: '权重', en: 'weight' },
};

/** Numbers are grouped by thousands; days and other words stay as they are. */
const amount = (value = ''): string =>
  /^-?\d+(\.\d+)?$/.test(value) ? value.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : value;

const sentences: Record<Exclude<EventName, 'system.canary'>, Say> = {
  'union.opened': (union) => ({ zh: `${union}成立`, en: `${union} was opened` }),
  'union.changed': (union) => ({ zh: `${union}信息变更`, en: `${union} was changed` }),
  'union.moved': (union, { reason }) => ({
    zh: `${union}调整隶属关系：${reason}`,
    en: `${union} moved to another parent: ${reason}`,
  }),
  'union.closed': (union, { reason }) => ({ zh: `${union}撤销：${reason}`, en: `${union} was closed: ${reason}` }),
  'task.created': (union, w) => ({
    zh: `${union}设立任务“${w.title}”，目标 ${amount(w.target)} ${w.unit}`,
    en: `${union} set the task “${w.title}”, target ${amount(w.target)} ${w.unit}`,
  }),
  'task.assigned': (union, w) => ({
    zh: `向${union}下达任务“${w.title}”，目标 ${amount(w.target)} ${w.unit}，${w.dueOn} 前完成`,
    en: `${union} was given “${w.title}”, target ${amount(w.target)} ${w.unit}, due ${w.dueOn}`,
  }),
  'task.signed': (union, w) => ({ zh: `${union}签收任务“${w.title}”`, en: `${union} signed for “${w.title}”` }),
  'task.cascaded': (union, w) => ({
    zh: `${union}分解任务“${w.title}”${w.reason === undefined ? '' : `，未足额分解：${w.reason}`}`,
    en: `${union} divided “${w.title}”${w.reason === undefined ? '' : `, short of its share: ${w.reason}`}`,
  }),
  'task.changed': (union, w) => {
    const field = fields[w.field ?? ''] ?? { zh: '内容', en: 'content' };
    return {
      zh: `${union}的任务“${w.title}”${field.zh}由 ${amount(w.before)} 调整为 ${amount(w.after)}：${w.reason}`,
      en: `The ${field.en} of “${w.title}” of ${union} went from ${amount(w.before)} to ${amount(w.after)}: ${w.reason}`,
    };
  },
  'task.withdrawn': (union, w) => ({
    zh: `${union}的任务“${w.title}”已撤回：${w.reason}`,
    en: `“${w.title}” of ${union} was withdrawn: ${w.reason}`,
  }),
  'progress.submitted': (union, w) => ({
    zh: `${union}${w.resubmitted === undefined ? '' : '重新'}提交“${w.title}”进度${w.zero === undefined ? `：${amount(w.done)} ${w.unit}` : '：零报告'}`,
    en: `${union} ${w.resubmitted === undefined ? 'reported' : 'reported again'} on “${w.title}”: ${w.zero === undefined ? `${amount(w.done)} ${w.unit}` : 'zero report'}`,
  }),
  'progress.returned': (union, w) => ({
    zh: `${union}的“${w.title}”进度报告被退回：${w.reason}`,
    en: `The report of ${union} on “${w.title}” was returned: ${w.reason}`,
  }),
  'progress.accepted': (union, w) => ({
    zh: `${union}的“${w.title}”进度报告审核通过：${amount(w.done)} ${w.unit}`,
    en: `The report of ${union} on “${w.title}” was accepted: ${amount(w.done)} ${w.unit}`,
  }),
  'assessment.opened': (union, w) => ({
    zh: `${union}启动考核“${w.title}”`,
    en: `${union} opened the assessment “${w.title}”`,
  }),
  'score.recorded': (union, w) => ({
    zh: `“${w.title}”：${union}的 ${w.criterion} 项评分 ${w.points} 分`,
    en: `“${w.title}”: ${union} got ${w.points} for ${w.criterion}`,
  }),
  'assessment.published': (union, w) => ({
    zh: `${union}公示考核结果“${w.title}”`,
    en: `${union} published the results of “${w.title}”`,
  }),
};

export function feedWords(
  name: Exclude<EventName, 'system.canary'>,
  unionName: string,
  subject: Subject,
): { zh: string; en: string } {
  return sentences[name](unionName, subject.words);
}
