/** The digest of each score (得分指纹): what comes out the same when it is computed again is not written again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScoreDigest1763900000061 implements MigrationInterface {
  name = 'ScoreDigest1763900000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table score add column digest text');
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
