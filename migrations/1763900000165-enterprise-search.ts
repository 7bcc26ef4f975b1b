/** Looking enterprises up (企业检索): any part of a name and the beginning of a credit code, by index, with nothing to install. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnterpriseSearch1763900000165 implements MigrationInterface {
  name = 'EnterpriseSearch1763900000165';

  async up(runner: QueryRunner): Promise<void> {
    // bodies are parsed here, so that a restored dump finds the functions whatever its search path
    await runner.query(`
      create function sought_text(words text) returns text language sql immutable strict parallel safe
        return lower(replace(normalize(words, nfkc), ' ', ''));

      create function sought_signs(words text) returns text[] language sql immutable strict parallel safe
        return string_to_array(sought_text(words), null);

      create index enterprise_sought on enterprise using gin (sought_signs(name));
      alter table enterprise alter column credit_code type text collate "C";
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
