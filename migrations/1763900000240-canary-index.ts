/** The canary's announcements are swept every few seconds: found by an index, not among all that was ever announced. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CanaryIndex1763900000240 implements MigrationInterface {
  name = 'CanaryIndex1763900000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index outbox_message_canary on outbox_message (occurred_at) where name = 'system.canary'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
