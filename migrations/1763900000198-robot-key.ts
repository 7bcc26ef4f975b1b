/** By which key a robot's address is sealed (密钥编号): null where it was sealed before this was kept. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RobotKey1763900000198 implements MigrationInterface {
  name = 'RobotKey1763900000198';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table robot add column key_id text');
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
