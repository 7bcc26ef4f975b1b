/** Looking enterprises up (企业检索): any part of a name and the beginning of a credit code, by index, with nothing to install. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnterpriseSearch1763900000165 implements MigrationInterface {
  name = 'EnterpriseSearch1763900000165';

  async up(runner: QueryRunner): Promise<void> {
    // bodies are parsed here, so that a restored dump finds the functions whatever its search path
    await runner.query(`
      create function sought_text(words text) returns text language sql immutable strict parallel safe
        return lower(replace(normalize(words, nfkc), ' ', ''));

      create function sought_pieces(words text) returns text[] language sql immutable strict parallel safe cost 1000
        return (
          select array_agg(substr(t.words, no, 1)) || array_agg(substr(t.words, no, 2))
          from (select sought_text(words) as words) t, generate_series(1, char_length(t.words)) as no
        );

      create function sought_pairs(words text) returns text[] language sql immutable strict parallel safe
        return (
          select case when max(char_length(t.words)) < 2 then array[min(t.words)]
            else array_agg(substr(t.words, no, 2)) filter (where no < char_length(t.words)) end
          from (select sought_text(words) as words) t, generate_series(1, char_length(t.words)) as no
        );

      create index enterprise_sought on enterprise using gin (sought_pieces(name));
      alter table enterprise alter column credit_code type text collate "C";
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
