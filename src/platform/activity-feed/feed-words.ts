/** A feed entry in words a person reads, Chinese and English. Pure. */
import type { EventName } from '../../events/events';
import { caseSentences } from './case-words';
import { enterpriseSentences } from './enterprise-words';
import { figureSentences } from './figure-words';
import { formSentences } from './form-words';
import { ledgerSentences } from './ledger-words';
import { lightSentences } from './light-words';
import type { Say } from './say';
import type { Subject } from './subject';

const fields: Record<string, { zh: string; en: string }> = {
  target: { zh: '目标值', en: 'target' },
  dueOn: { zh: '截止日期', en: 'due day' },
  weight: { zh: '权重', en: 'weight' },
  milestones: { zh: '里程碑', en: 'milestones' },
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

const degrees: Record<string, { zh: string; en: string }> = {
  blue: { zh: '蓝色', en: 'blue' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
};

/** A sentence about an order: what happened, and why where it was said. */
const ofOrder =
  (zh: (union: string, order: string) => string, en: (union: string, order: string) => string): Say =>
  (union, w) => {
    const said = w.reason === undefined ? '' : w.reason;
    return {
      zh: `${zh(union, `${w.number}督办单“${w.title}”`)}${said === '' ? '' : `：${said}`}`,
      en: `${en(union, `order ${w.number} “${w.title}”`)}${said === '' ? '' : `: ${said}`}`,
    };
  };

const sentences: Record<Exclude<EventName, 'system.canary'>, Say> = {
  ...enterpriseSentences,
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
  'task.urged': (union, w) => ({
    zh: `${union}的“${w.title}”被催办：${w.reason}`,
    en: `${union} was urged about “${w.title}”: ${w.reason}`,
  }),
  'task.sentBack': (union, w) => ({
    zh: `${union}申请回退任务“${w.title}”：${w.reason}`,
    en: `${union} sent “${w.title}” back: ${w.reason}`,
  }),
  'task.sendBackRefused': (union, w) => ({
    zh: `${union}的任务“${w.title}”回退申请未获同意：${w.reason}`,
    en: `${union} keeps “${w.title}”, which it had sent back: ${w.reason}`,
  }),
  'task.parked': (union, w) => ({
    zh: `${union}的任务“${w.title}”挂账至 ${w.until}：${w.reason}`,
    en: `“${w.title}” of ${union} is parked until ${w.until}: ${w.reason}`,
  }),
  'task.unparked': (union, w) => ({
    zh: `${union}的任务“${w.title}”结束挂账：${w.reason}`,
    en: `“${w.title}” of ${union} is no longer parked: ${w.reason}`,
  }),
  'extension.requested': (union, w) => ({
    zh: `${union}申请将“${w.title}”由 ${w.before} 延期至 ${w.proposed}：${w.reason}`,
    en: `${union} asked to have “${w.title}” due on ${w.proposed} instead of ${w.before}: ${w.reason}`,
  }),
  'extension.approved': (union, w) => ({
    zh: `同意${union}的“${w.title}”由 ${w.before} 延期至 ${w.after}${w.decision === undefined ? '' : `：${w.decision}`}`,
    en: `“${w.title}” of ${union} was extended from ${w.before} to ${w.after}${w.decision === undefined ? '' : `: ${w.decision}`}`,
  }),
  'extension.refused': (union, w) => ({
    zh: `未同意${union}的“${w.title}”延期：${w.decision ?? w.reason}`,
    en: `The extension of “${w.title}” of ${union} was refused: ${w.decision ?? w.reason}`,
  }),
  'order.issued': (union, w) => {
    const degree = degrees[w.degree ?? ''] ?? { zh: '', en: '' };
    return {
      zh: `向${union}下达${degree.zh}督办单 ${w.number}“${w.title}”，${w.limitOn} 前答复`,
      en: `${union} was given the ${degree.en} order ${w.number} “${w.title}”, to be answered by ${w.limitOn}`,
    };
  },
  'order.signed': ofOrder(
    (union, order) => `${union}签收${order}`,
    (union, order) => `${union} signed for ${order}`,
  ),
  'order.answered': ofOrder(
    (union, order) => `${union}答复${order}`,
    (union, order) => `${union} answered ${order}`,
  ),
  'order.returned': ofOrder(
    (union, order) => `${union}的${order}被退办`,
    (union, order) => `The answer of ${union} to ${order} was returned`,
  ),
  'order.closed': ofOrder(
    (union, order) => `${union}的${order}办结`,
    (union, order) => `${union}: ${order} is closed`,
  ),
  'order.raised': (union, w) => {
    const degree = degrees[w.degree ?? ''] ?? { zh: '', en: '' };
    return {
      zh: `${union}的督办单 ${w.number}“${w.title}”升为${degree.zh}：${w.reason}`,
      en: `The order ${w.number} “${w.title}” to ${union} was raised to ${degree.en}: ${w.reason}`,
    };
  },
  'order.withdrawn': ofOrder(
    (union, order) => `撤销${union}的${order}`,
    (union, order) => `${order} to ${union} was withdrawn`,
  ),
  'interview.recorded': (union, w) => ({
    zh: `${w.heldOn} 约谈${union}，约定：${w.agreed}`,
    en: `${union} was spoken to on ${w.heldOn}; agreed: ${w.agreed}`,
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
  ...lightSentences,
  ...ledgerSentences,
  ...figureSentences,
  ...caseSentences,
  ...formSentences,
};

export function feedWords(
  name: Exclude<EventName, 'system.canary'>,
  unionName: string,
  subject: Subject,
): { zh: string; en: string } {
  return sentences[name](unionName, subject.words);
}
