/** Programs (应用) that act for a union and their keys (接口密钥); the audit trail says by which key. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKey1763900000170 implements MigrationInterface {
  name = 'ApiKey1763900000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table officer add column kind text not null default 'person' check (kind in ('person', 'program'));
      alter table officer alter column password_hash drop not null;
      alter table officer add constraint officer_password check ((kind = 'person') = (password_hash is not null));

      create table application (
        district_id uuid not null,
        id uuid not null,
        purpose text not null,
        contact text not null,
        created_by uuid not null,
        primary key (district_id, id),
        foreign key (district_id, id) references officer (district_id, id),
        foreign key (district_id, created_by) references officer (district_id, id)
      );

      create table api_key (
        district_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        name text not null,
        prefix text not null unique check (prefix ~ '^[0-9a-z]{8}$'),
        secret_hash bytea not null check (octet_length(secret_hash) = 32),
        scopes text[] not null check (cardinality(scopes) > 0),
        networks text[] not null,
        reads_per_minute integer not null check (reads_per_minute between 1 and 60000),
        writes_per_minute integer not null check (writes_per_minute between 1 and 60000),
        expires_on date not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        revoked_by uuid,
        revoked_at timestamptz,
        used_at timestamptz,
        used_from text,
        version integer not null default 1,
        primary key (district_id, id),
        foreign key (district_id, application_id) references application (district_id, id),
        foreign key (district_id, created_by) references officer (district_id, id),
        foreign key (district_id, revoked_by) references officer (district_id, id),
        check ((revoked_by is null) = (revoked_at is null)),
        check (expires_on <= (created_at at time zone 'Asia/Shanghai')::date + 366)
      );
      create index api_key_application on api_key (application_id, district_id);

      -- Nothing here outlives a crash, and nothing need.
      create unlogged table key_pace (
        key_id uuid not null,
        kind text not null check (kind in ('read', 'write')),
        tokens double precision not null,
        granted boolean not null,
        at timestamptz not null,
        primary key (key_id, kind)
      );

      alter table audit_entry add column key_prefix text;
      -- an entry without a key is the same bytes as ever
      create or replace function audit_content(e audit_entry) returns bytea language sql immutable as $$
        select convert_to((jsonb_build_array(e.district_id, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.officer_id,
          e.account, e.network, e.request_id, e.deed, e.subject_id, e.before, e.after)
          || case when e.key_prefix is null then '[]'::jsonb else jsonb_build_array(e.key_prefix) end)::text, 'UTF8')
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
