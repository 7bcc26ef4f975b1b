/** The facts beside a sheet (考核事实): what the machine finds now of one scored union, in one statement. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { findAssessment } from '../assessment.reader';
import { selectTasks } from '../facts';
import { readFacts } from '../facts.reader';
import { criteriaOf } from '../scheme-types';
import { ScoreSheet } from '../score-sheet.entity';
import type { SheetFactsView } from './sheet-facts.view';

@Injectable()
export class SheetFactsReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async read(actor: Actor, assessmentId: string, unionId: string): Promise<SheetFactsView> {
    const { manager } = this.database;
    const { districtId, year, definition } = await findAssessment(manager, actor, assessmentId);
    if (!(await manager.existsBy(ScoreSheet, { districtId, assessmentId, unionId }))) throw new NotFound();
    const found = (await readFacts(manager, { districtId, year, unionIds: [unionId] })).get(unionId) ?? [];
    const tasks = found.map(({ code: _, reportIds, ...task }) => ({ ...task, reportIds: [...reportIds] }));
    const criteria = criteriaOf(definition).flatMap(({ criterion: { code, tasks: selection } }) =>
      selection === undefined
        ? []
        : [{ criterion: code, taskIds: selectTasks(found, selection).map(({ taskId }) => taskId) }],
    );
    return { assessmentId, unionId, tasks, criteria };
  }
}
