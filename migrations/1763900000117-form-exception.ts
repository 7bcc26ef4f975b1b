/** Exceptions (免报、补报): one union need not report a period, or may after it locked; proposed by one person, decided by another. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormException1763900000117 implements MigrationInterface {
  name = 'FormException1763900000117';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table form_exception (
        district_id uuid not null,
        id uuid not null,
        form_id uuid not null,
        period text not null,
        union_id uuid not null,
        path ltree not null,
        kind text not null check (kind in ('exempt', 'reopen')),
        reason text not null,
        until date,
        status text not null check (status in ('proposed', 'approved', 'refused', 'withdrawn', 'lifted')),
        proposer_id uuid not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null default app_now(),
        decided_by uuid,
        decided_at timestamptz,
        decision text,
        version integer not null default 1,
        primary key (district_id, id),
        foreign key (district_id, form_id) references form (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, proposer_id) references trade_union (district_id, id),
        foreign key (district_id, proposed_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((kind = 'reopen') = (until is not null)),
        check ((status in ('approved', 'refused', 'lifted')) = (decided_by is not null)),
        check (decided_by is null or decided_by <> proposed_by)
      );
      create unique index form_exception_one_open on form_exception (form_id, period, union_id, district_id)
        where status = 'proposed';
      create unique index form_exception_one_exempt on form_exception (form_id, period, union_id, district_id)
        where status = 'approved' and kind = 'exempt';
      create index form_exception_union on form_exception (union_id, form_id, period, id);
      create index form_exception_proposed on form_exception (proposed_at, district_id, id) where status = 'proposed';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
