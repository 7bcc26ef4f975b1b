/** Runs of an assessment (考核计算任务) as their progress is read. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { AssessmentRun } from './assessment-run.entity';
import { AssessmentReader } from './assessment.reader';
import { type RunList, runView, type RunView } from './run.view';

@Injectable()
export class RunReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(AssessmentReader) private readonly assessments: AssessmentReader,
  ) {}

  /** The latest first. */
  async list(
    actor: Actor,
    assessmentId: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<RunList> {
    await this.assessments.requireSeen(actor, assessmentId);
    const [runs, total] = await this.database.manager.findAndCount(AssessmentRun, {
      where: { districtId: actor.districtId, assessmentId },
      order: { id: 'DESC' },
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    return { items: runs.map(runView), page, pageSize, total };
  }

  async get(actor: Actor, assessmentId: string, id: string): Promise<RunView> {
    await this.assessments.requireSeen(actor, assessmentId);
    const { districtId } = actor;
    const run = await this.database.manager.findOneBy(AssessmentRun, { districtId, assessmentId, id });
    if (run === null) throw new NotFound();
    return runView(run);
  }
}
