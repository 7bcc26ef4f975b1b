/** The register by the number of workers (企业按职工人数排序), the largest first, those not counted last. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnterpriseSize1763900000093 implements MigrationInterface {
  name = 'EnterpriseSize1763900000093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index enterprise_workers;
      create index enterprise_workers on enterprise (workers desc nulls last, district_id, id desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
