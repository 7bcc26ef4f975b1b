/** The course of a case (诉求件流程): its states and kinds, and which deed may follow which state. Pure. */
import { Conflict, type Words } from '../kernel/errors';
import type { CaseStatus } from '../events/case-body';

export const caseStatuses = [
  'received',
  'assigned',
  'answered',
  'returned',
  'closed',
] as const satisfies readonly CaseStatus[];

export const caseKinds = [
  'wages',
  'insurance',
  'contract',
  'injury',
  'hours',
  'safety',
  'women',
  'aid',
  'organizing',
  'other',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What of a case could not be translated: its area is not known, or its kind. */
export type CaseMark = 'area' | 'kind';

export type CaseStepKind = 'received' | 'changed' | 'assigned' | 'answered' | 'returned' | 'handedBack' | 'closed';

export type CaseDeed = 'assign' | 'answer' | 'handBack' | 'review' | 'change';

const from: Record<CaseDeed, readonly CaseStatus[]> = {
  assign: ['received', 'assigned', 'returned'],
  answer: ['received', 'assigned', 'returned'],
  handBack: ['received', 'assigned', 'returned'],
  review: ['answered'],
  change: ['received', 'assigned', 'answered', 'returned'],
};

const words: Record<CaseStatus, Words> = {
  received: { zh: '已接收、待办理', en: 'has come in and waits to be handled' },
  assigned: { zh: '已交办、待答复', en: 'was assigned and waits for its answer' },
  answered: { zh: '已答复、待审核', en: 'is answered and waits for its review' },
  returned: { zh: '已退回、待重新答复', en: 'was returned and waits for another answer' },
  closed: { zh: '已办结', en: 'is closed' },
};

/** Errors: case.state (409). */
export function requireCase(status: CaseStatus, deed: CaseDeed): void {
  if (from[deed].includes(status)) return;
  const { zh, en } = words[status];
  throw new Conflict('case.state', {
    zh: `诉求件${zh}，不能进行此操作。`,
    en: `The case ${en}: this cannot be done now.`,
  });
}

export const mayNow = (status: CaseStatus, deed: CaseDeed): boolean => from[deed].includes(status);
