/** Supervision orders (督办单) with their course and files, numbered without gaps, and interviews (约谈). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SupervisionOrder1763900000081 implements MigrationInterface {
  name = 'SupervisionOrder1763900000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table order_number (
        district_id uuid not null,
        year smallint not null,
        last integer not null check (last > 0),
        primary key (district_id, year)
      );

      create table supervision_order (
        district_id uuid not null,
        id uuid not null,
        year smallint not null,
        no integer not null check (no > 0),
        issuer_id uuid not null,
        union_id uuid not null,
        leader_id uuid,
        task_id uuid,
        path ltree not null,
        title text not null,
        requirement text not null,
        cause jsonb not null,
        degree text not null check (degree in ('blue', 'orange', 'red')),
        degree_at timestamptz not null,
        status text not null check (status in ('issued', 'signed', 'answered', 'returned', 'closed', 'withdrawn')),
        limit_on date not null,
        raise_on date,
        issued_by uuid not null,
        issued_at timestamptz not null,
        version integer not null default 1,
        primary key (district_id, id),
        unique (year, no, district_id),
        foreign key (district_id, issuer_id) references trade_union (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, leader_id) references officer (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, issued_by) references officer (district_id, id),
        check (raise_on is null or (degree <> 'red' and status in ('issued', 'signed', 'returned')))
      );
      create index supervision_order_union on supervision_order (union_id, district_id, id);
      create index supervision_order_task on supervision_order (task_id, district_id, id);
      create index supervision_order_raise on supervision_order (raise_on) where raise_on is not null;
      create index supervision_order_to_answer on supervision_order (union_id, district_id, limit_on)
        where status in ('issued', 'signed', 'returned');
      create index supervision_order_to_review on supervision_order (issuer_id, district_id, limit_on)
        where status = 'answered';

      create table order_step (
        district_id uuid not null,
        order_id uuid not null,
        no integer not null,
        kind text not null
          check (kind in ('issued', 'signed', 'answered', 'returned', 'closed', 'raised', 'withdrawn')),
        officer_id uuid,
        at timestamptz not null,
        words text,
        degree text not null,
        limit_on date not null,
        primary key (district_id, order_id, no),
        foreign key (district_id, order_id) references supervision_order (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id),
        check (kind = 'raised' or officer_id is not null),
        check (kind not in ('answered', 'returned', 'closed', 'withdrawn') or words is not null)
      );
      create trigger order_step_append_only before update or delete on order_step
        for each row execute function refuse_change();

      create table order_file (
        district_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        answer_no integer,
        sha256 text not null references evidence_file (sha256),
        name text not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, order_id) references supervision_order (district_id, id)
      );
      create index order_file_order on order_file (order_id, district_id, created_at, id);

      create table interview (
        district_id uuid not null,
        id uuid not null,
        order_id uuid,
        holder_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        held_on date not null,
        interviewed text not null,
        held_by text not null,
        about text not null,
        agreed text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        primary key (district_id, id),
        foreign key (district_id, order_id) references supervision_order (district_id, id),
        foreign key (district_id, holder_id) references trade_union (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, recorded_by) references officer (district_id, id)
      );
      create index interview_union on interview (union_id, district_id, held_on);
      create index interview_order on interview (order_id, district_id);
      create trigger interview_append_only before update or delete on interview
        for each row execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
