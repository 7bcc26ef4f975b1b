/** Marks of change (变更标记) on definitions, their versions and periods; and which days and periods were taken away again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a row is told apart, in the order of the primary key; and which columns are news. */
const tables: Readonly<Record<string, { readonly key: string; readonly of?: string; readonly kept?: true }>> = {
  indicator: { key: 'id' },
  indicator_version: { key: 'indicator_id, version', kept: true },
  indicator_closure: { key: 'id' },
  ledger_type: { key: 'id' },
  ledger_version: { key: 'type_id, version', kept: true },
  // when the clock looks at it next is no news
  form: { key: 'id', of: 'code, name, programme, period_kind, first_period, last_period, version' },
  form_version: { key: 'form_id, version', kept: true },
  form_period: { key: 'form_id, period' },
  form_exception: { key: 'id' },
  scheme: { key: 'id' },
  scheme_version: { key: 'scheme_id, version', kept: true },
  target_version: { key: 'target_id, version', kept: true },
  annual_report: { key: 'id' },
  annual_report_template: { key: 'version', kept: true },
  working_day: { key: 'day' },
};

/** Their rows are deleted: what was there is noted here for those who read on. */
const gone = {
  working_day: { columns: 'day date not null', key: 'day' },
  form_period: { columns: 'form_id uuid not null, period text not null', key: 'form_id, period' },
} as const;

const MARKS = `
  changed_xid bigint not null default pg_current_xact_id()::text::bigint,
  changed_at timestamptz not null default now()`;

export class DefinitionRecords1763900000212 implements MigrationInterface {
  name = 'DefinitionRecords1763900000212';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { key, of, kept }] of Object.entries(tables)) {
      // both defaults are worked out once for the rows that are there: no table is written anew
      await runner.query(`
        alter table ${table} ${MARKS.replaceAll(/^ {2}changed/gm, '  add column changed')};
        create index ${table}_changed on ${table} (changed_xid, ${key});
        create index ${table}_changed_at on ${table} using brin (changed_at) with (autosummarize = on);`);
      // rows that are only ever added have the defaults
      if (kept !== true)
        await runner.query(`
          create trigger ${table}_marked before update ${of === undefined ? '' : `of ${of}`} on ${table} for each row
            when (old.* is distinct from new.*) execute function mark_change();`);
    }
    for (const [table, { columns, key }] of Object.entries(gone)) {
      const old = key.replaceAll(/\w+/g, 'old.$&');
      await runner.query(`
        create table ${table}_gone (
          district_id uuid not null,
          ${columns},${MARKS},
          primary key (district_id, ${key})
        );
        create index ${table}_gone_changed on ${table}_gone (changed_xid, ${key});
        create function note_${table}_gone() returns trigger language plpgsql as
        $$ begin
          insert into ${table}_gone (district_id, ${key}) values (old.district_id, ${old})
          on conflict (district_id, ${key}) do update set changed_xid = excluded.changed_xid, changed_at = excluded.changed_at;
          return null;
        end $$;
        create trigger ${table}_gone after delete on ${table} for each row execute function note_${table}_gone();`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
