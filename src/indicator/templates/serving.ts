/** Ready indicators of honours, training, care, help and safety (S13–S20). */
import { flow, type IndicatorTemplate, stock } from './ready';

const honour = (code: string, name: string, unit: string, filter: string): IndicatorTemplate =>
  flow([code, 'S13', name, unit], `ledger.count('honours', {${filter}})`, { direction: 'none' });

const care = (filter: string): string => `ledger.sum('care-sessions', 'people', {kind: '${filter}'})`;

export const SERVING = [
  honour('honour.district.model', '区劳动模范', '人', "level: 'district', honour: 'model'"),
  honour('honour.district.advanced-worker', '区先进工作者', '人', "level: 'district', honour: 'advancedWorker'"),
  honour('honour.district.advanced-collective', '区先进集体', '个', "level: 'district', honour: 'advancedCollective'"),
  honour('honour.province.medal', '省五一劳动奖章', '名', "level: 'province', honour: 'medal'"),
  honour('honour.city.medal', '市五一劳动奖章', '名', "level: 'city', honour: 'medal'"),
  honour('honour.city.certificate', '市五一劳动奖状', '个', "level: 'city', honour: 'certificate'"),
  honour('honour.city.pioneer', '市工人先锋号', '个', "level: 'city', honour: 'pioneer'"),
  flow(['training.subjects', 'S14', '培训项目', '个'], "ledger.distinct('training', 'subject')"),
  flow(['training.classes', 'S14', '培训班次', '个'], "ledger.count('training')", { by: 'kind' }),
  flow(['training.attendances', 'S14', '培训劳务工', '人次'], "ledger.sum('training', 'attendances')", { by: 'kind' }),
  flow(
    ['training.free-trainees', 'S14', '万名职工免费培训', '人次'],
    "ledger.sum('training', 'attendances', {free: 'yes'})",
    { limits: { notAbove: 'training.attendances', change: null } },
  ),
  flow(['subsidy.new-items', 'S14', '新增补贴项目', '个'], "ledger.count('certificate-subsidies', {act: 'item'})"),
  flow(
    ['subsidy.paid', 'S14', '累计发放补贴资金', '元'],
    "ledger.sum('certificate-subsidies', 'amount', {act: 'paid'})",
    { qualifier: 'over', decimals: 2 },
  ),
  stock(
    ['care.pilot-subdistricts', 'S15', '心灵驿站试点街道', '个'],
    "ledger.distinct('care-stations', 'subdistrict', {kind: 'station', pilot: 'yes'})",
  ),
  flow(
    ['care.enterprises', 'S15', '心理健康辅导企业', '家'],
    "ledger.distinct('care-sessions', 'enterprise', {kind: 'counselling'})",
  ),
  flow(['care.sessions', 'S15', '心理健康辅导活动', '场'], "ledger.count('care-sessions', {kind: 'counselling'})"),
  flow(['care.people', 'S15', '心理健康服务职工', '名'], `as(${care('counselling')}, '名')`, { qualifier: 'about' }),
  flow(['survey.people', 'S15', '心理健康问卷调查', '人次'], care('survey'), { qualifier: 'about' }),
  flow(['aid.visits', 'S16', '慰问困难职工', '人次'], "ledger.sum('aid-visits', 'people', {kind: 'visit'})", {
    qualifier: 'over',
  }),
  flow(
    ['aid.serious-illness', 'S16', '救助大病困难外来劳务工', '人'],
    "ledger.distinct('aid-visits', 'person', {kind: 'illness', migrant: 'yes'})",
  ),
  flow(['aid.paid', 'S16', '发放慰问金', '元'], "ledger.sum('aid-visits', 'amount')", {
    qualifier: 'nearly',
    decimals: 2,
    by: 'kind',
  }),
  flow(
    ['insurance.policies', 'S17', '职工安康互助保险', '份'],
    "ledger.sum('mutual-insurance', 'policies', {act: 'insured'})",
    { qualifier: 'over', by: 'plan' },
  ),
  flow(['safety-cup.enterprises', 'S19', '安康杯竞赛参与企业', '家'], "ledger.distinct('safety-cup', 'enterprise')"),
  flow(['safety-cup.people', 'S19', '安康杯覆盖职工', '人'], "ledger.sum('safety-cup', 'people')"),
  flow(['lecture.sessions', 'S20', '劳务工大课堂', '场次'], "ledger.count('lectures')"),
  flow(['lecture.people', 'S20', '劳务工大课堂受教育劳务工', '名'], "as(ledger.sum('lectures', 'people'), '名')", {
    qualifier: 'nearly',
  }),
];
