/** The clock of the house: the database's own, unless a moment was handed in for one transaction (demo, tests). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Clock1763900000001 implements MigrationInterface {
  name = 'Clock1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists ltree;

      create function app_now() returns timestamptz language sql stable as
      $$ select coalesce(nullif(current_setting('sanji.now', true), '')::timestamptz, now()) $$;

      create function app_today() returns date language sql stable as
      $$ select (app_now() at time zone 'Asia/Shanghai')::date $$;

      create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'rows of % are append-only', tg_table_name using errcode = '42501'; end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
