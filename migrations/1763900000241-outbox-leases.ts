/** Batches on their way to the platform, a row each: the log itself is written when something is announced and when it has arrived. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutboxLeases1763900000241 implements MigrationInterface {
  name = 'OutboxLeases1763900000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table outbox_lease (id uuid primary key, first bigint not null unique, seqs bigint[] not null, until timestamptz not null)
       with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
