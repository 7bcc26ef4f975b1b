/** A task that is parked until a day to look again (挂账), and who leads a union (负责人). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParkedAndLed1763900000067 implements MigrationInterface {
  name = 'ParkedAndLed1763900000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task add column parked_until date;
      create table union_leader (
        district_id uuid not null,
        union_id uuid not null,
        officer_id uuid not null,
        primary key (district_id, union_id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
