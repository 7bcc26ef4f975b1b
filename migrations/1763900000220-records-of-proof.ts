/** Marks of change (变更标记) on files of evidence, changes of tasks, and how assessments are scored; and which files were taken away. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a row is told apart, in the order of the primary key; which columns are no news; and what the moment is called. */
const tables: Readonly<Record<string, { readonly of?: string; readonly kept?: true; readonly at?: string }>> = {
  evidence: {},
  // its `changed_at` says when the task was changed
  task_change: { kept: true, at: 'marked_at' },
  // what its points were scored from is no news
  score_sheet: {
    of: 'points, base, bonus, penalty, extras, vetoes, class_code, class_rank, grade, award_lost, grade_words, open_criteria, rank, version',
  },
  // who has it in hand is no news
  assessment_run: { of: 'status, total, done, started_at, ended_at, failure' },
  assessment_reopening: {},
};

export class RecordsOfProof1763900000220 implements MigrationInterface {
  name = 'RecordsOfProof1763900000220';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { of, kept, at = 'changed_at' }] of Object.entries(tables)) {
      // both defaults are worked out once for the rows that are there: no table is written anew
      await runner.query(`
        alter table ${table}
          add column changed_xid bigint not null default pg_current_xact_id()::text::bigint,
          add column ${at} timestamptz not null default now();
        create index ${table}_changed on ${table} (changed_xid, id);
        create index ${table}_changed_at on ${table} using brin (${at}) with (autosummarize = on);`);
      // rows that are only ever added have the defaults
      if (kept !== true)
        await runner.query(`
          create trigger ${table}_marked before update ${of === undefined ? '' : `of ${of}`} on ${table} for each row
            when (old.* is distinct from new.*) execute function mark_change();`);
    }
    await runner.query(`
      -- files of returned reports that others had seen
      create table evidence_removed (
        district_id uuid not null,
        id uuid not null,
        report_id uuid not null,
        changed_xid bigint not null default pg_current_xact_id()::text::bigint,
        changed_at timestamptz not null default now(),
        primary key (district_id, id),
        foreign key (district_id, report_id) references progress_report (district_id, id)
      );
      create index evidence_removed_changed on evidence_removed (changed_xid, id);

      create function note_evidence_removed() returns trigger language plpgsql as
      $$ begin
        insert into evidence_removed (district_id, id, report_id)
        select district_id, old.id, id from progress_report
        where district_id = old.district_id and id = old.report_id and submitted_at is not null;
        return null;
      end $$;
      create trigger evidence_removed after delete on evidence for each row execute function note_evidence_removed();

      -- handed in for the first time: from now on others see its files, which may lie there since long before
      create function mark_evidence() returns trigger language plpgsql as
      $$ begin
        update evidence set changed_xid = pg_current_xact_id()::text::bigint, changed_at = now()
        where district_id = new.district_id and report_id = new.id;
        return null;
      end $$;
      create trigger progress_report_handed_in after update of submitted_at on progress_report for each row
        when (old.submitted_at is null and new.submitted_at is not null) execute function mark_evidence();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
