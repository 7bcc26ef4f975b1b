/** Starts a process of the house in order: database, migrations, first data, Nest, HTTP; and stops it in reverse. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accountLines, keepAccounts, readAccounts } from './accounts-file';
import { createApp } from './app';
import type { Config } from './config';
import { dataSource } from './database/data-source';
import { EmbeddedPostgres } from './database/embedded';
import { migrate } from './database/migrate';
import { loadDemo } from './demo/demo';
import { firstStart, type Keep } from './first-start';
import { queueBackend } from './queue/queue-backend';

export interface House {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly config: Config;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

export async function start(given: Config, say: Say, onFailure: (error: Error) => void): Promise<House> {
  const embedded = given.databaseUrl === undefined ? await openEmbedded(given, say, onFailure) : undefined;
  try {
    const config: Config = { ...given, databaseUrl: given.databaseUrl ?? embedded?.url ?? '' };
    await prepareDatabase(config, say);
    const app = await createApp(config);
    await app.listen(config.port, config.host);
    const url = await app.getUrl();
    return {
      app,
      url,
      config,
      async stop() {
        try {
          await app.close();
        } finally {
          await embedded?.stop();
        }
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function openEmbedded(config: Config, say: Say, onFailure: (error: Error) => void): Promise<EmbeddedPostgres> {
  say(`PostgreSQL starts in ${config.dataDir}`);
  return EmbeddedPostgres.start({ dataDir: config.dataDir, onProgress: say, onFailure });
}

/** Migrations, and when the database is empty the demo or the first administrators. */
async function prepareDatabase(config: Config, say: Say): Promise<void> {
  const url = config.databaseUrl ?? '';
  const { applied, warnings } = await migrate(url, queueBackend(config.queueUrl, url, config.queuePrefix));
  if (applied > 0) say(`${applied} migrations applied`);
  for (const warning of warnings) say(warning);
  const database = await dataSource(url, 4).initialize();
  try {
    const keep: Keep = (accounts) => keepAccounts(config.dataDir, accounts);
    if (config.demo) await loadDemo(database, say, keep, { config });
    else await firstStart(database, config.districtName, keep);
  } finally {
    await database.destroy();
  }
}

/** What the terminal shows at the end of a start. */
export async function welcome({ url, config }: House): Promise<string[]> {
  if (config.role === 'worker') return [`Worker ready, health at ${url}/health/ready`];
  const accounts = await readAccounts(config.dataDir);
  return [
    '',
    `Sanji · 三级工会工作动态平台 is ready at ${url}`,
    `API reference:  ${url}/api/reference`,
    ...(accounts.length === 0 ? [] : ['', 'Accounts 账号 (account  password  union):', ...accountLines(accounts)]),
    '',
    'Ctrl-C stops it.',
  ];
}
