/** Where in the API the whole of a thing is read (资源链接), by the door of the union that is told. Pure. */
import type { Tier } from '../kernel/actor';

interface Place {
  /** The part of the payload, and its field with the id; without: the part is the id. */
  readonly part: string;
  readonly id?: string;
  /** Below the door of the tier. */
  readonly behindDoor?: readonly Tier[];
  readonly path: string;
}

const every: readonly Tier[] = ['district', 'subdistrict', 'community'];
const offices: readonly Tier[] = ['district', 'subdistrict'];

/** The first that fits, from the particular to the general. */
const places: readonly Place[] = [
  { part: 'report', id: 'reportId', behindDoor: every, path: 'reports' },
  { part: 'task', id: 'taskId', behindDoor: every, path: 'tasks' },
  { part: 'taskId', behindDoor: every, path: 'tasks' },
  { part: 'light', id: 'taskId', behindDoor: every, path: 'tasks' },
  { part: 'order', id: 'orderId', behindDoor: every, path: 'orders' },
  { part: 'interview', id: 'interviewId', behindDoor: every, path: 'interviews' },
  { part: 'assessment', id: 'assessmentId', behindDoor: offices, path: 'assessments' },
  { part: 'enterprise', id: 'enterpriseId', behindDoor: every, path: 'enterprises' },
  { part: 'ledgerEntry', id: 'entryId', path: 'ledger-entries' },
  { part: 'intakeId', path: 'intakes' },
  { part: 'ledger', id: 'ledgerId', path: 'ledgers' },
  { part: 'target', id: 'targetId', path: 'targets' },
  { part: 'indicator', id: 'indicatorId', path: 'indicators' },
  { part: 'externalValue', id: 'indicatorId', path: 'indicators' },
  { part: 'formReturn', id: 'returnId', path: 'form-returns' },
  { part: 'formException', id: 'exceptionId', path: 'form-exceptions' },
  { part: 'case', id: 'caseId', path: 'cases' },
  { part: 'form', id: 'formId', path: 'forms' },
];

/** A path below `/api/v1`; where nothing else fits, that of the union. */
export function resourceOf(parts: Readonly<Record<string, unknown>>, door: Tier, unionId: string): string {
  for (const { part, id, behindDoor, path } of places) {
    const found = idIn(parts[part], id);
    if (found === undefined || behindDoor?.includes(door) === false) continue;
    return `${behindDoor === undefined ? '' : `/${door}`}/${path}/${found}`;
  }
  return `/unions/${unionId}`;
}

function idIn(value: unknown, field: string | undefined): string | undefined {
  const id: unknown = field === undefined ? value : new Map<string, unknown>(Object.entries(value ?? {})).get(field);
  return typeof id === 'string' ? id : undefined;
}
