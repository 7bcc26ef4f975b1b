/** The own open sheets of a scored union (自评): never what the tier above gave before it is published. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { readEntryViews } from '../entry/entry.reader';
import { criteriaOf, type SchemeDefinition } from '../scheme-types';
import { selfScoreDoor } from './course';
import { type Found, type OwnStage, ownSheet } from './self-score-answer';
import { closedWords } from './self-score-words';
import type { SelfScoreList, SelfScoreSummary, SelfScoreView } from './self-score.view';

const columns = `
  a.id as "assessmentId", a.title, a.year, o.name as "ownerName", a.step, a.step_due::text as "stepDue",
  a.begin_on::text as "beginOn", a.definition, h.done_at as "handedInAt", coalesce(h.late, false) as "handedInLate",
  r.done_at is not null as reviewed, (
    select coalesce(json_agg(json_build_object('criterion', g.criterion, 'points', g.points::text, 'given', g.given,
      'reason', g.reason, 'by', g.scored_by, 'byName', f.name, 'at', g.scored_at, 'late', g.late)), '[]')
    from stage_score g join officer f on f.district_id = g.district_id and f.id = g.scored_by
    where g.district_id = s.district_id and g.sheet_id = s.id and g.stage = 'self') as stages,
  (count(*) over ())::int as total`;

const found = `(
    select json_agg(json_build_object('criterion', c.criterion, 'points', c.points::text, 'judged', c.scored_by is not null,
      'explanation', c.explanation, 'inputs', c.inputs))
    from score c where c.district_id = s.district_id and c.sheet_id = s.id) as found`;

const from = `
  from score_sheet s
  join assessment a on a.district_id = s.district_id and a.id = s.assessment_id and a.self_scored
  join trade_union o on o.district_id = s.district_id and o.id = a.owner_id
  left join sheet_stage h on h.district_id = s.district_id and h.sheet_id = s.id and h.stage = 'self'
  left join sheet_stage r on r.district_id = s.district_id and r.sheet_id = s.id and r.stage = 'review'
  where s.district_id = $1 and s.union_id = $2`;

type Row = Pick<SelfScoreSummary, 'assessmentId' | 'title' | 'year' | 'ownerName' | 'step' | 'stepDue' | 'beginOn'> & {
  definition: SchemeDefinition;
  handedInAt: Date | null;
  handedInLate: boolean;
  reviewed: boolean;
  stages: OwnStage[];
  total: number;
};

@Injectable()
export class SelfScoreReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The open assessments that take something from the own union, the latest year first. */
  async list(actor: Actor, { page, pageSize }: { page: number; pageSize: number }): Promise<SelfScoreList> {
    const rows: Row[] = await this.database.query(
      `select ${columns} ${from} and a.status = 'open' order by a.year desc, a.id desc limit $3 offset $4`,
      [actor.districtId, actor.unionId, pageSize, (page - 1) * pageSize],
    );
    return { items: rows.map(summaryOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  get(actor: Actor, assessmentId: string): Promise<SelfScoreView> {
    return readSelfScore(this.database.manager, actor, assessmentId);
  }
}

/** One own sheet: the sheet in one statement, its entries in another. Errors: notFound. */
export async function readSelfScore(tx: EntityManager, actor: Actor, assessmentId: string): Promise<SelfScoreView> {
  const { districtId, unionId } = actor;
  const rows: (Row & { found: Found[] | null })[] = await tx.query(
    `select ${columns}, ${found} ${from} and a.id = $3`,
    [districtId, unionId, assessmentId],
  );
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  const { items: entries } = await readEntryViews(
    tx,
    { districtId, assessmentId, unionId, forUnion: true },
    { page: 1, pageSize: 200 },
  );
  return { ...summaryOf(row), ...ownSheet(row.definition, row.found ?? [], row.stages), entries };
}

function summaryOf({
  definition,
  handedInAt,
  handedInLate,
  reviewed,
  stages,
  total: _,
  ...row
}: Row): SelfScoreSummary {
  const { assessmentId, title, year, ownerName, step, stepDue, beginOn } = row;
  const door = selfScoreDoor(definition.course, step, reviewed);
  const closed = closedWords(step, door, handedInAt !== null);
  const mine = criteriaOf(definition).filter(({ criterion }) => criterion.scorer !== 'computed');
  return {
    assessmentId,
    title,
    year,
    ownerName,
    step,
    stepDue,
    beginOn,
    writable: closed === null,
    closedWords: closed,
    late: closed === null && door.open && door.late,
    handedInAt: handedInAt?.toISOString() ?? null,
    handedInLate,
    criteriaToScore: mine.length,
    criteriaScored: mine.filter(({ criterion }) => stages.some((each) => each.criterion === criterion.code)).length,
  };
}
