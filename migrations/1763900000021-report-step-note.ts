/** What was said with each submission stays readable after the report was changed and handed in again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReportStepNote1763900000021 implements MigrationInterface {
  name = 'ReportStepNote1763900000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table report_step add column note text');
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
