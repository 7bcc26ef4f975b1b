/** Which assessments one may look at on the scoreboard (积分榜目录), and which one is meant. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outline } from '../../events/events';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { asOfSql } from '../as-of';
import type { ScoreCardsQuery as Listed, ScoresQuery } from './scores.dto';
import type { ScoreCardList, ScoreCardView } from './scores.view';

/** An assessment one may look at, with what its standings need. */
export interface SeenCard extends ScoreCardView {
  outline: Outline | null;
  /** Whether the viewer stands in it, and in which class: only of one who is scored and sees nothing else. */
  scored: boolean;
  ownClass: string | null;
}

/**
 * The scoring union and those above it see everything; a scored union sees what is published. $2 the viewer's union,
 * $3 its path.
 */
const seen = `
  select c.assessment_id as "assessmentId", c.title, c.year, c.for_tier as "forTier", c.owner_id as "ownerId",
    coalesce(u.name, '') as "ownerName", c.step, c.step_due::text as "stepDue", c.published_seq is not null as published,
    c.outline, c.path <@ $3::ltree as provisional, not c.path <@ $3::ltree as scored, own.class_code as "ownClass", c.seq
  from platform.score_card c
  left join platform.union_card u on u.district_id = c.district_id and u.union_id = c.owner_id
  left join platform.score_line own
    on own.district_id = c.district_id and own.assessment_id = c.assessment_id and own.union_id = $2
  where c.district_id = $1
    and (c.path <@ $3::ltree or (c.published_seq is not null and own.final_seq is not null))`;

@Injectable()
export class ScoreCardsQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    { year = null, page, pageSize }: Omit<Listed, 'year'> & { year?: number | null },
  ): Promise<ScoreCardList> {
    const rows: (SeenCard & { seq: number; total: number })[] = await this.database.query(
      `select s.*, (count(*) over ())::int as total from (${seen}) s
       where $4::int is null or s.year = $4 order by s.year desc, s.seq desc limit $5 offset $6`,
      [actor.districtId, actor.unionId, actor.path, year, pageSize, (page - 1) * pageSize],
    );
    const [{ asOf }]: [{ asOf: Date }] = await this.database.query(`select ${asOfSql} as "asOf"`, [actor.districtId]);
    return { asOf: asOf.toISOString(), items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  /** The assessment that is asked for. Errors: notFound, for one out of sight exactly as for one that is not there. */
  async find(actor: Actor, asked: ScoresQuery): Promise<SeenCard> {
    const { assessmentId = null, tier = null, parentId = null, kind } = asked;
    const year = assessmentId === null ? (asked.year ?? Number(this.clock.today().slice(0, 4))) : null;
    const [card]: SeenCard[] = await this.database.query(
      `select s.* from (${seen}) s
       where ($4::uuid is null or s."assessmentId" = $4) and ($5::int is null or s.year = $5)
         and ($6::text is null or s."forTier" = $6) and ($7::uuid is null or s."ownerId" = $7)
         and (s.provisional or $8 = 'final')
       order by s."ownerId" = $2 desc, s.seq desc limit 1`,
      [actor.districtId, actor.unionId, actor.path, assessmentId, year, tier, parentId, kind],
    );
    if (card === undefined) throw new NotFound();
    return card;
  }
}

export function viewOf(card: SeenCard): ScoreCardView {
  const { assessmentId, title, year, forTier, ownerId, ownerName, step, stepDue, published, provisional } = card;
  return { assessmentId, title, year, forTier, ownerId, ownerName, step, stepDue, published, provisional };
}
