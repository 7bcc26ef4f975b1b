/** `npm run rebuild`: makes the platform's tables anew from the announcements, beside a running house or alone. */
import 'reflect-metadata';
import { loadConfig } from './config';
import { dataSource } from './database/data-source';
import { EmbeddedPostgres } from './database/embedded';
import { runningUrl } from './database/embedded-running';
import { rebuild } from './platform/rebuild';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const known = config.databaseUrl ?? runningUrl(config.dataDir);
  const embedded =
    known === undefined ? await EmbeddedPostgres.start({ dataDir: config.dataDir, onProgress: say }) : undefined;
  const database = await dataSource(known ?? embedded?.url ?? '', 2, true).initialize();
  try {
    say(`Rebuilt the platform from ${await rebuild(database, say)} announcements.`);
  } finally {
    await database.destroy();
    await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
