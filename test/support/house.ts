/** The whole house for a story: real database, real queue, real HTTP; a small district to work in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Test } from 'supertest';
import { DataSource } from 'typeorm';
import { loadConfig, type Config } from '../../src/config';
import { Clock } from '../../src/kernel/clock';
import { createApp } from '../../src/app';
import { emptyTables, freshDatabase } from './database';
import { eventually } from './eventually';
import { seedDistrict, PASSWORD, type District } from './district';

export type Backend = 'postgres' | 'redis';

declare global {
  var QUEUE_BACKEND: Backend | undefined;
}

/** The queue backend of this run: the stories are run once on each. */
export const backend: Backend = globalThis.QUEUE_BACKEND ?? 'postgres';

/** One officer's view of the API. */
export interface Door {
  readonly token: string;
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body?: object, version?: number): Test;
  patch(path: string, body: object, version: number): Test;
  delete(path: string): Test;
}

declare global {
  /** Called when a file of tests is over, by the one hook that no block of it ends early. */
  var whenOver: (() => Promise<void>) | undefined;
}

/** Houses that stand empty until another story of the same file, or the end of it, by the environment they know. */
const empty = new Map<string, House[]>();
let over = false;

globalThis.whenOver = async () => {
  // the last story's own house may close after this
  over = true;
  for (const house of [...empty.values()].flat()) await house.end();
};

export class House {
  private readonly doors = new Map<string, Door>();
  /** Where it waits between two stories; a house on a database that was handed in is not used again. */
  private place: House[] | undefined;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly url: string,
    public district: District,
    private readonly remove: () => Promise<void>,
  ) {}

  /** With a district of its own and nothing else in it: a new house, or one that an earlier story left and emptied. */
  static async open(env: Record<string, string> = {}): Promise<House> {
    const key = JSON.stringify(env);
    const place = empty.get(key) ?? [];
    empty.set(key, place);
    const left = place.pop();
    if (left !== undefined) {
      left.district = await seedDistrict(left.database);
      return left;
    }
    const { url, drop } = await freshDatabase();
    const house = await House.openOn(url, env, drop);
    // without its other half nothing announced ever arrives
    if (house.config.role === 'all') house.place = place;
    return house;
  }

  /** On a database that is migrated and empty. */
  static async openOn(
    url: string,
    env: Record<string, string> = {},
    drop = async (): Promise<void> => undefined,
  ): Promise<House> {
    const dataDir = mkdtempSync(join(tmpdir(), 'sanji-house-'));
    const config = loadConfig({
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      QUEUE_PREFIX: new URL(url).pathname.slice(1),
      ...(backend === 'redis' ? { QUEUE_URL: process.env.TEST_REDIS_URL } : {}),
      ...env,
    });
    const app = await createApp(config);
    const district = await seedDistrict(app.get(DataSource));
    await app.listen(0, '127.0.0.1');
    return new House(app, config, await app.getUrl(), district, async () => {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  get database(): DataSource {
    return this.app.get(DataSource);
  }

  get clock(): Clock {
    return this.app.get(Clock);
  }

  /** Signs in, once an account. */
  async as(account: string): Promise<Door> {
    const known = this.doors.get(account);
    if (known !== undefined) return known;
    const { body } = await request(this.url).post('/api/v1/session').send({ account, password: PASSWORD }).expect(201);
    const door = openDoor(this.url, body.token);
    this.doors.set(account, door);
    return door;
  }

  /** Until everything announced has arrived on the platform, and lights and indicators have followed. */
  settled(): Promise<void> {
    return this.settledBut(0);
  }

  /** The same, but for announcements that are parked. */
  settledBut(parked: number): Promise<void> {
    return this.arrived(parked, 90_000);
  }

  private async arrived(parked: number, milliseconds: number): Promise<void> {
    await eventually(async () => {
      const [{ open, dark, stale }]: [{ open: number; dark: number; stale: number }] = await this.database.query(
        `select (select count(*)::int from outbox_message where projected_at is null) as open,
           (select count(*)::int from light_stale) as dark, (select count(*)::int from indicator_stale) as stale`,
      );
      if (open > parked) throw new Error(`${open} announcements are still on their way`);
      if (dark > 0) throw new Error(`${dark} lights are still to be judged`);
      if (stale > 0) throw new Error(`${stale} changes are still to be valued`);
    }, milliseconds);
  }

  /** Leaves it to the next story, empty, when all that was announced has arrived; else it is closed for good. */
  async close(): Promise<void> {
    if (this.place === undefined || over || !(await this.isQuiet())) return this.end();
    this.clock.set(null);
    this.doors.clear();
    await emptyTables(this.database);
    rmSync(join(this.config.dataDir, 'evidence'), { recursive: true, force: true });
    this.place.push(this);
  }

  private async isQuiet(): Promise<boolean> {
    return this.arrived(0, 2_000).then(
      () => true,
      () => false,
    );
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.remove();
  }
}

export function openDoor(url: string, token: string): Door {
  const call = (test: Test): Test => test.set('authorization', `Bearer ${token}`);
  const at = (path: string): string => `/api/v1${path}`;
  const matching = (test: Test, version?: number): Test =>
    version === undefined ? test : test.set('if-match', `"${version}"`);
  return {
    token,
    get: (path) => call(request(url).get(at(path))),
    post: (path, body) => call(request(url).post(at(path))).send(body),
    put: (path, body, version) => matching(call(request(url).put(at(path))), version).send(body),
    patch: (path, body, version) => matching(call(request(url).patch(at(path))), version).send(body),
    delete: (path) => call(request(url).delete(at(path))),
  };
}
