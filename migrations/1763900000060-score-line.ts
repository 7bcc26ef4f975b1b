/** The scoreboard's own tables (积分榜): a card for each assessment and a line for each scored union. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScoreLine1763900000060 implements MigrationInterface {
  name = 'ScoreLine1763900000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.score_card (
        district_id uuid not null,
        assessment_id uuid not null,
        seq bigint not null,
        owner_id uuid not null,
        path ltree not null,
        year smallint not null,
        for_tier text not null,
        title text not null,
        outline jsonb,
        step text,
        step_due date,
        step_seq bigint,
        published_seq bigint,
        primary key (district_id, assessment_id)
      );
      create index score_card_owner on platform.score_card (district_id, owner_id, year);

      create table platform.score_line (
        district_id uuid not null,
        assessment_id uuid not null,
        union_id uuid not null,
        class_code text,
        class_seq bigint,
        provisional numeric(9, 2),
        open_criteria integer,
        provisional_criteria jsonb,
        provisional_seq bigint,
        points numeric(9, 2),
        rank integer,
        class_rank integer,
        grade text,
        criteria jsonb,
        final_seq bigint,
        primary key (district_id, assessment_id, union_id)
      );
      create index score_line_union on platform.score_line (district_id, union_id);

      insert into platform.score_card (district_id, assessment_id, seq, owner_id, path, year, for_tier, title,
        step, step_seq, published_seq)
      select district_id, (body #>> '{assessment,assessmentId}')::uuid, max(seq),
        (body #>> '{assessment,ownerId}')::uuid, path, (body #>> '{assessment,year}')::smallint,
        body #>> '{assessment,forTier}', body #>> '{assessment,title}',
        case when max(seq) filter (where name = 'assessment.published') is null then null else 'published' end,
        max(seq) filter (where name = 'assessment.published'), max(seq) filter (where name = 'assessment.published')
      from outbox_message where name in ('assessment.opened', 'assessment.published') and projected_at is not null
      group by 1, 2, 4, 5, 6, 7, 8;

      insert into platform.score_line (district_id, assessment_id, union_id, points, rank, final_seq)
      select distinct on (m.district_id, assessment_id, union_id) m.district_id,
        (m.body #>> '{assessment,assessmentId}')::uuid as assessment_id, (s.value->>'unionId')::uuid as union_id,
        (s.value->>'points')::numeric, (s.value->>'rank')::int, m.seq
      from outbox_message m, jsonb_array_elements(m.body->'sheets') s
      where m.name = 'assessment.published' and m.projected_at is not null
      order by m.district_id, assessment_id, union_id, m.seq desc;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
