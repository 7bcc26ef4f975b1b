/** The course of an assessment as stored (考核流程): where it went and what lies ahead. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { findAssessment } from '../assessment.reader';
import type { Assessment } from '../assessment.entity';
import { daysOf, isLater, stepsOf } from './course';
import type { CourseView, PlannedStepView, ReopeningList, ReopeningView, CourseStepView } from './course.view';

const stepsSql = `
  select s.no, s.step, s.entered_at as "enteredAt", s.due_on::text as "dueOn", s.by, o.name as "byName", s.reason
  from assessment_step s left join officer o on o.district_id = s.district_id and o.id = s.by
  where s.district_id = $1 and s.assessment_id = $2 order by s.no desc limit 200`;

const reopeningsSql = `
  select r.id, r.assessment_id as "assessmentId", r.from_step as "from", r.to_step as "to", r.reason, r.days, r.status,
    r.proposed_by as "proposedBy", p.name as "proposedByName", r.proposed_at as "proposedAt",
    r.decided_by as "decidedBy", d.name as "decidedByName", r.decided_at as "decidedAt", r.decision_reason as "decisionReason"
  from assessment_reopening r
  join officer p on p.district_id = r.district_id and p.id = r.proposed_by
  left join officer d on d.district_id = r.district_id and d.id = r.decided_by
  where r.district_id = $1 and r.assessment_id = $2 and ($3::uuid is null or r.id = $3)
  order by r.proposed_at desc, r.id desc limit 200`;

interface Database {
  query<T>(sql: string, parameters: unknown[]): Promise<T>;
}

@Injectable()
export class CourseReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async course(actor: Actor, id: string): Promise<CourseView> {
    const assessment = await findAssessment(this.database.manager, actor, id);
    const rows: (CourseStepView & { enteredAt: Date | string })[] = await this.database.query(stepsSql, [
      actor.districtId,
      id,
    ]);
    const items = rows.toReversed().map((row) => ({ ...row, enteredAt: new Date(row.enteredAt).toISOString() }));
    return { items, plan: planOf(assessment) };
  }

  async reopenings(actor: Actor, id: string): Promise<ReopeningList> {
    await findAssessment(this.database.manager, actor, id);
    return { items: await readReopenings(this.database, actor.districtId, id) };
  }
}

/** The reopenings of an assessment, or one of them. */
export async function readReopenings(
  database: Database,
  districtId: string,
  assessmentId: string,
  id: string | null = null,
): Promise<ReopeningView[]> {
  type Row = ReopeningView & { proposedAt: Date | string; decidedAt: Date | string | null };
  const rows = await database.query<Row[]>(reopeningsSql, [districtId, assessmentId, id]);
  return rows.map((row) => ({
    ...row,
    proposedAt: new Date(row.proposedAt).toISOString(),
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt).toISOString(),
  }));
}

function planOf({ definition, step: now, stepDue, beginOn }: Assessment): PlannedStepView[] {
  const steps = stepsOf(definition.course).filter((step) => step !== 'opened' || beginOn !== null);
  return steps.map((step) => {
    const state = step === now ? 'now' : isLater(step, now) ? 'ahead' : 'done';
    const on = step === 'opened' ? beginOn : state === 'now' ? stepDue : null;
    return { step, days: daysOf(definition.course, step), state, on };
  });
}
