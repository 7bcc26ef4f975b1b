/** What is asked of the embedded server over a connection: is it ready, is it ours, is the database there. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Cluster } from './embedded-cluster';
import { codeOf } from '../kernel/error-code';
import type { Postmaster } from './embedded-postmaster';

/** The application's database and the role that owns it (no superuser: rights must mean something to it). */
export const DATABASE = 'sanji';

const STARTING = '57P03';
const WRONG_PASSWORD = '28P01';

export function applicationUrl({ password }: Cluster, port: number): string {
  return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** Waits as long as the server says that it recovers, otherwise `patience` milliseconds; throws when it ends. */
export async function untilReady(
  cluster: Cluster,
  server: Postmaster,
  patience: number,
  stop: AbortSignal,
): Promise<void> {
  let gone: string | undefined;
  void server.ended.then((reason) => (gone = reason));
  let deadline = Date.now() + patience;
  for (;;) {
    const refusal = await tryServer(cluster, server.port);
    if (refusal === undefined) return;
    if (gone !== undefined) throw new Error(`PostgreSQL ended while starting (${gone})`);
    stop.throwIfAborted();
    if (refusal.code === WRONG_PASSWORD) {
      throw new Error('PostgreSQL does not accept the password in postgres-password: put the right file back.');
    }
    if (refusal.code === STARTING) deadline = Date.now() + patience;
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${refusal.message}`);
    await pause(50);
  }
}

/** Whether the server at this port opens to our password and serves this folder. */
export async function serves(cluster: Cluster, port: number): Promise<boolean> {
  let folder: unknown;
  const refusal = await tryServer(cluster, port, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    folder = rows[0]?.data_directory;
  });
  return refusal === undefined && folder === cluster.folder;
}

/** Creates role and database where missing and refuses one that would count bytes for characters. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  await asSuperuser(cluster, port, 'postgres', async (client) => {
    const role = await client.query('select from pg_roles where rolname = $1', [DATABASE]);
    if (role.rowCount === 0) {
      const words = `create role ${escapeIdentifier(DATABASE)} login createdb createrole`;
      await client.query(`${words} password ${escapeLiteral(cluster.password)}`);
    }
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) {
      const owner = escapeIdentifier(DATABASE);
      await client.query(`create database ${escapeIdentifier(DATABASE)} owner ${owner} template template0`);
    }
  });
  await asSuperuser(cluster, port, DATABASE, async (client) => {
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding');
    const encoding = rows[0]?.server_encoding;
    if (encoding === 'UTF8') return;
    throw new Error(
      `The database ${DATABASE} is encoded as ${encoding} and must be UTF8 to count Chinese characters: make it anew with encoding UTF8.`,
    );
  });
}

interface Refusal {
  readonly code: unknown;
  readonly message: string;
}

async function tryServer(
  cluster: Cluster,
  port: number,
  ask?: (client: Client) => Promise<void>,
): Promise<Refusal | undefined> {
  try {
    await asSuperuser(cluster, port, 'postgres', ask ?? (async (client) => void (await client.query('select 1'))));
    return undefined;
  } catch (error) {
    return { code: codeOf(error), message: error instanceof Error ? error.message : String(error) };
  }
}

async function asSuperuser(
  { password }: Cluster,
  port: number,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database,
    ssl: false,
    connectionTimeoutMillis: 2000,
    statement_timeout: 30_000,
    application_name: 'sanji supervisor',
  });
  let lost: Error | undefined;
  client.on('error', (error) => (lost = error));
  try {
    await client.connect();
    await work(client);
    if (lost) throw lost;
  } finally {
    await client.end();
  }
}
