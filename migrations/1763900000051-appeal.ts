/** Appeals (申诉) against published results, and the corrections (更正) they lead to. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Appeal1763900000051 implements MigrationInterface {
  name = 'Appeal1763900000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appeal (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        sheet_id uuid not null,
        union_id uuid not null,
        criteria jsonb not null check (jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) > 0),
        reason text not null,
        status text not null check (status in ('filed', 'upheld', 'rejected', 'withdrawn')),
        filed_by uuid not null,
        filed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        version integer not null default 1,
        primary key (district_id, id),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, sheet_id) references score_sheet (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, filed_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status in ('upheld', 'rejected')) = (decided_by is not null)),
        check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decision_reason is null))
      );
      create unique index appeal_one_undecided on appeal (district_id, sheet_id) where status = 'filed';
      create index appeal_list on appeal (district_id, assessment_id, filed_at, id);
      create index appeal_union on appeal (district_id, union_id, filed_at, id);
      create index assessment_window on assessment (appeal_until) where step in ('published', 'appeals');

      create table correction (
        district_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        appeal_id uuid not null,
        sheet_id uuid not null,
        criterion text not null,
        old_points numeric(9, 2) not null check (old_points >= 0),
        new_points numeric(9, 2) not null check (new_points >= 0),
        reason text not null,
        decided_by uuid not null,
        decided_at timestamptz not null,
        primary key (district_id, id),
        unique (district_id, appeal_id, criterion),
        foreign key (district_id, appeal_id) references appeal (district_id, id),
        foreign key (district_id, sheet_id, criterion) references score (district_id, sheet_id, criterion),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check (old_points <> new_points)
      );
      create index correction_sheet on correction (district_id, sheet_id, criterion, decided_at, id);
      create index correction_assessment on correction (district_id, assessment_id);
      create trigger correction_append_only before update or delete on correction
        for each row execute function refuse_change();
      create trigger correction_no_truncate before truncate on correction
        for each statement execute function refuse_change();

      create function check_correction() returns trigger language plpgsql as
      $$
      begin
        if not exists (
          select 1 from appeal p join score c on c.district_id = p.district_id and c.sheet_id = p.sheet_id
          where p.district_id = new.district_id and p.id = new.appeal_id and p.status = 'upheld'
            and p.assessment_id = new.assessment_id and p.sheet_id = new.sheet_id and p.criteria ? new.criterion
            and c.criterion = new.criterion and new.new_points <= c.marks)
        then
          raise exception 'a correction follows from an upheld appeal and keeps to its criterion' using errcode = '23514';
        end if;
        return new;
      end
      $$;
      create trigger correction_checked before insert on correction for each row execute function check_correction();

      create function keep_appeal() returns trigger language plpgsql as
      $$
      begin
        if tg_op = 'DELETE' or old.status <> 'filed'
          or (to_jsonb(old) - '{status,decided_by,decided_at,decision_reason,version}'::text[])
            <> (to_jsonb(new) - '{status,decided_by,decided_at,decision_reason,version}'::text[])
        then
          raise exception 'an appeal stays as it was filed and decided' using errcode = '23514';
        end if;
        return new;
      end
      $$;
      create trigger appeal_kept before update or delete on appeal for each row execute function keep_appeal();

      create function keep_appeal_evidence() returns trigger language plpgsql as
      $$
      declare
        kept assessment_evidence := case when tg_op = 'INSERT' then new else old end;
      begin
        if kept.holder = 'appeal' and not exists (
          select 1 from appeal where district_id = kept.district_id and id = kept.holder_id and status = 'filed')
        then
          raise exception 'the evidence of an appeal stays as it was decided on' using errcode = '23514';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end
      $$;
      create trigger appeal_evidence_kept before insert or update or delete on assessment_evidence
        for each row execute function keep_appeal_evidence();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
