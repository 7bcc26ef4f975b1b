/** Ledgers (台账): types with their versions, entries with typed columns to search by, their files, history and sealed personal data. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that listed fields are kept in beside their JSON, so that lists filter and sort by index. */
const slots = [
  ...Array.from({ length: 8 }, (_, i) => `t${i + 1} text collate "C"`),
  ...Array.from({ length: 6 }, (_, i) => `n${i + 1} numeric(19, 4)`),
  ...Array.from({ length: 3 }, (_, i) => `d${i + 1} date`),
];
const slotIndexes = slots.map((slot) => {
  const [name] = slot.split(' ');
  return `create index ledger_entry_${name} on ledger_entry (type_id, ${name}, id) where ${name} is not null;`;
});

export class Ledger1763900000100 implements MigrationInterface {
  name = 'Ledger1763900000100';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table ledger_type (
        district_id uuid not null,
        id uuid not null,
        code text not null,
        name text not null,
        programme text not null,
        version integer not null check (version > 0),
        slots jsonb not null,
        retired boolean not null default false,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (code, district_id)
      );

      create table ledger_version (
        district_id uuid not null,
        type_id uuid not null,
        version integer not null check (version > 0),
        definition jsonb not null,
        reason text not null,
        published_by uuid not null,
        published_at timestamptz not null default app_now(),
        primary key (district_id, type_id, version),
        foreign key (district_id, type_id) references ledger_type (district_id, id),
        foreign key (district_id, published_by) references officer (district_id, id)
      );
      create trigger ledger_version_append_only before update or delete on ledger_version
        for each row execute function refuse_change();

      create table ledger_entry (
        district_id uuid not null,
        id uuid not null,
        type_id uuid not null,
        type_version integer not null,
        union_id uuid not null,
        path ltree not null,
        reviewer_id uuid,
        day date not null,
        given jsonb not null,
        status text not null
          check (status in ('draft', 'submitted', 'returned', 'accepted', 'corrected', 'withdrawn')),
        corrects_id uuid,
        version integer not null default 1,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        submitted_by uuid,
        submitted_at timestamptz,
        ${slots.join(',\n        ')},
        primary key (district_id, id),
        foreign key (district_id, type_id, type_version) references ledger_version (district_id, type_id, version),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, corrects_id) references ledger_entry (district_id, id),
        foreign key (district_id, created_by) references officer (district_id, id),
        check (status in ('draft', 'withdrawn') or submitted_at is not null),
        check (status <> 'submitted' or reviewer_id is not null)
      );
      create index ledger_entry_day on ledger_entry (type_id, day, id);
      create index ledger_entry_union on ledger_entry (union_id, type_id, day, id);
      create index ledger_entry_review on ledger_entry (reviewer_id, district_id, submitted_at, id)
        where status = 'submitted';
      create unique index ledger_entry_one_correction on ledger_entry (corrects_id, district_id)
        where corrects_id is not null and status not in ('withdrawn', 'corrected');
      ${slotIndexes.join('\n      ')}

      create table ledger_step (
        district_id uuid not null,
        entry_id uuid not null,
        no integer not null,
        kind text not null check (kind in
          ('begun', 'changed', 'submitted', 'takenBack', 'returned', 'accepted', 'corrected', 'withdrawn')),
        officer_id uuid not null,
        at timestamptz not null default app_now(),
        words text,
        changes jsonb,
        primary key (district_id, entry_id, no),
        foreign key (district_id, entry_id) references ledger_entry (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id),
        check (kind <> 'returned' or words is not null)
      );
      create trigger ledger_step_append_only before update or delete on ledger_step
        for each row execute function refuse_change();

      create table ledger_file (
        district_id uuid not null,
        id uuid not null,
        entry_id uuid not null,
        field text,
        sha256 text not null references evidence_file (sha256),
        name text not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, entry_id) references ledger_entry (district_id, id)
      );
      create index ledger_file_entry on ledger_file (entry_id, district_id, created_at, id);

      create table ledger_personal (
        district_id uuid not null,
        entry_id uuid not null,
        field text not null,
        what text not null check (what in ('idNumber', 'phone')),
        key_id text not null,
        sealed bytea not null,
        digest bytea not null,
        primary key (district_id, entry_id, field, what),
        foreign key (district_id, entry_id) references ledger_entry (district_id, id)
      );
      create index ledger_personal_digest on ledger_personal (digest, district_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
