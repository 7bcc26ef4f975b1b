/** Cases given back to the tier above (退回上级): a step of its own. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CaseHandback1763900000236 implements MigrationInterface {
  name = 'CaseHandback1763900000236';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_step drop constraint case_step_kind_check;
      alter table case_step add constraint case_step_kind_check check (kind in
        ('received', 'changed', 'assigned', 'answered', 'returned', 'handedBack', 'closed'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
