/** A report as it is typed: kept on this computer at once, at the server as soon as it is right and reachable. */
import { type Schemas, Problem, Unreachable, api, got } from '../api/client';
import { type LowerTier, lowerDoors } from '../api/doors';

export interface Typed {
  done: string;
  asOf: string;
  note: string;
  zeroReport: boolean;
}

/** What lies on this computer, with the version of the report it was typed upon; 0 before the first save. */
export interface Kept {
  typed: Typed;
  version: number;
}

type Report = Schemas['ReportView'];

const keyOf = (officerId: string, taskId: string): string => `sanji.draft.${officerId}.${taskId}`;

export function keep(officerId: string, taskId: string, kept: Kept): void {
  localStorage.setItem(keyOf(officerId, taskId), JSON.stringify(kept));
}

export function forget(officerId: string, taskId: string): void {
  localStorage.removeItem(keyOf(officerId, taskId));
}

export function kept(officerId: string, taskId: string): Kept | null {
  const text = localStorage.getItem(keyOf(officerId, taskId));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    // not written by us: nothing to restore
    return null;
  }
}

export const typedOf = (report: Report | undefined, today: string): Typed =>
  report === undefined
    ? { done: '', asOf: today, note: '', zeroReport: false }
    : {
        done: report.status === 'draft' && report.zeroReport ? '0' : report.done,
        asOf: report.asOf,
        note: report.note,
        zeroReport: report.zeroReport,
      };

export const same = (one: Typed, other: Typed): boolean =>
  one.done === other.done && one.asOf === other.asOf && one.note === other.note && one.zeroReport === other.zeroReport;

export type Saved =
  | { kind: 'saved'; report: Report }
  | { kind: 'conflict'; theirs: Schemas['ReportDetail'] }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'offline' };

/** Sends what was typed. Never overwrites what somebody else wrote in between: that comes back as a conflict. */
export async function save(tier: LowerTier, taskId: string, report: Report | undefined, typed: Typed): Promise<Saved> {
  const doors = lowerDoors[tier];
  const body = { ...typed, zeroReport: /^0*(\.0*)?$/.test(typed.done) && typed.zeroReport };
  try {
    if (report === undefined)
      return {
        kind: 'saved',
        report: await got(api.POST(doors.taskReports, { params: { path: { id: taskId } }, body })),
      };
    const header = { 'If-Match': `"${report.version}"` };
    return {
      kind: 'saved',
      report: await got(api.PUT(doors.report, { params: { path: { id: report.id }, header }, body })),
    };
  } catch (error) {
    if (error instanceof Unreachable) return { kind: 'offline' };
    if (!(error instanceof Problem)) throw error;
    if (error.status >= 500) return { kind: 'offline' };
    if (error.status !== 412 && error.code !== 'report.open') return { kind: 'refused', problem: error };
    const theirs = await openReport(tier, taskId);
    return theirs === undefined ? { kind: 'refused', problem: error } : { kind: 'conflict', theirs };
  }
}

/** The report of the task that is not accepted yet. */
async function openReport(tier: LowerTier, taskId: string): Promise<Schemas['ReportDetail'] | undefined> {
  const doors = lowerDoors[tier];
  const { items } = await got(
    api.GET(doors.taskReports, { params: { path: { id: taskId }, query: { page: 1, pageSize: 5 } } }),
  );
  const open = items.find(({ status }) => status !== 'accepted');
  return open && (await got(api.GET(doors.report, { params: { path: { id: open.id } } })));
}
