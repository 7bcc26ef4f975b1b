/** Extensions (延期), parking (挂账) and sending back (回退): the day a task had first, and who asked for what. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Extension1763900000080 implements MigrationInterface {
  name = 'Extension1763900000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task add column first_due_on date;
      create index task_parked on task (parked_until) where parked_until is not null;
      alter table task_change drop constraint task_change_field_check,
        add constraint task_change_field_check check (field in ('target', 'dueOn', 'weight', 'status', 'parkedUntil', 'milestones')),
        alter column officer_id drop not null;
      alter table platform.task_board add column first_due_on date, add column parked_until date;

      create table extension (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        decider_id uuid not null,
        needs text not null check (needs in ('above', 'district')),
        reason text not null,
        before_on date not null,
        proposed_on date not null check (proposed_on > before_on),
        due_on date,
        status text not null check (status in ('requested', 'approved', 'refused', 'withdrawn')),
        requested_by uuid not null,
        requested_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        primary key (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, decider_id) references trade_union (district_id, id),
        foreign key (district_id, requested_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status in ('approved', 'refused')) = (decided_by is not null)),
        check ((decided_by is null) = (decided_at is null)),
        check ((status = 'approved') = (due_on is not null)),
        check (status <> 'refused' or decision_reason is not null)
      );
      create unique index extension_one_open on extension (task_id, district_id) where status = 'requested';
      create index extension_to_decide on extension (decider_id, district_id, id) where status = 'requested';
      create index extension_task on extension (task_id, district_id, id);
      create index extension_union on extension (union_id, district_id, id);

      create table send_back (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        union_id uuid not null,
        assigner_id uuid not null,
        reason text not null,
        status text not null check (status in ('sent', 'accepted', 'refused', 'ended')),
        sent_by uuid not null,
        sent_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        primary key (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, assigner_id) references trade_union (district_id, id),
        foreign key (district_id, sent_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status = 'sent') = (decided_at is null)),
        check (status not in ('accepted', 'refused') or decided_by is not null),
        check (status <> 'refused' or decision_reason is not null)
      );
      create unique index send_back_one_open on send_back (task_id, district_id) where status = 'sent';
      create index send_back_to_decide on send_back (assigner_id, district_id, id) where status = 'sent';
      create index send_back_task on send_back (task_id, district_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
