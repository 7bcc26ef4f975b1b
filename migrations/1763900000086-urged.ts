/** Urges (催办) as the burden meter counts them: by their moment. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Urged1763900000086 implements MigrationInterface {
  name = 'Urged1763900000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index urge_asked on urge (urged_at, district_id)');
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
