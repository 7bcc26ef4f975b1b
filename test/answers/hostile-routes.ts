/** A well-formed call of every writing route, to put hostile values into. */
import request, { type Response } from 'supertest';
import type { House } from '../support/house';
import { publishedInA } from '../support/publication';
import { codeOf } from '../support/register';
import { defined, definitionOf } from '../support/indicator';
import { memberDefinition, memberForm, members } from '../support/form';
import { caseMapping, caseSource, sendingProgram, theirCase } from '../support/case';
import { visit, visitDefinition, visitLedger } from '../support/ledger';
import { assigned, cascaded, memberTask } from '../support/task';

type Method = 'post' | 'put' | 'patch' | 'delete';
export interface Route {
  readonly account: string;
  readonly method: Method;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
}

interface Ids {
  readonly root: string;
  readonly shareA: string;
  readonly shareB: string;
  readonly a2: string;
  readonly draft: string;
  readonly submitted: string;
  readonly officer: string;
  readonly published: string;
  readonly appeal: string;
  readonly robot: string;
  readonly application: string;
  readonly key: string;
  readonly webhook: string;
  readonly extension: string;
  readonly a1: string;
  readonly signed: string;
  readonly answered: string;
  readonly enterprise: string;
  readonly verification: string;
  readonly ledger: string;
  readonly ledgerEntry: string;
  readonly target: string;
  readonly targetChange: string;
  readonly annualReport: string;
  readonly indicator: string;
  readonly closure: string;
  readonly form: string;
  readonly formReturn: string;
  readonly formException: string;
  readonly caseSource: string;
  readonly case: string;
}

export const routeNames = [
  'create a task',
  'change a task',
  'withdraw a task',
  'hand down shares',
  'change a share',
  'withdraw a share',
  'begin a report',
  'change a report',
  'return a report',
  'tell minutes',
  'take a value over',
  'ask what a task costs',
  'open a union',
  'change a union',
  'move a union',
  'close a union',
  'set a working day',
  'make an account',
  'change an officer',
  'give a role',
  'set a first password',
  'change my password',
  'sign in',
  'file an appeal',
  'decide an appeal',
  'set a ladder',
  'try a ladder',
  'urge',
  'choose an hour',
  'note a leader',
  'add a robot',
  'change a robot',
  'register a program',
  'change a program',
  'make a key',
  'change a key',
  'rotate a key',
  'add a webhook',
  'change a webhook',
  'replay deliveries',
  'list a webhook host',
  'set my mail address',
  'write a message template',
  'apply for extensions',
  'answer extensions',
  'park a share',
  'send a task back',
  'issue an order',
  'answer an order',
  'review an order',
  'record an interview',
  'register an enterprise',
  'change an enterprise',
  'count an enterprise',
  'move an enterprise',
  'close an enterprise',
  'propose a verification',
  'decide on verifications',
  'make a ledger',
  'publish a ledger anew',
  'begin a ledger entry',
  'change a ledger entry',
  'put a ledger entry under a code',
  'decide on ledger entries',
  'disclose personal data',
  'look up a number',
  'set a target',
  'try a target',
  'propose another target',
  'refuse another target',
  'write the words of the annual report',
  'try the words of the annual report',
  'submit an annual report',
  'approve an annual report',
  'return an annual report',
  'make an indicator',
  'change an indicator',
  'retire an indicator',
  'take a ready indicator',
  'give a value from outside',
  'try an expression',
  'list what a trial counts',
  'close a period',
  'open a period again',
  'make a form',
  'publish a form anew',
  'retire a form',
  'begin a return',
  'change a return',
  'propose an exception',
  'decide on an exception',
  'add a case source',
  'change a case source',
  'try a mapping',
  'assign a case',
  'answer a case',
  'give a case back',
  'return a case',
] as const;
export type RouteName = (typeof routeNames)[number];

