/** Who has an intake in hand (导入租约): handed out by the database's clock, and again when nobody works on it any more. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Intake } from './intake.entity';

/** The job on the queue: which intake, never how far it is. */
export interface IntakeJob {
  readonly districtId: string;
  readonly intakeId: string;
}

const live = `status in ('waiting', 'running', 'stopping')`;

const handOutSql = `
  with chosen as (
    select district_id, id from intake where ${live} and (leased_until is null or leased_until <= now())
    order by id limit 20 for update skip locked
  ), handed as (
    update intake r set leased_until = now() + interval '5 seconds', leased_by = null
    from chosen c where r.district_id = c.district_id and r.id = c.id
    returning r.district_id as "districtId", r.id as "intakeId"
  )
  select * from handed order by "intakeId"`;

const claimSql = `
  with claimed as (
    update intake set leased_by = $3, leased_until = now() + interval '30 seconds'
    where district_id = $1 and id = $2 and ${live} and (leased_by is null or leased_by = $3 or leased_until <= now())
    returning *
  )
  select c.district_id as "districtId", c.id, c.kind, c.settings, c.dry_run as "dryRun", c.row_choice as only, c.checking, c.file_name as "fileName", c.sha256,
    f.media_type as "mediaType", c.status, c.total, c.done, c.created, c.changed, c.unchanged, c.faulty, c.faults,
    c.started_by as "startedBy"
  from claimed c join evidence_file f on f.sha256 = c.sha256`;

export type ClaimedIntake = Pick<
  Intake,
  | 'districtId'
  | 'id'
  | 'kind'
  | 'settings'
  | 'dryRun'
  | 'only'
  | 'checking'
  | 'fileName'
  | 'sha256'
  | 'status'
  | 'total'
  | 'done'
  | 'created'
  | 'changed'
  | 'unchanged'
  | 'faulty'
  | 'faults'
  | 'startedBy'
> & { readonly mediaType: string };

/** Live intakes that nobody has in hand; they are left alone for five seconds, so that a job can find its worker. */
export async function handOutIntakes(database: DataSource): Promise<IntakeJob[]> {
  return database.query(handOutSql);
}

/** Takes one in hand for one step, and locks its row; null when it has ended or another worker has it. */
export async function claimIntake(
  tx: EntityManager,
  { districtId, intakeId }: IntakeJob,
  worker: string,
): Promise<ClaimedIntake | null> {
  const [intake]: ClaimedIntake[] = await tx.query(claimSql, [districtId, intakeId, worker]);
  return intake ?? null;
}

/** Gives back what a worker has in hand, when it stops. */
export async function giveBackIntakes(database: DataSource, worker: string): Promise<void> {
  await database.query(`update intake set leased_by = null, leased_until = null where leased_by = $1 and ${live}`, [
    worker,
  ]);
}
