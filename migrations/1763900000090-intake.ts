/** Intakes of spreadsheets (表格导入): how far each is, what it changed, and what is wrong with which row. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Intake1763900000090 implements MigrationInterface {
  name = 'Intake1763900000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intake (
        district_id uuid not null,
        id uuid not null,
        union_id uuid not null,
        path ltree not null,
        kind text not null,
        settings jsonb not null,
        dry_run boolean not null,
        file_name text not null,
        sha256 text not null references evidence_file (sha256),
        status text not null check (status in ('waiting', 'running', 'stopping', 'stopped', 'done', 'failed')),
        total integer check (total >= 0),
        done integer not null default 0 check (done >= 0),
        created integer not null default 0,
        changed integer not null default 0,
        unchanged integer not null default 0,
        faulty integer not null default 0,
        faults integer not null default 0,
        started_by uuid not null,
        asked_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        failure jsonb,
        attempts integer not null default 0,
        leased_by uuid,
        leased_until timestamptz,
        primary key (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, started_by) references officer (district_id, id),
        check (created + changed + unchanged + faulty = done),
        check (done <= total),
        check ((status in ('stopped', 'done', 'failed')) = (ended_at is not null)),
        check ((status = 'failed') = (failure is not null))
      );
      create index intake_union on intake (union_id, district_id, id desc);
      create index intake_live on intake (leased_until) where status in ('waiting', 'running', 'stopping');

      create table intake_fault (
        district_id uuid not null,
        intake_id uuid not null,
        row_no integer not null,
        no smallint not null,
        column_title text,
        code text not null,
        zh text not null,
        en text not null,
        primary key (district_id, intake_id, row_no, no),
        foreign key (district_id, intake_id) references intake (district_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
