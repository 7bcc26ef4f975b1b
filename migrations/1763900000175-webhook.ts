/** Webhooks (接口推送): endpoints, what is delivered to them, every try, and the places of the intranet that may be called. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhook1763900000175 implements MigrationInterface {
  name = 'Webhook1763900000175';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_endpoint (
        district_id uuid not null,
        id uuid not null,
        union_id uuid not null,
        url text not null check (url <> ''),
        description text not null,
        events text[] not null check (cardinality(events) > 0),
        key_id text not null,
        sealed bytea not null,
        old_key_id text,
        old_sealed bytea,
        old_until timestamptz,
        last_number bigint not null default 0,
        pause text check (pause in ('hand', 'gone', 'failing')),
        paused_at timestamptz,
        leased_until timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default app_now(),
        removed_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        check ((pause is null) = (paused_at is null)),
        check ((old_sealed is null) = (old_until is null) and (old_sealed is null) = (old_key_id is null))
      );
      create index webhook_endpoint_union on webhook_endpoint (union_id, district_id) where removed_at is null;

      create table webhook_delivery (
        district_id uuid not null,
        id uuid not null,
        endpoint_id uuid not null,
        event_id uuid not null,
        seq bigint,
        name text not null,
        number bigint,
        body text,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'skipped', 'failed')),
        attempts smallint not null default 0,
        tries integer not null default 0,
        next_at timestamptz not null default now(),
        last_status smallint,
        last_error text,
        delivered_at timestamptz,
        occurred_at timestamptz not null,
        created_at timestamptz not null default now(),
        primary key (district_id, id),
        foreign key (district_id, endpoint_id) references webhook_endpoint (district_id, id) on delete cascade,
        check (number is null or body is not null),
        check (state <> 'failed' or seq is null)
      );
      create unique index webhook_delivery_once on webhook_delivery (endpoint_id, event_id, district_id);
      create unique index webhook_delivery_number on webhook_delivery (endpoint_id, number, district_id) where number is not null;
      create index webhook_delivery_fresh on webhook_delivery (endpoint_id, seq) where number is null and seq is not null;
      create index webhook_delivery_waiting on webhook_delivery (endpoint_id, number)
        where state = 'waiting' and number is not null;
      create index webhook_delivery_log on webhook_delivery (endpoint_id, occurred_at desc, coalesce(seq, 0) desc);
      create index webhook_delivery_created on webhook_delivery (created_at);

      create table webhook_attempt (
        district_id uuid not null,
        delivery_id uuid not null,
        no integer not null,
        started_at timestamptz not null,
        headers jsonb not null,
        status smallint,
        answer text,
        error text,
        milliseconds integer not null,
        primary key (district_id, delivery_id, no),
        foreign key (district_id, delivery_id) references webhook_delivery (district_id, id) on delete cascade
      );

      create table webhook_host (
        district_id uuid not null,
        id uuid not null,
        host text not null check (host <> ''),
        port integer not null check (port between 1 and 65535),
        note text not null,
        added_at timestamptz not null default app_now(),
        primary key (district_id, id)
      );
      create unique index webhook_host_once on webhook_host (host, port, district_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
