/** Published points in the standings (排名): the last publication of the year counts, corrections too. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import type { Projection } from '../projection';

const upsert = `
  insert into standing as s (district_id, year, union_id, score, assessment_id, score_seq)
  select distinct on (r."districtId", r.year, r."unionId")
    r."districtId", r.year, r."unionId", r.points, r."assessmentId", r.seq
  from jsonb_to_recordset($1::jsonb) as r(
    seq bigint, "districtId" uuid, year smallint, "unionId" uuid, points numeric, "assessmentId" uuid)
  order by r."districtId", r.year, r."unionId", r.seq desc
  on conflict (district_id, year, union_id) do update set
    score = excluded.score, assessment_id = excluded.assessment_id, score_seq = excluded.score_seq
  where s.score_seq is null or s.score_seq < excluded.score_seq`;

async function publish(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const rows = (events as readonly Envelope<'assessment.published' | 'assessment.corrected'>[]).flatMap(
    ({ seq, districtId, body }) =>
      body.sheets.map(({ unionId, points }) => ({
        seq,
        districtId,
        unionId,
        points,
        year: body.assessment.year,
        assessmentId: body.assessment.assessmentId,
      })),
  );
  await tx.query(upsert, [JSON.stringify(rows)]);
}

export const scoreboard: Projection = {
  name: 'scoreboard',
  on: { 'assessment.published': publish, 'assessment.corrected': publish },
};
