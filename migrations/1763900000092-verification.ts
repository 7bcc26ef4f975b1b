/** Verification of enterprises (企业核查): proposed with evidence, decided by the tier above, never by the same person. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Verification1763900000092 implements MigrationInterface {
  name = 'Verification1763900000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enterprise_verification (
        district_id uuid not null,
        id uuid not null,
        proposal_id uuid not null,
        enterprise_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        decider_id uuid not null,
        finding text not null check (finding in ('normal', 'abnormal', 'nonexistent')),
        reason text not null,
        status text not null check (status in ('proposed', 'accepted', 'refused', 'withdrawn')),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decided_on date,
        decision_reason text,
        primary key (district_id, id),
        foreign key (district_id, enterprise_id) references enterprise (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, decider_id) references trade_union (district_id, id),
        foreign key (district_id, proposed_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check (decided_by <> proposed_by),
        check ((status in ('accepted', 'refused')) = (decided_by is not null)),
        check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_on is null)),
        check (status <> 'refused' or decision_reason is not null)
      );
      create unique index enterprise_verification_one_open on enterprise_verification (enterprise_id, district_id)
        where status = 'proposed';
      create index enterprise_verification_of on enterprise_verification (enterprise_id, district_id, id);
      create index enterprise_verification_to_decide on enterprise_verification (decider_id, district_id, id)
        where status = 'proposed';
      create index enterprise_verification_union on enterprise_verification (union_id, district_id, id desc);
      create index enterprise_verification_proposal on enterprise_verification (proposal_id, district_id);

      create table verification_file (
        district_id uuid not null,
        id uuid not null,
        proposal_id uuid not null,
        sha256 text not null references evidence_file (sha256),
        name text not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, created_by) references officer (district_id, id)
      );
      create index verification_file_proposal on verification_file (proposal_id, district_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
