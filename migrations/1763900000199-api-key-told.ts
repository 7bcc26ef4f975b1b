/** That somebody was told that a key ends soon (密钥到期提醒): once for each key and step. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeyTold1763900000199 implements MigrationInterface {
  name = 'ApiKeyTold1763900000199';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key_told (
        district_id uuid not null,
        key_id uuid not null,
        days_before smallint not null check (days_before in (14, 3)),
        told_at timestamptz not null default app_now(),
        primary key (district_id, key_id, days_before),
        foreign key (district_id, key_id) references api_key (district_id, id)
      )
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
