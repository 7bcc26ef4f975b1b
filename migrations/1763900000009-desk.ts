/** What a desk asks of the tasks: those a union gave and nobody has signed for yet. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk1763900000009 implements MigrationInterface {
  name = 'Desk1763900000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index task_to_be_signed on task (district_id, assigner_id, created_at, id) where status = 'assigned';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
