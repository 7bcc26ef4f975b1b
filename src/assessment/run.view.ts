/** A run (考核计算任务) as it is answered: how far it is. */
import type { Words } from '../kernel/errors';
import type { AssessmentRun, RunStatus } from './assessment-run.entity';

export class RunFailure {
  /** @example "考核结果已公示，不能再改动。" */
  zh!: string;
  /** @example "The results are published and stay as they are." */
  en!: string;
}

export class RunView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** computation: what is computed is scored anew on every sheet. @example "computation" */
  kind!: 'computation';
  /** waiting, running, stopping; or how it ended. @example "running" */
  status!: RunStatus;
  /** Sheets in all. @example 500 */
  total!: number;
  /** Sheets scored so far. @example 200 */
  done!: number;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  startedBy!: string;
  /** @example "2026-12-20T02:00:00.000Z" */
  askedAt!: string;
  /** null while it waits. @example "2026-12-20T02:00:00.400Z" */
  startedAt!: string | null;
  /** null while it is alive. @example null */
  endedAt!: string | null;
  /** Why it failed. @example null */
  failure!: RunFailure | null;
}

export class RunList {
  items!: RunView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export function runView(run: AssessmentRun): RunView {
  const { id, assessmentId, kind, status, total, done, startedBy, askedAt, startedAt, endedAt } = run;
  const failure: Words | null = run.failure;
  return {
    id,
    assessmentId,
    kind,
    status,
    total,
    done,
    startedBy,
    askedAt: askedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    failure: failure === null ? null : { zh: failure.zh, en: failure.en },
  };
}
