/** Personal data by the key they are sealed with (个人信息密钥): what an old key still holds, and where sealing anew goes on. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonalKey1763900000167 implements MigrationInterface {
  name = 'PersonalKey1763900000167';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ledger_personal_key on ledger_personal (key_id, district_id, entry_id, field, what)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
