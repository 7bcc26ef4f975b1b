/** Assessments and their sheets as forms and decisions read them; the sheets of the own union once published. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import { Assessment } from './assessment.entity';
import {
  type AssessmentDetail,
  type AssessmentList,
  type AssessmentView,
  assessmentView,
  type Tally,
} from './assessment.view';
import { countSheets, readFullSheets, readSheets } from './score-sheet.reader';
import type { PublishedSheetList, ScoreSheetList, ScoreSheetView } from './score-sheet.view';

interface Paging {
  page: number;
  pageSize: number;
}

export interface AssessmentFilter extends Paging {
  year?: number;
  status?: Assessment['status'];
  ownerId?: string;
}

@Injectable()
export class AssessmentReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The assessments of one union within reach, by default the own one, the latest first. */
  async list(
    actor: Actor,
    { page, pageSize, year, status, ownerId = actor.unionId }: AssessmentFilter,
  ): Promise<AssessmentList> {
    const { manager } = this.database;
    const query = manager
      .createQueryBuilder(Assessment, 'a')
      .where('a.districtId = :districtId and a.ownerId = :ownerId', { districtId: actor.districtId, ownerId })
      .andWhere('(a.ownerId = :own or a.path <@ :path::ltree)', { own: actor.unionId, path: actor.path });
    if (year !== undefined) query.andWhere('a.year = :year', { year });
    if (status !== undefined) query.andWhere('a.status = :status', { status });
    query
      .orderBy('a.year', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .offset((page - 1) * pageSize)
      .limit(pageSize);
    const [assessments, total] = await query.getManyAndCount();
    const tallies = await countSheets(
      manager,
      actor.districtId,
      assessments.map(({ id }) => id),
    );
    return {
      items: assessments.map((each) => assessmentView(each, tallies.get(each.id) ?? none)),
      page,
      pageSize,
      total,
    };
  }

  async get(actor: Actor, id: string): Promise<AssessmentDetail> {
    const { manager } = this.database;
    const assessment = await findAssessment(manager, actor, id);
    return { ...(await tallied(manager, assessment)), definition: assessment.definition };
  }

  /** The sheets of an assessment, the first ranks first; before publication by the unions' codes. */
  async sheets(actor: Actor, id: string, paging: Paging): Promise<ScoreSheetList> {
    const { manager } = this.database;
    await findAssessment(manager, actor, id);
    return readSheets(manager, { districtId: actor.districtId, assessmentId: id }, paging);
  }

  async sheet(actor: Actor, id: string, unionId: string): Promise<ScoreSheetView> {
    const { manager } = this.database;
    await findAssessment(manager, actor, id);
    return sheetOf(manager, { districtId: actor.districtId, assessmentId: id, unionId });
  }

  /** Errors: notFound, for an assessment that is neither of the own union nor of one below. */
  async requireSeen(actor: Actor, id: string): Promise<void> {
    await findAssessment(this.database.manager, actor, id);
  }

  /** What the actor's own union was given, once published. */
  async published(actor: Actor, { year, ...paging }: Paging & { year?: number }): Promise<PublishedSheetList> {
    const { districtId, unionId } = actor;
    return readFullSheets(this.database.manager, { districtId, unionId, published: true, year }, paging);
  }
}

const none: Tally = { sheets: 0, openSheets: 0, openCriteria: 0 };

/** An assessment as it stands, with how far its scoring is. */
export async function tallied(tx: EntityManager, assessment: Assessment): Promise<AssessmentView> {
  const tallies = await countSheets(tx, assessment.districtId, [assessment.id]);
  return assessmentView(assessment, tallies.get(assessment.id) ?? none);
}

/** One sheet with its criteria. */
export async function sheetOf(
  tx: EntityManager,
  of: { districtId: string; assessmentId: string; unionId: string },
): Promise<ScoreSheetView> {
  const {
    items: [sheet],
  } = await readFullSheets(tx, of, { page: 1, pageSize: 1 });
  if (sheet === undefined) throw new NotFound();
  return sheet;
}

/** An assessment of the own union, locked: `write` to change it as a whole, `read` to score within it. Errors: notFound. */
export async function lockOwn(
  tx: EntityManager,
  actor: Actor,
  id: string,
  lock: 'read' | 'write',
): Promise<Assessment> {
  const mode = lock === 'read' ? 'pessimistic_read' : 'pessimistic_write';
  const where = { districtId: actor.districtId, id, ownerId: actor.unionId };
  const assessment = await tx.findOne(Assessment, { where, lock: { mode } });
  if (assessment === null) throw new NotFound();
  return assessment;
}

/** The moment of the deed. */
export async function momentOf(tx: EntityManager): Promise<Date> {
  const [{ now }]: [{ now: Date }] = await tx.query('select app_now() as now');
  return now;
}

/** Changes a locked assessment, by one version. */
export async function bump(
  tx: EntityManager,
  assessment: Assessment,
  change: Partial<Pick<Assessment, 'status' | 'step' | 'stepDue' | 'appealUntil' | 'publication' | 'publishedAt'>>,
): Promise<void> {
  Object.assign(assessment, change, { version: assessment.version + 1 });
  const { districtId, id, version } = assessment;
  await tx.update(Assessment, { districtId, id }, { ...change, version });
}

/** An assessment of the own union or of one below it. Errors: notFound. */
export async function findAssessment(tx: EntityManager, actor: Actor, id: string): Promise<Assessment> {
  const assessment = await tx.findOneBy(Assessment, { districtId: actor.districtId, id });
  if (assessment === null || !(assessment.ownerId === actor.unionId || isWithin(assessment.path, actor.path)))
    throw new NotFound();
  return assessment;
}
