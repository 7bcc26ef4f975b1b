/** Publications (公示) as they were told: results, scheme and sheets in one snapshot that nothing changes. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Publication1763900000050 implements MigrationInterface {
  name = 'Publication1763900000050';

  async up(runner: QueryRunner): Promise<void> {
    // `json`, not `jsonb`: the digest is taken of the very text that is kept
    await runner.query(`
      create table publication (
        district_id uuid not null,
        assessment_id uuid not null,
        no integer not null check (no > 0),
        kind text not null check (kind in ('publication', 'correction')),
        appeal_id uuid,
        reason text,
        standings json not null,
        scheme json not null,
        scheme_version integer,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        published_by uuid not null,
        published_at timestamptz not null,
        primary key (district_id, assessment_id, no),
        foreign key (district_id, assessment_id) references assessment (district_id, id),
        foreign key (district_id, published_by) references officer (district_id, id),
        check ((kind = 'correction') = (appeal_id is not null)),
        check ((kind = 'correction') = (reason is not null))
      );

      create table published_sheet (
        district_id uuid not null,
        assessment_id uuid not null,
        no integer not null,
        union_id uuid not null,
        body json not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        primary key (district_id, assessment_id, no, union_id),
        foreign key (district_id, assessment_id, no) references publication (district_id, assessment_id, no),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );

      create trigger publication_append_only before update or delete on publication
        for each row execute function refuse_change();
      create trigger publication_no_truncate before truncate on publication
        for each statement execute function refuse_change();
      create trigger published_sheet_append_only before update or delete on published_sheet
        for each row execute function refuse_change();
      create trigger published_sheet_no_truncate before truncate on published_sheet
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
