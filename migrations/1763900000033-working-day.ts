/** Days on which a district works, or does not, other than the official calendar says (工作日调整). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkingDay1763900000033 implements MigrationInterface {
  name = 'WorkingDay1763900000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table working_day (
        district_id uuid not null,
        day date not null check (day between '1949-01-01' and '2200-12-31'),
        working boolean not null,
        reason text not null check (reason <> ''),
        set_by uuid not null,
        set_at timestamptz not null default app_now(),
        primary key (district_id, day),
        foreign key (district_id, set_by) references officer (district_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
