/** Long runs of an assessment (考核计算任务): how far each is, who works on it, and how it ended. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AssessmentRun1763900000062 implements MigrationInterface {
  name = 'AssessmentRun1763900000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment_run (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        kind text not null check (kind in ('computation')),
        status text not null check (status in ('waiting', 'running', 'stopping', 'stopped', 'done', 'failed')),
        total integer not null,
        done integer not null default 0 check (done between 0 and total),
        cursor uuid,
        started_by uuid not null,
        asked_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        failure jsonb,
        attempts integer not null default 0,
        leased_by uuid,
        leased_until timestamptz,
        primary key (district_id, id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, started_by) references officer (district_id, id),
        check ((status in ('stopped', 'done', 'failed')) = (ended_at is not null)),
        check ((status = 'failed') = (failure is not null))
      );
      create unique index assessment_run_one_live on assessment_run (district_id, assessment_id)
        where status in ('waiting', 'running', 'stopping');
      create index assessment_run_list on assessment_run (district_id, assessment_id, id desc);
      create index assessment_run_live on assessment_run (leased_until) where status in ('waiting', 'running', 'stopping');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
