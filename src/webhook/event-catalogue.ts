/** The events an endpoint may choose (推送事件): what each is called, and the parts of it that are told. Pure. */
import type { EventName, Events } from '../events/events';
import type { Words } from '../kernel/errors';
import type { PartName } from './told-parts';

export type ToldName = Exclude<EventName, 'system.canary'>;

type Entry<N extends ToldName> = readonly [zh: string, en: string, ...parts: KeysOf<Events[N]>[]];
type KeysOf<T> = keyof T & PartName;

/** A new event says here what of it leaves the house. */
const entries: { readonly [N in ToldName]: Entry<N> } = {
  'union.opened': ['工会成立', 'A union was opened', 'union'],
  'union.changed': ['工会信息变更', 'A union was changed', 'union'],
  'union.moved': ['工会调整隶属', 'A union moved to another parent', 'union', 'fromParentId'],
  'union.closed': ['工会撤销', 'A union was closed', 'union'],
  'task.created': ['设立任务', 'A task was set', 'task'],
  'task.assigned': ['下达任务', 'A task was assigned', 'task'],
  'task.signed': ['签收任务', 'A task was signed for', 'task'],
  'task.cascaded': ['分解任务', 'A task was divided', 'task'],
  'task.changed': ['任务变更', 'A task was changed', 'task', 'field'],
  'task.withdrawn': ['撤回任务', 'A task was withdrawn', 'task'],
  'task.urged': ['人工催办', 'A task was urged', 'urgeId', 'taskId', 'unionId', 'officers'],
  'task.sentBack': ['申请退回任务', 'A task was sent back', 'task'],
  'task.sendBackRefused': ['退回任务未获同意', 'Sending a task back was refused', 'task'],
  'task.parked': ['任务挂账', 'A task was parked', 'task'],
  'task.unparked': ['任务恢复', 'A task was taken up again', 'task'],
  'extension.requested': ['申请延期', 'An extension was asked for', 'task', 'extension'],
  'extension.approved': ['同意延期', 'An extension was granted', 'task', 'extension'],
  'extension.refused': ['不同意延期', 'An extension was refused', 'task', 'extension'],
  'order.issued': ['下达督办单', 'A supervision order was issued', 'order'],
  'order.signed': ['签收督办单', 'A supervision order was signed for', 'order'],
  'order.answered': ['答复督办单', 'A supervision order was answered', 'order'],
  'order.returned': ['退回督办答复', 'An answer to an order was returned', 'order'],
  'order.closed': ['督办单办结', 'A supervision order was closed', 'order'],
  'order.raised': ['督办升级', 'A supervision order was raised', 'order'],
  'order.withdrawn': ['撤回督办单', 'A supervision order was withdrawn', 'order'],
  'interview.recorded': ['约谈记录', 'An interview was recorded', 'interview'],
  'progress.submitted': ['上报进度', 'A progress report was handed in', 'reporting', 'report'],
  'progress.returned': ['退回进度报告', 'A progress report was returned', 'reporting', 'report'],
  'progress.accepted': ['审核通过进度', 'A progress report was accepted', 'reporting', 'report'],
  'assessment.opened': ['启动考核', 'An assessment was opened', 'assessment'],
  'score.recorded': ['评分', 'A score was recorded', 'assessment', 'unionId', 'criterion', 'points'],
  'sheet.scored': ['暂定得分更新', 'Provisional scores changed', 'assessment'],
  'assessment.stepped': ['考核进入下一阶段', 'An assessment moved on', 'assessment', 'step', 'dueOn'],
  'selfScore.submitted': ['提交自评', 'A self-score was handed in', 'assessment', 'unionId', 'late'],
  'entry.decided': ['加减分审定', 'An entry was decided', 'assessment', 'unionId', 'entry'],
  'assessment.published': ['公示考核结果', 'Results were published', 'assessment', 'digest'],
  'appeal.filed': ['提出申诉', 'An appeal was filed', 'assessment', 'unionId', 'appealId'],
  'appeal.decided': ['申诉处理完毕', 'An appeal was decided', 'assessment', 'unionId', 'appealId', 'outcome'],
  'assessment.corrected': ['更正考核结果', 'Results were corrected', 'assessment', 'digest'],
  'light.changed': ['亮灯变化', 'A light changed', 'light'],
  'lightRule.set': ['调整亮灯规则', 'The rule for lights was set'],
  'enterprise.registered': ['企业登记', 'An enterprise was registered', 'enterprise', 'counts'],
  'enterprise.changed': ['企业信息变更', 'An enterprise was changed', 'enterprise', 'counts'],
  'enterprise.counted': ['企业人数更新', 'An enterprise was counted', 'enterprise', 'counts'],
  'enterprise.moved': ['企业调整归属', 'An enterprise moved', 'enterprise', 'counts'],
  'enterprise.handedOver': ['企业整体移交', 'Enterprises were handed over', 'unionId', 'counts'],
  'enterprise.closed': ['企业注销', 'An enterprise was closed', 'enterprise', 'counts'],
  'enterprise.batchTaken': ['企业批量导入中', 'A batch of enterprises was taken in', 'intakeId', 'counts'],
  'enterprise.takenIn': [
    '企业导入完成',
    'A spreadsheet of enterprises was taken in',
    ...(['intakeId', 'unionId', 'created', 'changed', 'unchanged', 'faulty'] as const),
  ],
  'verification.proposed': [
    '提出企业核查',
    'A verification was proposed',
    ...(['proposalId', 'unionId', 'finding', 'enterprises'] as const),
  ],
  'verification.accepted': [
    '核查认定',
    'A verification was accepted',
    ...(['proposalId', 'unionId', 'finding', 'enterprises', 'counts'] as const),
  ],
  'verification.refused': [
    '核查未认定',
    'A verification was refused',
    ...(['proposalId', 'unionId', 'finding', 'enterprises'] as const),
  ],
  'ledger.published': ['发布台账', 'A ledger was published', 'ledger'],
  'ledger.retired': ['停用台账', 'A ledger was retired', 'ledger'],
  'ledger.batchTaken': ['台账批量导入中', 'A batch of entries was taken in', 'ledger', 'intakeId', 'status', 'unions'],
  'ledger.takenIn': [
    '台账导入完成',
    'A spreadsheet of entries was taken in',
    ...(['ledger', 'intakeId', 'unionId', 'created', 'unchanged', 'faulty'] as const),
  ],
  'ledgerEntry.submitted': ['提交台账', 'A ledger entry was handed in', 'ledger', 'ledgerEntry'],
  'ledgerEntry.returned': ['退回台账', 'A ledger entry was returned', 'ledger', 'ledgerEntry'],
  'ledgerEntry.accepted': ['台账审核通过', 'A ledger entry was accepted', 'ledger', 'ledgerEntry'],
  'ledgerEntry.corrected': ['台账更正', 'A ledger entry was corrected', 'ledger', 'ledgerEntry'],
  'ledgerEntry.withdrawn': ['撤回台账', 'A ledger entry was withdrawn', 'ledger', 'ledgerEntry'],
  'indicator.published': ['发布指标', 'An indicator was published', 'indicator', 'holdsFrom'],
  'indicator.retired': ['停用指标', 'An indicator was retired', 'indicator'],
  'indicator.received': ['收到外部数据', 'A value came from outside', 'externalValue'],
  'indicator.valued': ['指标值更新', 'Values of indicators changed', 'indicatorValues'],
  'indicatorPeriod.closed': ['指标期封账', 'A period was closed', 'period'],
  'indicatorPeriod.reopened': ['指标期重新开放', 'A period was opened again', 'period'],
  'form.published': ['发布报表', 'A form was published', 'form'],
  'form.retired': ['停用报表', 'A form was retired', 'form'],
  'return.submitted': ['报送报表', 'A return was handed in', 'form', 'formReturn'],
  'return.returned': ['退回报表', 'A return was returned', 'form', 'formReturn'],
  'return.accepted': ['报表审核通过', 'A return was accepted', 'form', 'formReturn'],
  'return.corrected': ['报表更正', 'A return was corrected', 'form', 'formReturn'],
  'return.withdrawn': ['撤回报表', 'A return was withdrawn', 'form', 'formReturn'],
  'formException.proposed': ['申请免报或补报', 'An exception was proposed', 'form', 'formException'],
  'formException.approved': ['同意免报或补报', 'An exception was approved', 'form', 'formException'],
  'formException.refused': ['不同意免报或补报', 'An exception was refused', 'form', 'formException'],
  'formPeriod.locked': ['报表期锁定', 'A period of a form was locked', 'form', 'period', 'label'],
  'target.set': ['设定目标', 'A target was set', 'target'],
  'target.changeProposed': ['申请调整目标', 'Another target was proposed', 'target', 'proposed'],
  'target.changed': ['目标调整', 'A target was changed', 'target'],
  'target.changeRefused': ['不同意调整目标', 'Another target was refused', 'target', 'proposed'],
  'target.withdrawn': ['撤销目标', 'A target was withdrawn', 'target'],
  'annualReport.submitted': ['提交年度报告', 'An annual report was submitted', 'annualReport'],
  'annualReport.approved': ['年度报告定稿', 'An annual report was approved', 'annualReport'],
  'annualReport.returned': ['退回年度报告', 'An annual report was returned', 'annualReport'],
  'annualReport.reopened': ['重新编写年度报告', 'An annual report was opened again', 'annualReport'],
  'case.received': ['诉求件来件', 'A case came in', 'case'],
  'case.changed': ['诉求件变更', 'A case was changed by its source', 'case'],
  'case.assigned': ['交办诉求件', 'A case was assigned', 'case'],
  'case.answered': ['答复诉求件', 'A case was answered', 'case'],
  'case.returned': ['退回诉求件答复', 'An answer to a case was returned', 'case'],
  'case.handedBack': ['诉求件退回上级', 'A case was given back to the tier above', 'case'],
  'case.closed': ['诉求件办结', 'A case was closed', 'case'],
  'annualReportTemplate.published': ['发布年度报告模板', 'A template was published', 'annualReportTemplate'],
};

export const toldNames = Object.keys(entries) as ToldName[];

export const isToldName = (name: string): name is ToldName => Object.hasOwn(entries, name);

export function wordsOf(name: ToldName): Words {
  const [zh, en] = entries[name];
  return { zh, en };
}

export function partsOf(name: ToldName): readonly PartName[] {
  const [, , ...parts] = entries[name] as readonly [string, string, ...PartName[]];
  return parts;
}
