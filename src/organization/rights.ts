/** Which role may do what: the tier rules and the three separated administrators (三员分立) as data, in one place. */
import type { Role } from '../kernel/actor';

const all: readonly Role[] = [
  'administrator',
  'reporter',
  'reviewer',
  'viewer',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
];

export const rights = {
  /** Own account: password, sign-out, own sessions. */
  self: all,
  'union.read': all,
  'union.write': ['system_administrator'],
  'calendar.write': ['system_administrator'],
  'officer.read': ['administrator', 'system_administrator', 'security_administrator'],
  'officer.write': ['system_administrator'],
  'officer.rights': ['security_administrator'],
  'session.manage': ['security_administrator'],
  /** Programs and their keys (接口密钥). */
  'key.manage': ['security_administrator'],
  'queue.manage': ['system_administrator'],
  'audit.read': ['audit_administrator'],
  /** What goes out by mail and robot: robots, words, log. */
  'dispatch.manage': ['administrator'],
  /** Where the union's events are delivered to other systems (接口推送). */
  'webhook.manage': ['administrator'],
  /** Places of the intranet that may be called. */
  'webhookHost.manage': ['system_administrator'],
  'work.read': ['administrator', 'reporter', 'reviewer', 'viewer'],
  'task.assign': ['administrator'],
  /** Anyone above (催办), a leader who only looks on too. */
  'task.urge': ['administrator', 'reporter', 'reviewer', 'viewer'],
  'ladder.write': ['administrator'],
  'task.sign': ['administrator', 'reporter'],
  'report.write': ['administrator', 'reporter'],
  'extension.decide': ['administrator'],
  'order.issue': ['administrator'],
  'order.answer': ['administrator', 'reporter'],
  'report.review': ['administrator', 'reviewer'],
  'assessment.conduct': ['administrator'],
  'assessment.score': ['administrator', 'reviewer'],
  'assessment.selfScore': ['administrator', 'reporter'],
  'enterprise.write': ['administrator', 'reporter'],
  'verification.decide': ['administrator', 'reviewer'],
  'appeal.file': ['administrator'],
  'ledger.define': ['administrator'],
  'ledger.write': ['administrator', 'reporter'],
  'indicator.define': ['administrator'],
  'indicator.close': ['administrator'],
  /** What other systems give for indicators (外部数据); those who make keys may look at what came by them. */
  'externalValue.give': ['administrator', 'reporter'],
  'externalValue.read': ['administrator', 'reporter', 'reviewer', 'viewer', 'security_administrator'],
  'annualReport.write': ['administrator'],
  'annualReport.approve': ['administrator', 'reviewer'],
  'target.set': ['administrator'],
  'target.approve': ['administrator', 'reviewer'],
  'ledger.review': ['administrator', 'reviewer'],
  'form.define': ['administrator'],
  'form.write': ['administrator', 'reporter'],
  'form.review': ['administrator', 'reviewer'],
  /** Exceptions to what is owed and locked. */
  'form.except': ['administrator'],
  /** Personal data in full: with a purpose, and in the audit trail. */
  'personal.read': ['administrator'],
  /** Sent by the program of another platform (诉求件). */
  'case.receive': ['administrator', 'reporter'],
  'case.assign': ['administrator'],
  'case.answer': ['administrator', 'reporter'],
  'case.review': ['administrator', 'reviewer'],
  /** Where cases come from, and what their codes mean. */
  'case.define': ['administrator'],
  'appeal.decide': ['administrator', 'reviewer'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** Roles that exist only in a district office. */
export const districtRoles: readonly Role[] = ['system_administrator', 'security_administrator', 'audit_administrator'];

export const roles = all;

export function may(role: Role, right: Right): boolean {
  return (rights[right] as readonly Role[]).includes(role);
}

export function rightsOf(role: Role): Right[] {
  return (Object.keys(rights) as Right[]).filter((right) => may(role, right));
}

export const roleWords: Record<Role, { zh: string; en: string }> = {
  administrator: { zh: '管理员', en: 'administrator' },
  reporter: { zh: '填报员', en: 'reporter' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  viewer: { zh: '查看员', en: 'viewer' },
  system_administrator: { zh: '系统管理员', en: 'system administrator' },
  security_administrator: { zh: '安全管理员', en: 'security administrator' },
  audit_administrator: { zh: '审计管理员', en: 'audit administrator' },
};
