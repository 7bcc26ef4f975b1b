/** The course of an assessment (考核流程), what each stage gave, counted entries (考核记录) and their evidence. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AssessmentCourse1763900000040 implements MigrationInterface {
  name = 'AssessmentCourse1763900000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment
        add column step text not null default 'final'
          check (step in ('opened', 'self_score', 'review', 'final', 'published', 'appeals', 'closed')),
        add column step_due date,
        add column begin_on date,
        add column appeal_until date,
        add column publication integer not null default 0;
      update assessment set step = 'closed', publication = 0 where status = 'published';
      alter table assessment
        add check ((status = 'published') = (step in ('published', 'appeals', 'closed')));

      alter table score_sheet
        add column class_code text,
        add column base numeric(9, 2) not null default 0,
        add column bonus numeric(9, 2) not null default 0,
        add column penalty numeric(9, 2) not null default 0,
        add column extras jsonb not null default '[]',
        add column vetoes jsonb not null default '[]',
        add column grade text,
        add column class_rank integer,
        add column award_lost boolean not null default false,
        add column grade_words jsonb;

      alter table score
        add column exact numeric(22, 10),
        add column bonus numeric(9, 2) not null default 0;

      create table stage_score (
        district_id uuid not null,
        sheet_id uuid not null,
        criterion text not null,
        stage text not null check (stage in ('self', 'review', 'final')),
        given jsonb not null,
        points numeric(9, 2),
        reason text not null,
        scored_by uuid not null,
        scored_at timestamptz not null,
        late boolean not null default false,
        primary key (district_id, sheet_id, criterion, stage),
        foreign key (district_id, sheet_id) references score_sheet (district_id, id),
        foreign key (district_id, scored_by) references officer (district_id, id)
      );
      insert into stage_score (district_id, sheet_id, criterion, stage, given, points, reason, scored_by, scored_at)
      select district_id, sheet_id, criterion, 'final', jsonb_build_object('points', points::text), points, reason, scored_by, scored_at
      from score where source = 'judged' and points is not null and reason is not null and scored_by is not null;

      create table assessment_entry (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        sheet_id uuid not null,
        union_id uuid not null,
        kind text not null check (kind in ('occurrence', 'bonus', 'penalty', 'veto')),
        criterion text check ((kind = 'occurrence') = (criterion is not null)),
        ground text not null,
        count integer not null check (count between 1 and 9999),
        points numeric(9, 2),
        occurred_on date not null,
        words text not null,
        status text not null check (status in ('proposed', 'approved', 'refused', 'withdrawn')),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        version integer not null default 1,
        primary key (district_id, id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, sheet_id) references score_sheet (district_id, id),
        foreign key (district_id, recorded_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status in ('approved', 'refused')) = (decided_by is not null)),
        check ((decided_by is null) = (decided_at is null)),
        check (status <> 'approved' or kind = 'occurrence' or decided_by <> recorded_by)
      );
      create index assessment_entry_sheet on assessment_entry (district_id, sheet_id, status);
      create index assessment_entry_list on assessment_entry (district_id, assessment_id, status, recorded_at);

      create table assessment_evidence (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        union_id uuid not null,
        holder text not null check (holder in ('entry', 'appeal', 'score')),
        holder_id uuid not null,
        criterion text,
        sha256 text not null references evidence_file (sha256),
        name text not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, assessment_id) references assessment (district_id, id)
      );
      create index assessment_evidence_holder on assessment_evidence (district_id, holder_id, created_at, id);

      create function keep_assessed() returns trigger language plpgsql as
      $$
      declare
        old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
        row_now jsonb := coalesce(old_row, to_jsonb(new));
        frozen boolean;
      begin
        select a.status = 'published' into frozen from score_sheet s
          join assessment a on a.district_id = s.district_id and a.id = s.assessment_id
          where s.district_id = (row_now->>'district_id')::uuid and s.id = (row_now->>'sheet_id')::uuid;
        if frozen then
          raise exception 'what a published score rests on is frozen' using errcode = '23514';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end
      $$;
      create trigger stage_score_frozen before insert or update or delete on stage_score
        for each row execute function keep_assessed();
      create trigger assessment_entry_frozen before insert or update or delete on assessment_entry
        for each row execute function keep_assessed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
