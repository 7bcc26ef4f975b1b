/** Reading what the fairness report is made from (公平性分析): stored data, four statements whatever the number of unions. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import type { FairnessView } from './fairness.view';
import { assessmentInReach } from './own-sheet.reader';
import { readOnly } from './read-only.reader';
import { fairnessOf, type StoredPoints, type StoredScoring, type StoredSheet } from './report';

const sheetsSql = `
  select s.id, s.union_id as "unionId", u.name as "unionName", s.class_code as "classCode", s.points::text as points,
    s.bonus::text as bonus, s.penalty::text as penalty, s.vetoes
  from score_sheet s join trade_union u on u.district_id = s.district_id and u.id = s.union_id
  where s.district_id = $1 and s.assessment_id = $2 order by u.code, s.id`;

const scoresSql = `
  select c.sheet_id as "sheetId", c.criterion, c.points::text as points, c.exact::text as exact
  from score c join score_sheet s on s.district_id = c.district_id and s.id = c.sheet_id
  where s.district_id = $1 and s.assessment_id = $2 order by c.sheet_id, c.criterion`;

const scoringsSql = `
  select g.scored_by as "officerId", o.name as officer, g.sheet_id as "sheetId", g.criterion, g.points::text as points
  from stage_score g
  join score_sheet s on s.district_id = g.district_id and s.id = g.sheet_id
  join officer o on o.district_id = g.district_id and o.id = g.scored_by
  where s.district_id = $1 and s.assessment_id = $2 and g.stage <> 'self' and g.points is not null
  order by g.scored_by, g.sheet_id, g.criterion, g.stage`;

@Injectable()
export class FairnessReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Provisional while the assessment is open. Errors: notFound. */
  of(actor: Actor, id: string): Promise<FairnessView> {
    return readOnly(this.deeds, async (tx) => {
      const { districtId, title, year, status, definition } = await assessmentInReach(tx, actor, id);
      const sheets: StoredSheet[] = await tx.query(sheetsSql, [districtId, id]);
      const scores: StoredPoints[] = await tx.query(scoresSql, [districtId, id]);
      const scorings: StoredScoring[] = await tx.query(scoringsSql, [districtId, id]);
      return { assessmentId: id, title, year, status, ...fairnessOf(definition, sheets, scores, scorings) };
    });
  }
}
