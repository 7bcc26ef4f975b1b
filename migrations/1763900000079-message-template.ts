/** A district's own words for what goes out (消息模板), version by version; how fast mail may be sent by all workers together. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessageTemplate1763900000079 implements MigrationInterface {
  name = 'MessageTemplate1763900000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message_template (
        district_id uuid not null,
        key text not null,
        version integer not null check (version > 0),
        words jsonb,
        set_by uuid not null,
        set_at timestamptz not null default app_now(),
        primary key (district_id, key, version),
        foreign key (district_id, set_by) references officer (district_id, id)
      );
      alter table outward_channel
        add column sends timestamptz[] not null default '{}',
        add column free_at timestamptz;
      create index dispatch_in_hand on dispatch (robot_id, district_id) where leased_until is not null and robot_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
