/** What is told of inbound cases (诉求件): as they stand after the deed. What people wrote in them stays out, but for the title. */
export type CaseStatus = 'received' | 'assigned' | 'answered' | 'returned' | 'closed';

export interface CaseBody {
  caseId: string;
  /** The code of the source it came by. */
  source: string;
  /** By which the source knows it. */
  number: string;
  title: string;
  kind: string;
  unionId: string;
  status: CaseStatus;
  dueOn: string;
}

interface CaseTold {
  case: CaseBody;
  /** Why, or the words it was passed on with; null where nothing was said. */
  reason: string | null;
}

export interface CaseEvents {
  'case.received': CaseTold;
  'case.changed': CaseTold;
  'case.assigned': CaseTold;
  'case.answered': CaseTold;
  'case.returned': CaseTold;
  /** To the tier above, which handles it now. */
  'case.handedBack': CaseTold;
  'case.closed': CaseTold;
}