const targetDefinition = {
  value: '10',
  baseline: { period: null, value: '8', source: '去年报告' },
  unions: [],
  periods: [{ period: '2026H1', value: '4' }],
  shortfallReason: '下半年补足',
};
const targetOf = (indicatorId: string, period: string): object => ({
  ...{ indicatorId, period, strength: 'floor', direction: 'higher', reason: '年度目标' },
  definition: { ...targetDefinition, periods: [{ period: `${period}-H1`, value: '4' }] },
});

const ladderStep = { key: 'due', offset: 0, whom: ['officer'], channels: ['inbox'], urgent: false, template: 'remind' };

const groupRobot = {
  kind: 'dingtalk',
  name: '工作群',
  address: 'https://oapi.dingtalk.com/robot/send?access_token=1a2b',
  secret: 'SEC1',
  language: 'zh',
};

const newProgram = (house: House, account: string): object => ({
  ...{ unionId: house.district.unions.A, account, name: '应用', role: 'administrator' },
  ...{ purpose: '同步任务', contact: '王工' },
});
const newKey = {
  ...{ name: '生产', scopes: ['tasks:read'], networks: ['10.0.0.0/8'], expiresOn: '2026-12-31' },
  ...{ readsPerMinute: 600, writesPerMinute: 120 },
};
/** An address that needs no look-up, and an event that never comes. */
const webhook = {
  url: 'https://9.9.9.9/hook',
  description: '数据中台',
  events: ['annualReportTemplate.published'],
};

