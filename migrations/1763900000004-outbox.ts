/** Announcements on their way to the platform, and the audit trail written with them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1763900000004 implements MigrationInterface {
  name = 'Outbox1763900000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_message (
        seq bigint generated always as identity primary key,
        district_id uuid not null,
        id uuid not null,
        name text not null,
        union_id uuid not null,
        path ltree not null,
        body jsonb not null,
        occurred_at timestamptz not null,
        leased_until timestamptz,
        attempts smallint not null default 0,
        projected_at timestamptz,
        parked_at timestamptz,
        last_error text,
        unique (district_id, id)
      );
      create index outbox_message_open on outbox_message (seq) where projected_at is null and parked_at is null;
      create index outbox_message_parked on outbox_message (seq) where parked_at is not null;

      create table audit_entry (
        district_id uuid not null,
        id uuid not null,
        at timestamptz not null default app_now(),
        officer_id uuid,
        account text,
        network text,
        request_id text,
        deed text not null,
        subject_id uuid,
        before jsonb,
        after jsonb,
        primary key (district_id, id)
      );
      create index audit_entry_subject on audit_entry (district_id, subject_id);
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();
      create trigger audit_entry_no_truncate before truncate on audit_entry
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
