/** What administration asks: sessions by an id that opens nothing, with the device; the audit trail by day, deed and account. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Administration1763900000011 implements MigrationInterface {
  name = 'Administration1763900000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column id uuid not null default gen_random_uuid(), add column device text;
      alter table session alter column id drop default;
      create unique index session_id on session (district_id, id);

      create index audit_entry_at on audit_entry (district_id, at, id);
      create index audit_entry_deed on audit_entry (district_id, deed, at, id);
      create index audit_entry_account on audit_entry (district_id, account, at, id);
      drop index audit_entry_subject;
      create index audit_entry_subject on audit_entry (district_id, subject_id, at, id);

      drop index outbox_message_parked;
      create index outbox_message_parked on outbox_message (district_id, seq) where parked_at is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
