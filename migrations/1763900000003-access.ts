/** Sessions, failed sign-ins and remembered answers (Idempotency-Key). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Access1763900000003 implements MigrationInterface {
  name = 'Access1763900000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        token_hash bytea primary key,
        district_id uuid not null,
        officer_id uuid not null,
        network text not null,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        foreign key (district_id, officer_id) references officer (district_id, id) on delete cascade
      );
      create index session_officer on session (district_id, officer_id);

      create table sign_in_failure (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );

      create table remembered_answer (
        district_id uuid not null,
        officer_id uuid not null,
        key text not null,
        route text not null,
        fingerprint bytea not null,
        answer json,
        created_at timestamptz not null default now(),
        primary key (district_id, officer_id, key)
      );
      create index remembered_answer_age on remembered_answer (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
