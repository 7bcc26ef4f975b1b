/** Marks of change (变更标记) on more of what programs read: lights and chasing, assessments, targets, cases, the office. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a row is told apart, in the order of the primary key; and which columns are no news. */
const tables: Readonly<Record<string, { readonly key: string; readonly of?: string; readonly kept?: true }>> = {
  task_light: { key: 'task_id' },
  light_change: { key: 'id', kept: true },
  urge: { key: 'id', kept: true },
  send_back: { key: 'id' },
  interview: { key: 'id', kept: true },
  enterprise_verification: { key: 'id' },
  inbound_case: { key: 'id' },
  target: { key: 'id' },
  target_change: { key: 'id' },
  assessment: { key: 'id' },
  assessment_entry: { key: 'id' },
  publication: { key: 'assessment_id, no', kept: true },
  appeal: { key: 'id' },
  officer: { key: 'id' },
  // who has it in hand is no news
  dispatch: { key: 'id', of: 'status, attempts, last_answer, sent_at' },
  intake: {
    key: 'id',
    of: 'status, total, done, created, changed, unchanged, skipped, faulty, faults, started_at, ended_at, failure',
  },
  audit_entry: { key: 'id', kept: true },
};

export class MoreRecords1763900000205 implements MigrationInterface {
  name = 'MoreRecords1763900000205';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { key, of, kept }] of Object.entries(tables)) {
      // both defaults are worked out once for the rows that are there: no table is written anew
      await runner.query(`
        alter table ${table}
          add column changed_xid bigint not null default pg_current_xact_id()::text::bigint,
          add column changed_at timestamptz not null default now();
        create index ${table}_changed on ${table} (changed_xid, ${key});
        create index ${table}_changed_at on ${table} using brin (changed_at) with (autosummarize = on);`);
      // rows that are only ever added have the defaults
      if (kept !== true)
        await runner.query(`
          create trigger ${table}_marked before update ${of === undefined ? '' : `of ${of}`} on ${table} for each row
            when (old.* is distinct from new.*) execute function mark_change();`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
