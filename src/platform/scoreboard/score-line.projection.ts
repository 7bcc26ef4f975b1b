/** How each scored union stands in an assessment (得分): provisional while it is scored, final once published. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import type { ProvisionalBody, SheetBody } from '../../events/events';
import type { Projection } from '../projection';

/** Only the latest line of each union in a batch, and only what is newer than what is known. */
const latest = `distinct on ("districtId", "assessmentId", "unionId")`;
const order = `order by "districtId", "assessmentId", "unionId", seq desc`;
const whose = `seq bigint, "districtId" uuid, "assessmentId" uuid, "unionId" uuid, "classCode" text, "classSeq" bigint`;
const classOf = `
    class_code = case when coalesce(l.class_seq, 0) < excluded.class_seq then excluded.class_code else l.class_code end,
    class_seq = greatest(l.class_seq, excluded.class_seq)`;

const provisional = `
  insert into score_line as l (district_id, assessment_id, union_id, class_code, class_seq,
    provisional, open_criteria, provisional_criteria, provisional_seq)
  select ${latest} "districtId", "assessmentId", "unionId", "classCode", "classSeq", points, "openCriteria", criteria, seq
  from jsonb_to_recordset($1::jsonb) as r(${whose}, points numeric, "openCriteria" integer, criteria jsonb) ${order}
  on conflict (district_id, assessment_id, union_id) do update set ${classOf},
    provisional = excluded.provisional, open_criteria = excluded.open_criteria,
    provisional_criteria = excluded.provisional_criteria, provisional_seq = excluded.provisional_seq
  where l.provisional_seq is null or l.provisional_seq < excluded.provisional_seq`;

const final = `
  insert into score_line as l (district_id, assessment_id, union_id, class_code, class_seq,
    points, rank, class_rank, grade, criteria, final_seq)
  select ${latest} "districtId", "assessmentId", "unionId", "classCode", "classSeq",
    points, rank, "classRank", grade, criteria, seq
  from jsonb_to_recordset($1::jsonb) as r(
    ${whose}, points numeric, rank integer, "classRank" integer, grade text, criteria jsonb) ${order}
  on conflict (district_id, assessment_id, union_id) do update set ${classOf},
    points = excluded.points, rank = excluded.rank, class_rank = excluded.class_rank, grade = excluded.grade,
    criteria = excluded.criteria, final_seq = excluded.final_seq
  where l.final_seq is null or l.final_seq < excluded.final_seq`;

type Scored = 'sheet.scored' | 'assessment.published' | 'assessment.corrected';

const into = (sql: string) => async (tx: EntityManager, events: readonly Envelope[]) => {
  const rows = (events as readonly Envelope<Scored>[]).flatMap(({ seq, districtId, body }) =>
    body.sheets.map((sheet: ProvisionalBody | SheetBody) => ({
      ...sheet,
      seq,
      districtId,
      assessmentId: body.assessment.assessmentId,
      // What does not name the class leaves it as it is known.
      classSeq: sheet.classCode === undefined ? null : seq,
    })),
  );
  await tx.query(sql, [JSON.stringify(rows)]);
};

export const scoreLine: Projection = {
  name: 'score-line',
  on: {
    'sheet.scored': into(provisional),
    'assessment.published': into(final),
    'assessment.corrected': into(final),
  },
};
