/** Marks of change (变更标记) on what programs read: the transaction that last changed a row, so that reading on loses nothing. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With what tells their rows apart, in the order of the primary key. */
const tables: Readonly<Record<string, string>> = {
  trade_union: 'id',
  task: 'id',
  progress_report: 'id',
  extension: 'id',
  supervision_order: 'id',
  enterprise: 'id',
  ledger_entry: 'id',
  form_return: 'id',
  indicator_value: 'indicator_id, kind, from_day, union_id',
  published_sheet: 'assessment_id, no, union_id',
};

/** Its rows are only ever added: the default is mark enough. */
const APPEND_ONLY = 'published_sheet';

export class Records1763900000180 implements MigrationInterface {
  name = 'Records1763900000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function mark_change() returns trigger language plpgsql as
      $$ begin
        new.changed_xid := pg_current_xact_id()::text::bigint;
        new.changed_at := now();
        return new;
      end $$;

      -- which databases this data has lived in: a copy put back elsewhere counts transactions anew
      create table live.database_seen (
        system text primary key,
        seen_at timestamptz not null default now()
      );`);
    for (const [table, key] of Object.entries(tables)) {
      // both defaults are worked out once for the rows that are there: no table is written anew
      await runner.query(`
        alter table ${table}
          add column changed_xid bigint not null default pg_current_xact_id()::text::bigint,
          add column changed_at timestamptz not null default now();
        create index ${table}_changed on ${table} (changed_xid, ${key});
        create index ${table}_changed_at on ${table} using brin (changed_at) with (autosummarize = on);`);
      // inserted rows have the defaults; the condition spares what is written without a change
      if (table !== APPEND_ONLY)
        await runner.query(`
          create trigger ${table}_marked before update on ${table} for each row
            when (old.* is distinct from new.*) execute function mark_change();`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