/** By name, so that a story reads as a list of deeds. */
export const routesOf = (house: House, ids: Ids): Record<RouteName, Route> => ({
  'create a task': { account: 'd.administrator', method: 'post', path: '/district/tasks', body: memberTask },
  'change a task': {
    account: 'd.administrator',
    method: 'patch',
    path: `/district/tasks/${ids.root}`,
    body: { weight: '2', reason: '调整' },
    version: 2,
  },
  'withdraw a task': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/tasks/${ids.root}/withdrawal`,
    body: { reason: '误设' },
  },
  'hand down shares': {
    account: 'b.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.shareB}/shares`,
    body: { shares: [{ unionId: house.district.unions.B1, target: '1' }], shortfallReason: '筹建' },
  },
  'change a share': {
    account: 'a.administrator',
    method: 'patch',
    path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}`,
    body: { weight: '2', reason: '调整' },
    version: 2,
  },
  'withdraw a share': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}/withdrawal`,
    body: { reason: '误设' },
  },
  'begin a report': {
    account: 'a2.reporter',
    method: 'post',
    path: `/community/tasks/${ids.a2}/reports`,
    body: { done: '1' },
  },
  'change a report': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/reports/${ids.draft}`,
    body: { done: '1' },
    version: 1,
  },
  'return a report': {
    account: 'a.reviewer',
    method: 'post',
    path: `/subdistrict/reports/${ids.submitted}/return`,
    body: { reason: '补充' },
  },
  'tell minutes': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/reports/${ids.submitted}/minutes`,
    body: { minutes: 12 },
  },
  'take a value over': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/reports/${ids.draft}/source`,
    body: { reportId: ids.submitted },
  },
  'ask what a task costs': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/tasks/cost',
    body: { measure: { name: '工会会员', unit: '人' }, startOn: '2026-01-01', dueOn: '2026-12-31' },
  },
  'open a union': {
    account: 'd.system_administrator',
    method: 'post',
    path: '/unions',
    body: { parentId: house.district.unions.A, code: 'A9', name: '甲九', openedOn: '2026-01-01' },
  },
  'change a union': {
    account: 'd.system_administrator',
    method: 'patch',
    path: `/unions/${house.district.unions.B}`,
    body: { name: '乙' },
    version: 1,
  },
  'move a union': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/unions/${house.district.unions.A1}/placement`,
    body: { parentId: house.district.unions.B, since: '2026-06-01', reason: '调整' },
    version: 1,
  },
  'close a union': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/unions/${house.district.unions.A1}/closure`,
    body: { closedOn: '2026-06-01', reason: '合并', successorId: house.district.unions.A2 },
    version: 1,
  },
  'set a working day': {
    account: 'd.system_administrator',
    method: 'put',
    path: '/calendar/2026-05-06',
    body: { working: false, reason: '调休' },
  },
  'make an account': {
    account: 'd.system_administrator',
    method: 'post',
    path: '/officers',
    body: { unionId: house.district.unions.A, account: 'a.new', name: '李', password: 'First-2026-pass' },
  },
  'change an officer': {
    account: 'd.system_administrator',
    method: 'patch',
    path: `/officers/${ids.officer}`,
    body: { name: '李' },
    version: 1,
  },
  'give a role': {
    account: 'd.security_administrator',
    method: 'put',
    path: `/officers/${ids.officer}/role`,
    body: { role: 'viewer' },
    version: 1,
  },
  'set a first password': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/officers/${ids.officer}/password`,
    body: { password: 'First-2026-pass' },
    version: 1,
  },
  'change my password': {
    account: 'b1.viewer',
    method: 'put',
    path: '/me/password',
    body: { currentPassword: 'x', password: 'y' },
  },
  'sign in': { account: 'b1.viewer', method: 'post', path: '/session', body: { account: 'x', password: 'y' } },
  'file an appeal': {
    account: 'a2.administrator',
    method: 'post',
    path: '/community/appeals',
    body: { assessmentId: ids.published, criteria: ['A1'], reason: '请复核' },
  },
  'set a ladder': {
    account: 'd.administrator',
    method: 'put',
    path: '/district/ladders/task',
    body: { steps: [ladderStep], reason: '试行' },
    version: 0,
  },
  'try a ladder': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/ladders/task/preview',
    body: { steps: [ladderStep], taskId: ids.a2 },
  },
  urge: {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.a2}/urges`,
    body: { words: '请抓紧', urgent: false },
  },
  'choose an hour': { account: 'a2.viewer', method: 'put', path: '/me/reminder-settings', body: { hour: 10 } },
  'note a leader': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/unions/${house.district.unions.A2}/leader`,
    body: { officerId: ids.officer },
  },
  'decide an appeal': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/assessments/${ids.published}/appeals/${ids.appeal}/decision`,
    body: {
      outcome: 'upheld',
      reason: '属实',
      corrections: [{ criterion: 'B1', points: '21', reason: '补记' }],
    },
  },
  'add a robot': { account: 'a.administrator', method: 'post', path: '/robots', body: groupRobot },
  'change a robot': {
    account: 'd.administrator',
    method: 'put',
    path: `/robots/${ids.robot}`,
    body: { name: '工作群', language: 'zh', active: true },
    version: 1,
  },
  'register a program': {
    account: 'd.security_administrator',
    method: 'post',
    path: '/applications',
    body: newProgram(house, 'a.app'),
  },
  'change a program': {
    account: 'd.security_administrator',
    method: 'patch',
    path: `/applications/${ids.application}`,
    body: { name: '应用', purpose: '同步', contact: '王工', active: true },
    version: 1,
  },
  'make a key': {
    account: 'd.security_administrator',
    method: 'post',
    path: `/applications/${ids.application}/keys`,
    body: newKey,
  },
  'change a key': {
    account: 'd.security_administrator',
    method: 'patch',
    path: `/applications/${ids.application}/keys/${ids.key}`,
    body: { name: '生产', networks: ['10.0.0.0/8'], readsPerMinute: 60 },
    version: 1,
  },
  'rotate a key': {
    account: 'd.security_administrator',
    method: 'post',
    path: `/applications/${ids.application}/keys/${ids.key}/rotation`,
    body: { overlapDays: 1 },
  },
  'add a webhook': { account: 'a.administrator', method: 'post', path: '/webhook-endpoints', body: webhook },
  'change a webhook': {
    account: 'd.administrator',
    method: 'put',
    path: `/webhook-endpoints/${ids.webhook}`,
    body: webhook,
    version: 1,
  },
  'replay deliveries': {
    account: 'd.administrator',
    method: 'post',
    path: `/webhook-endpoints/${ids.webhook}/replays`,
    body: { fromNumber: 1, toNumber: 5 },
  },
  'list a webhook host': {
    account: 'd.system_administrator',
    method: 'post',
    path: '/webhook-hosts',
    body: { host: 'hooks.intranet.example', port: 8443, note: '数据中台' },
  },
  'set my mail address': {
    account: 'b1.viewer',
    method: 'put',
    path: '/me/mail-address',
    body: { address: 'li@example.org', wanted: true, language: 'zh' },
  },
  'write a message template': {
    account: 'd.administrator',
    method: 'put',
    path: '/district/message-templates/digest',
    body: { zh: { subject: '提醒', text: '{{officer}}，您好' }, en: { subject: 'Reminder', text: 'Dear {{officer}}' } },
    version: 0,
  },
  'apply for extensions': {
    account: 'a2.reporter',
    method: 'post',
    path: '/community/extensions',
    body: { tasks: [{ taskId: ids.a2, proposedOn: '2027-01-15' }], reason: '企业搬迁' },
  },
  'answer extensions': {
    account: 'a.administrator',
    method: 'post',
    path: '/subdistrict/extensions/decisions',
    body: { decisions: [{ extensionId: ids.extension, outcome: 'refused', reason: '不同意' }] },
  },
  'park a share': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}/parking`,
    body: { until: '2026-09-01', reason: '停工' },
  },
  'send a task back': {
    account: 'a2.reporter',
    method: 'post',
    path: `/community/tasks/${ids.a2}/send-backs`,
    body: { reason: '不在辖区' },
  },
  'issue an order': {
    account: 'a.administrator',
    method: 'post',
    path: '/subdistrict/orders',
    body: {
      unionId: house.district.unions.A1,
      taskId: ids.a1,
      title: '限期整改',
      requirement: '请查明原因',
      limitOn: '2026-08-01',
      degree: 'blue',
      cause: 'hand',
    },
  },
  'answer an order': {
    account: 'a1.reporter',
    method: 'post',
    path: `/community/orders/${ids.signed}/answer`,
    body: { measures: '已核对' },
  },
  'review an order': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/orders/${ids.answered}/review`,
    body: { outcome: 'returned', reason: '不实', limitOn: '2026-08-01' },
  },
  'record an interview': {
    account: 'a.administrator',
    method: 'post',
    path: '/subdistrict/interviews',
    body: {
      unionId: house.district.unions.A1,
      orderId: ids.answered,
      heldOn: '2026-06-30',
      interviewed: '王芳',
      heldBy: '陈晓明',
      about: '进度落后',
      agreed: '限期完成',
    },
  },
  'register an enterprise': {
    account: 'a1.reporter',
    method: 'post',
    path: '/community/enterprises',
    body: { creditCode: codeOf(2), name: '乙企业', kind: 'non_public', workers: 10, members: 9 },
  },
  'change an enterprise': {
    account: 'a1.reporter',
    method: 'patch',
    path: `/community/enterprises/${ids.enterprise}`,
    body: { name: '甲企业（更名）', kind: 'public', mediation: true, since: '2026-06-01', reason: '更名' },
    version: 1,
  },
  'count an enterprise': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/enterprises/${ids.enterprise}/headcount`,
    body: { countedOn: '2026-06-30', workers: 20, members: 10 },
    version: 1,
  },
  'move an enterprise': {
    account: 'a.administrator',
    method: 'put',
    path: `/subdistrict/enterprises/${ids.enterprise}/placement`,
    body: { unionId: house.district.unions.A2, since: '2026-07-01', reason: '搬迁' },
    version: 1,
  },
  'close an enterprise': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/enterprises/${ids.enterprise}/closure`,
    body: { closedOn: '2026-07-01', reason: '注销' },
    version: 1,
  },
  'propose a verification': {
    account: 'a1.reporter',
    method: 'post',
    path: '/community/verifications',
    body: { enterpriseIds: [ids.enterprise], finding: 'abnormal', reason: '已停业' },
  },
  'decide on verifications': {
    account: 'a.administrator',
    method: 'post',
    path: '/subdistrict/verifications/decisions',
    body: { decisions: [{ verificationId: ids.verification, outcome: 'refused', reason: '不属实' }] },
  },
  'make a ledger': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/ledger-types',
    body: { code: 'hostile', definition: visitDefinition, reason: '新建' },
  },
  'publish a ledger anew': {
    account: 'd.administrator',
    method: 'put',
    path: `/district/ledger-types/${ids.ledger}`,
    body: { definition: { ...visitDefinition, name: '慰问' }, reason: '改名' },
    version: 1,
  },
  'begin a ledger entry': {
    account: 'a1.reporter',
    method: 'post',
    path: `/ledgers/${ids.ledger}/entries`,
    body: { values: visit },
  },
  'put a ledger entry under a code': {
    account: 'a1.reporter',
    method: 'put',
    path: `/ledgers/${ids.ledger}/entries/by-code/P-1`,
    body: { values: visit, submit: true, reason: '金额已更正' },
  },
  'change a ledger entry': {
    account: 'a1.reporter',
    method: 'put',
    path: `/ledger-entries/${ids.ledgerEntry}`,
    body: { values: visit },
    version: 1,
  },
  'decide on ledger entries': {
    account: 'a.administrator',
    method: 'post',
    path: '/ledger-entries/decisions',
    body: { entryIds: [ids.ledgerEntry], outcome: 'returned', reason: '请核对' },
  },
  'disclose personal data': {
    account: 'a1.administrator',
    method: 'post',
    path: `/ledger-entries/${ids.ledgerEntry}/disclosures`,
    body: { field: 'person', purpose: '核对发放' },
  },
  'look up a number': {
    account: 'a1.administrator',
    method: 'post',
    path: `/ledgers/${ids.ledger}/lookups`,
    body: { what: 'phone', value: '13800138000', purpose: '核对发放' },
  },
  'set a target': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/targets',
    body: { ...targetOf(ids.indicator, '2027'), unionId: house.district.unions.A },
  },
  'try a target': {
    account: 'd.administrator',
    method: 'post',
    path: '/target-trials',
    body: {
      ...{ indicatorId: ids.indicator, period: '2027', unionId: house.district.unions.A, direction: 'higher' },
      definition: { ...targetDefinition, periods: [{ period: '2027H1', value: '4' }] },
    },
  },
  'propose another target': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/targets/${ids.target}/changes`,
    body: { definition: targetDefinition, reason: '上级调整口径' },
  },
  'refuse another target': {
    account: 'd.reviewer',
    method: 'post',
    path: `/district/target-changes/${ids.targetChange}/refusal`,
    body: { reason: '理由不充分' },
  },
  'write the words of the annual report': {
    account: 'd.administrator',
    method: 'put',
    path: '/district/annual-report-template',
    body: {
      title: '{{district}}报告',
      sections: [{ level: 1, heading: '一、回顾', text: '慰问{{visits}}。' }],
      reason: '本年提纲',
    },
    version: 0,
  },
  'try the words of the annual report': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/annual-report-template/trials',
    body: {
      year: 2026,
      title: '{{district}}报告',
      sections: [{ level: 1, heading: '一、回顾', text: '慰问{{visits}}。' }],
    },
  },
  'submit an annual report': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/annual-report-submissions',
    body: { year: 2024 },
  },
  'approve an annual report': {
    account: 'd.reviewer',
    method: 'post',
    path: `/district/annual-report-submissions/${ids.annualReport}/approval`,
    body: { digest: '0'.repeat(64) },
  },
  'return an annual report': {
    account: 'd.reviewer',
    method: 'post',
    path: `/district/annual-report-submissions/${ids.annualReport}/return`,
    body: { reason: '请核对' },
  },
  'make an indicator': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/indicators',
    body: { code: 'hostile', definition: definitionOf('1 + 1'), holdsFrom: '2026', reason: '新建' },
  },
  'change an indicator': {
    account: 'd.administrator',
    method: 'put',
    path: `/district/indicators/${ids.indicator}`,
    body: { definition: definitionOf('1 + 2', { denominator: '2' }), holdsFrom: '2026', reason: '口径调整' },
    version: 1,
  },
  'retire an indicator': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/indicators/${ids.indicator}/retirement`,
    body: { reason: '合并' },
  },
  'give a value from outside': {
    account: 'a1.reporter',
    method: 'put',
    path: '/indicators/insured/values/A1/2026-06',
    body: { value: '1280', unit: '人', source: '社保月报 6 号', asOf: '2026-06-30' },
  },
  'take a ready indicator': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/indicator-templates/aid.visits/indicators',
    body: { holdsFrom: '2026' },
  },
  'try an expression': {
    account: 'a.administrator',
    method: 'post',
    path: '/indicator-trials',
    body: { numerator: '1', denominator: '2', factor: '100', decimals: 1, overTime: 'sum', period: '2026' },
  },
  'list what a trial counts': {
    account: 'a.administrator',
    method: 'post',
    path: '/indicator-trials/items',
    body: { numerator: "register.count('preset', 'gross')", period: '2026', part: 1, limit: 10 },
  },
  'close a period': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/indicator-closures',
    body: { period: '2025', reason: '已审定' },
  },
  'open a period again': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/indicator-closures/${ids.closure}/reopening`,
    body: { reason: '更正' },
  },
  'make a form': {
    account: 'd.administrator',
    method: 'post',
    path: '/district/forms',
    body: {
      code: 'hostile',
      periodKind: 'month',
      firstPeriod: '2026-07',
      definition: memberDefinition,
      reason: '新建',
    },
  },
  'publish a form anew': {
    account: 'd.administrator',
    method: 'put',
    path: `/district/forms/${ids.form}`,
    body: { definition: { ...memberDefinition, name: '会员' }, fromPeriod: '2026-07', reason: '改名' },
    version: 1,
  },
  'retire a form': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/forms/${ids.form}/retirement`,
    body: { lastPeriod: '2026-12', reason: '合并' },
  },
  'begin a return': {
    account: 'a2.reporter',
    method: 'post',
    path: `/forms/${ids.form}/periods/2026-06/returns`,
    body: { values: members, missing: {}, words: {} },
  },
  'change a return': {
    account: 'a1.reporter',
    method: 'put',
    path: `/form-returns/${ids.formReturn}`,
    body: { values: members, missing: {}, words: {} },
    version: 1,
  },
  'propose an exception': {
    account: 'a2.reporter',
    method: 'post',
    path: `/forms/${ids.form}/periods/2026-06/exceptions`,
    body: { kind: 'exempt', reason: '新建社区尚无会员' },
  },
  'decide on an exception': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/form-exceptions/${ids.formException}/decision`,
    body: { outcome: 'refused', reason: '不同意' },
  },
  'add a case source': {
    account: 'd.administrator',
    method: 'post',
    path: '/case-sources',
    body: { code: 'other', name: '市总平台', account: 'province.platform', active: true, mapping: caseMapping },
  },
  'change a case source': {
    account: 'd.administrator',
    method: 'put',
    path: `/case-sources/${ids.caseSource}`,
    body: { name: '省总平台', account: 'province.platform', active: true, mapping: caseMapping },
    version: 1,
  },
  'try a mapping': {
    account: 'd.administrator',
    method: 'post',
    path: '/case-source-trials',
    body: { mapping: caseMapping, body: theirCase },
  },
  'assign a case': {
    account: 'a.administrator',
    method: 'post',
    path: `/cases/${ids.case}/assignment`,
    body: { unionId: house.district.unions.A1, words: '请核实' },
  },
  'answer a case': {
    account: 'a.reporter',
    method: 'post',
    path: `/cases/${ids.case}/answer`,
    body: { answer: '已办' },
  },
  'give a case back': {
    account: 'a.reporter',
    method: 'post',
    path: `/cases/${ids.case}/handback`,
    body: { reason: '不属本街道' },
  },
  'return a case': {
    account: 'd.administrator',
    method: 'post',
    path: `/cases/${ids.case}/return`,
    body: { reason: '请补充' },
  },
});

