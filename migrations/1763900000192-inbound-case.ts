/** Inbound cases (诉求件): where they come from with the mapping of each source, the cases, and every step of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboundCase1763900000192 implements MigrationInterface {
  name = 'InboundCase1763900000192';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table case_source (
        district_id uuid not null,
        id uuid not null,
        code text not null check (code <> ''),
        name text not null check (name <> ''),
        application_id uuid not null,
        mapping jsonb not null,
        active boolean not null default true,
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, application_id) references application (district_id, id)
      );
      create unique index case_source_code on case_source (code, district_id);

      create table inbound_case (
        district_id uuid not null,
        id uuid not null,
        source_id uuid not null,
        number text not null check (number <> ''),
        title text not null check (title <> ''),
        content text not null check (content <> ''),
        kind text not null check (kind in
          ('wages', 'insurance', 'contract', 'injury', 'hours', 'safety', 'women', 'aid', 'organizing', 'other')),
        programme text,
        occurred_at timestamptz,
        received_at timestamptz not null,
        due_on date not null,
        status text not null default 'received' check (status in ('received', 'assigned', 'answered', 'returned', 'closed')),
        union_id uuid not null,
        answer text,
        marks text[] not null default '{}' check (marks <@ array['area', 'kind']),
        version integer not null default 1 check (version > 0),
        arrived_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, source_id) references case_source (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        check (status not in ('answered', 'returned', 'closed') or answer is not null)
      );
      create unique index inbound_case_number on inbound_case (source_id, number, district_id);
      create index inbound_case_union on inbound_case (union_id, status, due_on);

      create table case_step (
        district_id uuid not null,
        case_id uuid not null,
        no integer not null check (no > 0),
        kind text not null check (kind in ('received', 'changed', 'assigned', 'answered', 'returned', 'closed')),
        union_id uuid not null,
        officer_id uuid not null,
        at timestamptz not null default app_now(),
        words text,
        changes jsonb,
        primary key (district_id, case_id, no),
        foreign key (district_id, case_id) references inbound_case (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
      create trigger case_step_append_only before update or delete on case_step
        for each row execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
