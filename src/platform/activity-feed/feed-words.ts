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

const steps: Record<string, { zh: string; en: string }> = {
  opened: { zh: '启动阶段', en: 'its opening' },
  self_score: { zh: '自评阶段', en: 'self-scoring' },
  review: { zh: '初评阶段', en: 'the first review' },
  final: { zh: '终评阶段', en: 'final scoring' },
  published: { zh: '公示阶段', en: 'publication' },
  appeals: { zh: '申诉处理阶段', en: 'the answers to appeals' },
  closed: { zh: '办结', en: 'its close' },
};

const entryKinds: Record<string, { zh: string; en: string }> = {
  occurrence: { zh: '考核记录', en: 'entry' },
  bonus: { zh: '加分', en: 'bonus' },
  penalty: { zh: '减分', en: 'penalty' },
  veto: { zh: '一票否决', en: 'veto' },
};

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
  'sheet.scored': (union, w) => ({ zh: `${union}的“${w.title}”重新计分`, en: `${union} scored “${w.title}” anew` }),
  'assessment.stepped': (union, w) => {
    const step = steps[w.step ?? ''] ?? { zh: '下一阶段', en: 'its next step' };
    return {
      zh: `${union}的考核“${w.title}”进入${step.zh}${w.dueOn === undefined ? '' : `，截止 ${w.dueOn}`}${w.reason === undefined ? '' : `：${w.reason}`}`,
      en: `“${w.title}” of ${union} entered ${step.en}${w.dueOn === undefined ? '' : `, until ${w.dueOn}`}${w.reason === undefined ? '' : `: ${w.reason}`}`,
    };
  },
  'selfScore.submitted': (union, w) => ({
    zh: `${union}${w.late === undefined ? '' : '逾期'}提交“${w.title}”自评`,
    en: `${union} handed in its self-score for “${w.title}”${w.late === undefined ? '' : ', late'}`,
  }),
  'entry.decided': (union, w) => {
    const kind = entryKinds[w.kind ?? ''] ?? { zh: '记录', en: 'entry' };
    const verb = w.outcome === 'approved' ? { zh: '核定', en: 'approved' } : { zh: '未予认定', en: 'refused' };
    return {
      zh: `“${w.title}”：${union}的${kind.zh}“${w.what}”${verb.zh}：${w.ground}`,
      en: `“${w.title}”: the ${kind.en} “${w.what}” of ${union} was ${verb.en}: ${w.ground}`,
    };
  },
  'assessment.published': (union, w) => ({
    zh: `${union}公示考核结果“${w.title}”`,
    en: `${union} published the results of “${w.title}”`,
  }),
  'appeal.filed': (union, w) => ({
    zh: `${union}对“${w.title}”考核结果提出申诉：${w.reason}`,
    en: `${union} appealed against its results in “${w.title}”: ${w.reason}`,
  }),
  'appeal.decided': (union, w) => ({
    zh: `${union}对“${w.title}”的申诉${w.outcome === 'upheld' ? '成立' : '不成立'}：${w.reason}`,
    en: `The appeal of ${union} in “${w.title}” was ${w.outcome === 'upheld' ? 'upheld' : 'rejected'}: ${w.reason}`,
  }),
  'assessment.corrected': (union, w) => ({
    zh: `${union}更正考核结果“${w.title}”：${w.reason}`,
    en: `${union} corrected the results of “${w.title}”: ${w.reason}`,
  }),
};

export function feedWords(
  name: Exclude<EventName, 'system.canary'>,
  unionName: string,
  subject: Subject,
): { zh: string; en: string } {
  return sentences[name](unionName, subject.words);
}