/** A house at work: B has a share to hand down, A1 a draft and a report that waits, A2 a task to report on. */
export async function atWork(house: House): Promise<Ids> {
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const { root, shareA, shareB } = await assigned(house);
  const { a1, a2 } = await cascaded(house, shareA);
  await (await house.as('b.administrator')).post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
  const other = await cascaded(house, (await assigned(house)).shareA);
  const reporter = await house.as('a1.reporter');
  const draft = await reporter.post(`/community/tasks/${a1}/reports`, { done: '1' }).expect(201);
  const handedIn = await reporter.post(`/community/tasks/${other.a1}/reports`, { done: '1' }).expect(201);
  await reporter.post(`/community/reports/${handedIn.body.id}/submission`).expect(201);
  const [officer]: { id: string }[] = await house.database.query(`select id from officer where account = 'a2.viewer'`);
  const { A1, A2 } = house.district.unions;
  const points = { A1: '50', B1: '20', B2: '10' };
  const published = await publishedInA(house, [
    [A1, points],
    [A2, points],
  ]);
  const appeal = await (
    await house.as('a1.administrator')
  )
    .post('/community/appeals', { assessmentId: published, criteria: ['B1'], reason: '请复核' })
    .expect(201);
  const hook = await (await house.as('d.administrator')).post('/webhook-endpoints', webhook).expect(201);
  const robot = await (await house.as('d.administrator')).post('/robots', groupRobot).expect(201);
  const security = await house.as('d.security_administrator');
  const application = await security.post('/applications', newProgram(house, 'a.known')).expect(201);
  const key = await security.post(`/applications/${application.body.id}/keys`, newKey).expect(201);
  const asked = await reporter
    .post('/community/extensions', { tasks: [{ taskId: a1, proposedOn: '2027-01-15' }], reason: '企业搬迁' })
    .expect(201);
  const enterprise = await reporter
    .post('/community/enterprises', {
      ...{ creditCode: codeOf(1), name: '甲企业', kind: 'non_public', openedOn: '2020-01-01' },
      ...{ workers: 20, members: 10, countedOn: '2026-01-31' },
    })
    .expect(201);
  const doubtful = await reporter
    .post('/community/enterprises', { creditCode: codeOf(3), name: '丙企业', kind: 'public' })
    .expect(201);
  const proposed = await reporter
    .post('/community/verifications', { enterpriseIds: [doubtful.body.id], finding: 'abnormal', reason: '已停业' })
    .expect(201);
  const office = await house.as('a.administrator');
  const order = async (answer: boolean): Promise<string> => {
    const given = { unionId: A1, title: '限期整改', requirement: '请查明原因', limitOn: '2026-08-01' };
    const { body } = await office.post('/subdistrict/orders', given).expect(201);
    await reporter.post(`/community/orders/${body.id}/signature`).expect(201);
    if (answer) await reporter.post(`/community/orders/${body.id}/answer`, { measures: '已核对' }).expect(201);
    return body.id;
  };
  const ledger = await visitLedger(house);
  const entry = await reporter.post(`/ledgers/${ledger}/entries`, { values: visit }).expect(201);
  const indicator = await defined(house, 'visits', "ledger.sum('visits', 'people')");
  const outside = { measure: { name: '参保', unit: '人' } };
  await defined(house, 'insured', "external.value('community')", outside);
  const closed = { period: '2020', reason: '已审定' };
  const closure = await (await house.as('d.administrator')).post('/district/indicator-closures', closed).expect(201);
  const form = await memberForm(house, {}, { firstPeriod: '2026-06' });
  const filled = await reporter.post(`/forms/${form}/periods/2026-06/returns`, { values: members }).expect(201);
  const exempt = { kind: 'exempt', reason: '新建社区尚无会员' };
  const excepted = await (
    await house.as('b1.reporter')
  )
    .post(`/forms/${form}/periods/2026-06/exceptions`, exempt)
    .expect(201);
  const desk = await house.as('d.administrator');
  const target = await desk.post('/district/targets', targetOf(indicator, '2026')).expect(201);
  const past = await desk.post('/district/targets', targetOf(indicator, '2025')).expect(201);
  const change = await desk
    .post(`/district/targets/${past.body.id}/changes`, { definition: null, reason: '合并' })
    .expect(201);
  const platform = await sendingProgram(house, 'province.platform');
  const source = await caseSource(house, 'province', 'province.platform');
  await platform.put('/inbound/province/cases/N1', theirCase).expect(200);
  const cases = await desk.get('/cases').expect(200);
  const annual = await desk.post('/district/annual-report-submissions', { year: 2025 }).expect(201);
  return {
    target: target.body.id,
    targetChange: change.body.id,
    annualReport: annual.body.id,
    indicator,
    closure: closure.body.id,
    form,
    formReturn: filled.body.id,
    formException: excepted.body.id,
    caseSource: source,
    case: cases.body.items[0].id,
    ledger,
    ledgerEntry: entry.body.id,
    a1,
    enterprise: enterprise.body.id,
    verification: proposed.body.items[0].id,
    signed: await order(false),
    answered: await order(true),
    extension: asked.body.items[0].id,
    published,
    robot: robot.body.id,
    application: application.body.id,
    key: key.body.id,
    webhook: hook.body.id,
    appeal: appeal.body.id,
    root,
    shareA,
    shareB,
    a2,
    draft: draft.body.id,
    submitted: handedIn.body.id,
    officer: officer?.id ?? '',
  };
}

