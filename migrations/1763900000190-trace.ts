/** By which call an announcement was made (请求编号), so that its way to the boards can be followed in the logs. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Trace1763900000190 implements MigrationInterface {
  name = 'Trace1763900000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox_message add column request_id text, add column trace_parent text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
