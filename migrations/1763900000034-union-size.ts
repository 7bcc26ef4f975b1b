/** What a union is formed by and how many workers it stands for, so that comparable unions can be grouped. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnionSize1763900000034 implements MigrationInterface {
  name = 'UnionSize1763900000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table trade_union
        add column kind text not null default 'area' check (kind in ('area', 'industry', 'enterprise')),
        add column workers integer check (workers >= 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