export async function send(
  house: House,
  { account, method, path, version }: Route,
  raw: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { token } = await house.as(account);
  const api = request(house.url);
  const sent = api[method](`/api/v1${path}`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', 'application/json');
  if (version !== undefined) void sent.set('if-match', `"${version}"`);
  return sent
    .set(headers)
    .serialize((given: string) => given)
    .send(raw);
}

/** What is wrong with an answer that should be a refusal, in words; nothing where it is as it should be. */
export function faults(answer: Response, statuses: readonly number[], field?: string): string[] {
  const { status, body, headers } = answer;
  if (!statuses.includes(status)) return [`${status} ${answer.text.slice(0, 120)}`];
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return [`${headers['content-type']}`];
  const fields = (body.errors as { field: string }[]).map((error) => error.field);
  return field === undefined || fields.some((named) => named === field || named.startsWith(`${field}[`))
    ? []
    : [`names ${fields.join()} for ${field}`];
}

/** A sum of everything the writers have stored. */
export async function everythingStored(house: House): Promise<unknown> {
  const tables = [
    'trade_union',
    'working_day',
    'officer',
    'task',
    'progress_report',
    'report_step',
    'report_minutes',
    'report_source',
    'task_change',
    'appeal',
    'correction',
    'publication',
    'ladder',
    'urge',
    'reminder_setting',
    'union_leader',
    'robot',
    'application',
    'api_key',
    'webhook_endpoint',
    'webhook_host',
    'case_source',
    'inbound_case',
    'case_step',
    'mail_address',
    'message_template',
    'extension',
    'send_back',
    'supervision_order',
    'order_step',
    'order_number',
    'interview',
    'enterprise',
    'enterprise_change',
    'enterprise_headcount',
    'enterprise_placement',
    'enterprise_verification',
    'ledger_type',
    'ledger_version',
    'ledger_entry',
    'ledger_step',
    'ledger_personal',
    'indicator',
    'indicator_version',
    'indicator_closure',
    'external_value',
    'form',
    'form_version',
    'form_period',
    'form_return',
    'form_return_step',
    'form_exception',
    'target',
    'target_version',
    'target_change',
    'annual_report',
    'annual_report_template',
  ];
  const sums = tables.map(
    (table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t) as ${table}`,
  );
  return house.database.query(`select ${sums.join(', ')}`);
}
