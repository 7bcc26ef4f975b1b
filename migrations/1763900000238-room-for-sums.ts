/** Room on the pages of the boards' sums, so that a row that moves stays on its page and no index hears of it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoomForSums1763900000238 implements MigrationInterface {
  name = 'RoomForSums1763900000238';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.task_board set (fillfactor = 80);
      alter table platform.standing set (fillfactor = 80);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
