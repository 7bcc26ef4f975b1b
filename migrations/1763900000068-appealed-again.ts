/** A second appeal window (再次申诉): reopened after publication, by two persons as every reopening. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppealedAgain1763900000068 implements MigrationInterface {
  name = 'AppealedAgain1763900000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment_reopening
        drop constraint assessment_reopening_from_step_check,
        drop constraint assessment_reopening_to_step_check,
        add check (from_step in ('review', 'final', 'appeals', 'closed')),
        add check (to_step in ('self_score', 'review', 'published')),
        add check ((to_step = 'published') = (from_step in ('appeals', 'closed')));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
