/** The scoreboard (积分榜): standings of one assessment by class or by criterion, provisional or final. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { asOfSql } from '../as-of';
import { type SeenCard, ScoreCardsQuery, viewOf } from './score-cards.query';
import type { ScoresQuery as Asked } from './scores.dto';
import type { ScoreRow, ScoresView } from './scores.view';

/** The last publication of the year before, of the same union for the same tier; $2 the assessment. */
const lastSql = `
  select p.assessment_id as id from platform.score_card c
  join platform.score_card p on p.district_id = c.district_id and p.owner_id = c.owner_id and p.year = c.year - 1
    and p.for_tier = c.for_tier and p.published_seq is not null
  where c.district_id = $1 and c.assessment_id = $2 order by p.published_seq desc limit 1`;

/**
 * $3 kind, $4 class, $5 criterion; $6 last year's assessment; $7 the viewer where it is scored itself: then of last
 * year only the class it stood in. A published rank stands as it was published, with its rule for ties; every other
 * one is counted here: equal points share it, and the next one is skipped.
 */
const sql = `
  with shown as (
    select union_id, class_code, case $3 when 'final' then grade end as grade,
      case $3 when 'provisional' then open_criteria end as open_criteria,
      case when $5::text is not null then (case $3 when 'final' then criteria else provisional_criteria end ->> $5)::numeric
        when $3 = 'final' then points else provisional end as points,
      case when $3 = 'final' and $5::text is null then case when $4::text is null then rank else class_rank end end as told
    from platform.score_line
    where district_id = $1 and assessment_id = $2 and ($4::text is null or class_code = $4)
      and (not $8::boolean or $4::text is not null or class_code is null)
      and case $3 when 'final' then final_seq else provisional_seq end is not null
  ), ranked as (
    select *, coalesce(told, case when points is not null then rank() over (order by points desc nulls last)::int end) as rank
    from shown
  ), stood as (
    select l.union_id, l.class_code, case when $5::text is null then l.points else (l.criteria ->> $5)::numeric end as points,
      case when $5::text is null then case when $4::text is null then l.rank else l.class_rank end end as told
    from platform.score_line l
    where l.district_id = $1 and l.assessment_id = $6::uuid and l.final_seq is not null
      and ($7::uuid is null or exists (select 1 from platform.score_line own where own.district_id = $1
        and own.assessment_id = $6 and own.union_id = $7 and own.class_code is not distinct from l.class_code))
  ), before as (
    select union_id, points, case when points is not null and ($4::text is null or class_code = $4) then
      coalesce(told, rank() over (partition by case when $4::text is not null then class_code end
        order by points desc nulls last)::int) end as rank
    from stood
  )
  select r.rank, r.union_id as "unionId", coalesce(u.name, '') as "unionName", r.class_code as "classCode",
    r.points::text as points, r.grade, r.open_criteria as "openCriteria",
    b.points::text as "lastPoints", b.rank as "lastRank", (r.points - b.points)::text as "pointsChange",
    b.rank - r.rank as "rankChange", (count(*) over ())::int as total
  from ranked r
  left join before b on b.union_id = r.union_id
  left join platform.union_card u on u.district_id = $1 and u.union_id = r.union_id
  order by r.rank nulls last, u.code, r.union_id limit $9 offset $10`;

const headSql = `
  select ${asOfSql} as "asOf", (${lastSql}) as last,
    (select coalesce(json_agg(distinct class_code), '[]') from platform.score_line
      where district_id = $1 and assessment_id = $2 and class_code is not null) as classes`;

interface Head {
  asOf: Date;
  last: string | null;
  classes: string[];
}

@Injectable()
export class ScoresQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(ScoreCardsQuery) private readonly cards: ScoreCardsQuery,
  ) {}

  /** Errors: notFound, for what is out of sight exactly as for what is not there. */
  async show(actor: Actor, asked: Asked): Promise<ScoresView> {
    const card = await this.cards.find(actor, asked);
    const { kind, criterion = null, page, pageSize } = asked;
    const classCode = classFor(card, asked.classCode);
    const { districtId, unionId } = actor;
    const [head]: Head[] = await this.database.query(headSql, [districtId, card.assessmentId]);
    if (head === undefined) throw new NotFound();
    const classes = head.classes.filter((code) => !card.scored || code === classCode);
    const criteria = card.outline?.criteria ?? [];
    if (asked.classCode !== undefined && !classes.includes(asked.classCode)) throw new NotFound();
    if (criterion !== null && card.outline !== null && !criteria.some(({ code }) => code === criterion))
      throw new NotFound();
    const rows: (ScoreRow & { total: number })[] = await this.database.query(sql, [
      districtId,
      card.assessmentId,
      kind,
      classCode,
      criterion,
      head.last,
      card.scored ? unionId : null,
      card.scored,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return {
      asOf: head.asOf.toISOString(),
      assessment: viewOf(card),
      kind,
      classCode,
      criterion,
      lastAssessmentId: head.last,
      fullMarks: card.outline?.fullMarks ?? null,
      classes: classes.map((code) => ({ code, name: nameOf(card, code) })),
      criteria: [...criteria],
      items: rows.map(({ total: _, ...row }) => row),
      page,
      pageSize,
      total: rows[0]?.total ?? 0,
    };
  }
}

/** One who is scored sees the class it stands in, and no other. */
function classFor(card: SeenCard, asked: string | undefined): string | null {
  if (!card.scored) return asked ?? null;
  if (asked !== undefined && asked !== card.ownClass) throw new NotFound();
  return card.ownClass;
}

function nameOf({ outline }: SeenCard, code: string): string {
  return outline?.classes.find((each) => each.code === code)?.name ?? code;
}
