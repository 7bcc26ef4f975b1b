/** Who has a run in hand (任务租约): handed out by the database's clock, and again when nobody works on it any more. */
import type { DataSource, EntityManager } from 'typeorm';
import type { AssessmentRun } from './assessment-run.entity';

/** The job on the queue: which run, never how far it is. */
export interface RunJob {
  readonly districtId: string;
  readonly runId: string;
}

const live = `status in ('waiting', 'running', 'stopping')`;

const handOutSql = `
  with chosen as (
    select district_id, id from assessment_run where ${live} and (leased_until is null or leased_until <= now())
    order by id limit 20 for update skip locked
  ), handed as (
    update assessment_run r set leased_until = now() + interval '5 seconds', leased_by = null
    from chosen c where r.district_id = c.district_id and r.id = c.id
    returning r.district_id as "districtId", r.id as "runId"
  )
  select * from handed order by "runId"`;

const claimSql = `
  with claimed as (
    update assessment_run set leased_by = $3, leased_until = now() + interval '30 seconds'
    where district_id = $1 and id = $2 and ${live} and (leased_by is null or leased_by = $3 or leased_until <= now())
    returning *
  )
  select district_id as "districtId", id, assessment_id as "assessmentId", status, done, total, cursor,
    started_by as "startedBy", attempts from claimed`;

export type ClaimedRun = Pick<
  AssessmentRun,
  'districtId' | 'id' | 'assessmentId' | 'status' | 'done' | 'total' | 'cursor' | 'startedBy' | 'attempts'
>;

/** Live runs that nobody has in hand; they are left alone for five seconds, so that a job can find its worker. */
export async function handOut(database: DataSource): Promise<RunJob[]> {
  return database.query(handOutSql);
}

/** Takes a run in hand for one step, and locks its row; null when it has ended or another worker has it. */
export async function claim(
  tx: EntityManager,
  { districtId, runId }: RunJob,
  worker: string,
): Promise<ClaimedRun | null> {
  const [run]: ClaimedRun[] = await tx.query(claimSql, [districtId, runId, worker]);
  return run ?? null;
}

/** Gives back what a worker has in hand, when it stops. */
export async function giveBack(database: DataSource, worker: string): Promise<void> {
  await database.query(
    `update assessment_run set leased_by = null, leased_until = null where leased_by = $1 and ${live}`,
    [worker],
  );
}
