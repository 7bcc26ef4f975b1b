/** Robots that tell their group of events (群动态): which kinds each tells of, and what waits for its next message. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RobotNews1763900000197 implements MigrationInterface {
  name = 'RobotNews1763900000197';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table robot add column events text[] not null default '{}';

      create table robot_news (
        district_id uuid not null,
        robot_id uuid not null,
        seq bigint not null,
        words jsonb not null,
        told boolean not null default false,
        added_at timestamptz not null default now(),
        primary key (district_id, robot_id, seq),
        foreign key (district_id, robot_id) references robot (district_id, id) on delete cascade
      );
      create index robot_news_waiting on robot_news (robot_id, district_id, seq) where not told;
      create index robot_news_added on robot_news (added_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
