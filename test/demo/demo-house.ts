/** The whole house on a database with the demo in it, and the boards as its officers see them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { dataSource } from '../../src/database/data-source';
import { loadDemo } from '../../src/demo/demo';
import type { Account } from '../../src/first-start';
import type { BoardTask, TaskBoardView } from '../../src/platform/platform.view';
import { freshDatabase } from '../support/database';
import { backend, openDoor, type Door } from '../support/house';

export const quiet = (): void => undefined;
export const nowhere = async (): Promise<void> => undefined;

export class DemoHouse {
  private readonly doors = new Map<string, Door>();

  private constructor(
    readonly database: DataSource,
    readonly accounts: readonly Account[],
    private readonly app: NestFastifyApplication,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<DemoHouse> {
    const { url, drop } = await freshDatabase();
    const database = await dataSource(url, 4).initialize();
    const accounts = await loadDemo(database, quiet, nowhere);
    const dataDir = mkdtempSync(join(tmpdir(), 'sanji-demo-'));
    const app = await createApp(
      loadConfig({
        DATABASE_URL: url,
        DATA_DIR: dataDir,
        LOG_LEVEL: 'silent',
        QUEUE_PREFIX: new URL(url).pathname.slice(1),
        ...(backend === 'redis' ? { QUEUE_URL: process.env.TEST_REDIS_URL } : {}),
      }),
    );
    await app.listen(0, '127.0.0.1');
    return new DemoHouse(database, accounts, app, async () => {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  /** Signs in with the password the demo answered, once an account. */
  async as(account: string): Promise<Door> {
    const known = this.doors.get(account);
    if (known !== undefined) return known;
    const url = await this.app.getUrl();
    const password = this.accounts.find((each) => each.account === account)?.password;
    const { body } = await request(url).post('/api/v1/session').send({ account, password }).expect(201);
    const door = openDoor(url, body.token);
    this.doors.set(account, door);
    return door;
  }

  async board(account: string, query = ''): Promise<TaskBoardView> {
    const door = await this.as(account);
    return (await door.get(`/platform/boards/tasks${query}`).expect(200)).body;
  }

  /** The tasks of all sub-districts, as the district sees them. */
  async branches(year: number): Promise<BoardTask[]> {
    const top = await this.board('district.viewer', `?year=${year}`);
    const unions = [...new Set(top.tasks.flatMap(({ children }) => children.map(({ unionId }) => unionId)))];
    const boards = unions.map((unionId) => this.board('district.viewer', `?year=${year}&unionId=${unionId}`));
    return (await Promise.all(boards)).flatMap(({ tasks }) => tasks);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.destroy();
    await this.remove();
  }
}
