/** What kinds of events there are (事件类别), for choosing them. Pure. */
import type { Words } from '../kernel/errors';
import { type ToldName, toldNames, wordsOf } from './event-catalogue';

const groups: readonly (readonly [prefixes: readonly string[], words: Words])[] = [
  [['union'], { zh: '工会', en: 'Unions' }],
  [['task', 'extension'], { zh: '工作任务', en: 'Tasks' }],
  [['progress'], { zh: '进度', en: 'Progress' }],
  [['light', 'lightRule'], { zh: '亮灯', en: 'Lights' }],
  [['order', 'interview'], { zh: '督办', en: 'Supervision' }],
  [['assessment', 'score', 'sheet', 'selfScore', 'entry', 'appeal'], { zh: '量化考核', en: 'Assessment' }],
  [['enterprise', 'verification'], { zh: '企业库', en: 'Enterprises' }],
  [['ledger', 'ledgerEntry'], { zh: '台账', en: 'Ledgers' }],
  [['form', 'return', 'formException', 'formPeriod'], { zh: '统计报表', en: 'Statistical forms' }],
  [['indicator', 'indicatorPeriod', 'target'], { zh: '指标与目标', en: 'Indicators and targets' }],
  [['case'], { zh: '诉求件', en: 'Cases' }],
  [['annualReport', 'annualReportTemplate'], { zh: '年度报告', en: 'Annual report' }],
];

export interface ListedEvent {
  readonly type: ToldName;
  readonly words: Words;
  readonly group: Words;
}

/** Sent beside the line when an endpoint is tried; nobody chooses it. */
export const testEvent = { type: 'webhook.test', words: { zh: '测试推送', en: 'A test of an endpoint' } } as const;

/** All of them, by group. */
export const listedEvents: readonly ListedEvent[] = groups.flatMap(([prefixes, group]) =>
  toldNames
    .filter((name) => prefixes.includes(name.slice(0, name.indexOf('.'))))
    .map((type) => ({ type, words: wordsOf(type), group })),
);
