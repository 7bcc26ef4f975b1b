/** Finds the enterprises of which something is dated later than a day (企业历史): all others are read as they stand. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnterpriseDated1763900000161 implements MigrationInterface {
  name = 'EnterpriseDated1763900000161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index enterprise_dated on enterprise ((greatest(placed_since, counted_on, standing_since)), district_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
