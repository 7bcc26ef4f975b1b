/** Schemes (考核方案), assessments, score sheets (评分表) and scores. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Assessment1763900000006 implements MigrationInterface {
  name = 'Assessment1763900000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheme (
        district_id uuid not null,
        id uuid not null,
        owner_id uuid not null,
        path ltree not null,
        year smallint not null,
        for_tier text not null check (for_tier in ('subdistrict', 'community')),
        title text not null,
        definition jsonb not null,
        version integer not null default 1,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, owner_id) references trade_union (district_id, id)
      );
      create index scheme_owner on scheme (district_id, owner_id, year);

      create table assessment (
        district_id uuid not null,
        id uuid not null,
        scheme_id uuid not null,
        owner_id uuid not null,
        path ltree not null,
        year smallint not null,
        for_tier text not null check (for_tier in ('subdistrict', 'community')),
        title text not null,
        definition jsonb not null,
        status text not null check (status in ('open', 'published')),
        opened_at timestamptz not null,
        published_at timestamptz,
        version integer not null default 1,
        primary key (district_id, id),
        unique (district_id, scheme_id),
        foreign key (district_id, scheme_id) references scheme (district_id, id),
        check ((status = 'published') = (published_at is not null))
      );
      create index assessment_owner on assessment (district_id, owner_id, year);

      create table score_sheet (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        points numeric(9, 2) not null default 0,
        open_criteria integer not null,
        rank integer,
        version integer not null default 1,
        primary key (district_id, id),
        unique (district_id, assessment_id, union_id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );
      create index score_sheet_union on score_sheet (district_id, union_id);

      create table score (
        district_id uuid not null,
        sheet_id uuid not null,
        criterion text not null,
        marks numeric(9, 2) not null,
        points numeric(9, 2),
        source text not null check (source in ('computed', 'judged')),
        reason text,
        inputs jsonb not null,
        explanation jsonb not null,
        scored_by uuid,
        scored_at timestamptz not null,
        primary key (district_id, sheet_id, criterion),
        foreign key (district_id, sheet_id) references score_sheet (district_id, id),
        check (points is null or points between 0 and marks)
      );

      create function keep_published() returns trigger language plpgsql as
      $$
      declare frozen boolean;
      begin
        if tg_table_name = 'score' then
          select a.status = 'published' into frozen from score_sheet s
            join assessment a on a.district_id = s.district_id and a.id = s.assessment_id
            where s.district_id = old.district_id and s.id = old.sheet_id;
        else
          select a.status = 'published' into frozen from assessment a
            where a.district_id = old.district_id and a.id = old.assessment_id;
        end if;
        if frozen then
          raise exception 'a published score is frozen' using errcode = '23514';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end
      $$;
      create trigger score_frozen before update or delete on score for each row execute function keep_published();
      create trigger score_sheet_frozen before update or delete on score_sheet for each row execute function keep_published();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
