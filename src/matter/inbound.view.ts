/** What the other platform is told (回执与办理状态): in its own words. */
import type { CaseMark } from './case-course';

export class InboundCaseView {
  /** @example "粤诉2026110001" */
  number!: string;
  /** received: new; changed: it said something else before; unchanged: nothing was done. @example "received" */
  outcome!: 'received' | 'changed' | 'unchanged';
  /** Their code for where it stands. @example "10" */
  status!: string;
  /** Who handles it. @example "甲街道总工会" */
  union!: string;
  /** @example "2026-12-08" */
  dueOn!: string;
  /** What could not be translated. @example [] */
  marks!: CaseMark[];
}

export class InboundStepView {
  /** @example "2026-11-24T01:30:00.000Z" */
  at!: string;
  /** @example "20" */
  status!: string;
  /** @example "办理中" */
  statusText!: string;
  /** @example "甲街道总工会" */
  union!: string;
}

export class InboundStatusView {
  /** @example "粤诉2026110001" */
  number!: string;
  /** @example "90" */
  status!: string;
  /** @example "已办结" */
  statusText!: string;
  /** @example "甲街道总工会" */
  union!: string;
  /** @example "2026-12-08" */
  dueOn!: string;
  /** Once it is closed; before that nobody has stood up for it. @example "经调解，企业已补发工资。" */
  answer!: string | null;
  steps!: InboundStepView[];
}
