/** The words of the demo's tasks and reports: programmes, titles, notes, and why a report comes back. Made up. */
import type { Figure } from './report';
import { whim } from './spread';

/** The programme (工作项目) a figure belongs to, by the beginning of its code. */
const programmeOf: readonly (readonly [string, string])[] = [
  ['enterprise.', 'S05'],
  ['worker.', 'S05'],
  ['rectification.', 'S02'],
  ['regulation.', 'S03'],
  ['case.', 'S10'],
  ['honour.', 'S13'],
  ['training.', 'S14'],
  ['subsidy.', 'S14'],
  ['lecture.', 'S14'],
  ['care.', 'S15'],
  ['survey.', 'S15'],
  ['aid.', 'S16'],
  ['insurance.', 'S17'],
  ['safety-cup.', 'S19'],
];

const titles: Readonly<Record<string, string>> = {
  'enterprise.preset': '核对预置非公企业名录',
  'enterprise.excluded': '核查非正常或事实不存在企业',
  'enterprise.unionized': '非公企业建立工会组织',
  'worker.total': '摸清现有职工人数',
  'worker.member': '发展工会会员',
  'rectification.areas': '落实重点整改措施',
  'regulation.total': '建立健全规章制度',
  'case.accepted': '受理来信来访、工伤事故、劳资纠纷等案件',
  'training.attendances': '培训劳务工',
  'subsidy.paid': '发放培训补贴资金',
  'care.people': '心理健康服务职工',
  'aid.paid': '发放慰问金',
};

const qualifiers: Readonly<Record<string, string>> = { about: '约', near: '近', nearly: '近', over: '超过' };

const reasons = [
  '与台账数字不一致，请核对后重报。',
  '请按单位逐一核实，剔除重复计数。',
  '统计口径应以当年新增为准，请更正。',
  '请补充说明数据来源。',
];

export function programmeFor(code: string): string {
  const found = programmeOf.find(([beginning]) => code.startsWith(beginning));
  if (found === undefined) throw new Error(`The demo has no programme for ${code}`);
  return found[1];
}

export function titleOf({ code, zh }: Figure): string {
  return titles[code] ?? zh;
}

/** What the report says of a number that it does not give exactly. */
export function descriptionOf({ code, zh, value, unit, qualifier }: Figure): string {
  const how = qualifiers[qualifier];
  const definitions: Readonly<Record<string, string>> = {
    'enterprise.unionized': '分子：已建立工会组织的非公企业；分母：预置非公企业扣除经核查属非正常或事实不存在的企业。',
    'worker.member': '分子：工会会员；分母：现有职工。',
  };
  const definition = definitions[code] ?? `${zh}，以各级台账为准。`;
  return how === undefined
    ? definition
    : `${definition}年度工作报告的说法是“${how}${value}${unit}”，此处按 ${value} ${unit}计。`;
}

export function noteOf(day: string, done: number, unit: string): string {
  return done === 0
    ? '本期无，零报告。'
    : `截至${Number(day.slice(5, 7))}月${Number(day.slice(8))}日累计完成${done}${unit}。`;
}

export function reasonFor(words: string): string {
  return reasons[whim(words, reasons.length)] ?? '';
}
