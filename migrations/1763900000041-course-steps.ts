/** The steps an assessment went (考核流程), reopenings by two persons, named offices, and what was handed in or reviewed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CourseSteps1763900000041 implements MigrationInterface {
  name = 'CourseSteps1763900000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment add column self_scored boolean not null default false;
      create index assessment_course on assessment (step, step_due, begin_on) where status = 'open';

      create table assessment_step (
        district_id uuid not null,
        assessment_id uuid not null,
        no integer not null,
        step text not null
          check (step in ('opened', 'self_score', 'review', 'final', 'published', 'appeals', 'closed')),
        entered_at timestamptz not null,
        due_on date,
        by uuid,
        reason text,
        primary key (district_id, assessment_id, no),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, by) references officer (district_id, id)
      );
      insert into assessment_step (district_id, assessment_id, no, step, entered_at)
      select district_id, id, 1, 'final', opened_at from assessment;
      insert into assessment_step (district_id, assessment_id, no, step, entered_at)
      select district_id, id, 2, step, published_at from assessment where published_at is not null;

      create function keep_step() returns trigger language plpgsql as
      $$
      begin
        raise exception 'the steps of an assessment are only ever added to' using errcode = '23514';
      end
      $$;
      create trigger assessment_step_kept before update or delete on assessment_step
        for each row execute function keep_step();

      create table assessment_reopening (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        from_step text not null check (from_step in ('review', 'final')),
        to_step text not null check (to_step in ('self_score', 'review')),
        reason text not null,
        days integer check (days between 1 and 365),
        status text not null check (status in ('proposed', 'confirmed', 'refused')),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        primary key (district_id, id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, proposed_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status = 'proposed') = (decided_by is null)),
        check ((decided_by is null) = (decided_at is null)),
        check (decided_by <> proposed_by)
      );
      create index assessment_reopening_list on assessment_reopening (district_id, assessment_id, proposed_at);
      create unique index assessment_reopening_one on assessment_reopening (district_id, assessment_id)
        where status = 'proposed';

      create table assessment_office (
        district_id uuid not null,
        assessment_id uuid not null,
        office text not null,
        officer_id uuid not null,
        primary key (district_id, assessment_id, office, officer_id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );

      create table sheet_stage (
        district_id uuid not null,
        sheet_id uuid not null,
        stage text not null check (stage in ('self', 'review')),
        done_by uuid not null,
        done_at timestamptz not null,
        late boolean not null default false,
        primary key (district_id, sheet_id, stage),
        foreign key (district_id, sheet_id) references score_sheet (district_id, id),
        foreign key (district_id, done_by) references officer (district_id, id)
      );
      create trigger sheet_stage_frozen before insert or update or delete on sheet_stage
        for each row execute function keep_assessed();

      create function keep_assessed_evidence() returns trigger language plpgsql as
      $$
      declare
        old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
        row_now jsonb := coalesce(old_row, to_jsonb(new));
        frozen boolean;
      begin
        select status = 'published' into frozen from assessment
          where district_id = (row_now->>'district_id')::uuid and id = (row_now->>'assessment_id')::uuid;
        if frozen and row_now->>'holder' <> 'appeal' then
          raise exception 'the evidence of a published score is frozen' using errcode = '23514';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end
      $$;
      create trigger assessment_evidence_frozen before insert or update or delete on assessment_evidence
        for each row execute function keep_assessed_evidence();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
