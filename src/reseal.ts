/** `npm run reseal`: seals personal data and the secrets of robots and webhooks anew with SECRETS_KEY at once, beside a running house or alone; says what old keys still hold. */
import 'reflect-metadata';
import { loadConfig } from './config';
import { dataSource } from './database/data-source';
import { EmbeddedPostgres } from './database/embedded';
import { runningUrl } from './database/embedded-running';
import { ringOf } from './dispatch/key-ring';
import { resealSecrets } from './dispatch/secret-reseal';
import { reseal } from './ledger/personal/reseal';
import { sealedTables } from './sealed-tables';

const MOST = 1_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const ring = ringOf(config);
  const known = config.databaseUrl ?? runningUrl(config.dataDir);
  const embedded =
    known === undefined ? await EmbeddedPostgres.start({ dataDir: config.dataDir, onProgress: say }) : undefined;
  const database = await dataSource(known ?? embedded?.url ?? '', 2, true).initialize();
  try {
    let total = 0;
    for await (const { sealed } of reseal((work) => database.transaction(work), ring, MOST)) {
      total += sealed;
      if (sealed > 0) say(`${total} sealed anew with key ${ring.newest}`);
    }
    for await (const { what, sealed, unreadable } of resealSecrets(
      (work) => database.transaction(work),
      config,
      sealedTables,
      MOST,
    )) {
      if (sealed > 0) say(`${sealed} secrets of ${what} sealed anew with key ${ring.newest}`);
      for (const id of unreadable) {
        process.exitCode = 1;
        say(`The secret of ${what} ${id} opens with no key: set it up anew.`);
      }
    }
    const left: { key: string; records: number }[] = await database.query(
      'select key_id as key, count(*)::int as records from ledger_personal where key_id <> $1 group by 1 order by 1',
      [ring.newest],
    );
    for (const { key, records } of left) {
      process.exitCode = 1;
      say(`${records} are still sealed with key ${key}${ring.older.includes(key) ? '' : ', which is not given'}.`);
    }
    if (left.length === 0) say(`All personal data is sealed with key ${ring.newest}: the keys it replaced may go.`);
  } finally {
    await database.destroy();
    await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
