/** Every saved state of a scheme is kept, an assessment says which it was opened by, and a copy what it was copied from. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SchemeVersions1763900000030 implements MigrationInterface {
  name = 'SchemeVersions1763900000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheme_version (
        district_id uuid not null,
        scheme_id uuid not null,
        version integer not null check (version > 0),
        title text not null,
        year smallint not null,
        definition jsonb not null,
        written_by uuid not null,
        written_at timestamptz not null default app_now(),
        primary key (district_id, scheme_id, version),
        foreign key (district_id, scheme_id) references scheme (district_id, id)
      );
      insert into scheme_version (district_id, scheme_id, version, title, year, definition, written_by, written_at)
        select district_id, id, version, title, year, definition, created_by, created_at from scheme;

      create function keep_scheme_version() returns trigger language plpgsql as $$
      begin
        raise exception 'a version of a scheme stays as it was written' using errcode = '23514';
      end
      $$;
      create trigger scheme_version_append_only before update or delete on scheme_version
        for each row execute function keep_scheme_version();

      alter table scheme
        add column copied_from uuid,
        add column copied_version integer,
        add check ((copied_from is null) = (copied_version is null)),
        add foreign key (district_id, copied_from, copied_version)
          references scheme_version (district_id, scheme_id, version);
      alter table scheme add constraint scheme_version_kept foreign key (district_id, id, version)
        references scheme_version (district_id, scheme_id, version) deferrable initially deferred;

      alter table assessment add column scheme_version integer;
      update assessment a set scheme_version = s.version from scheme s
        where s.district_id = a.district_id and s.id = a.scheme_id;
      alter table assessment
        alter column scheme_version set not null,
        add foreign key (district_id, scheme_id, scheme_version)
          references scheme_version (district_id, scheme_id, version);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
