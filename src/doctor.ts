/** `npm run doctor`: examines an installation, beside the running house or while it is stopped, and changes nothing. */
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, loadConfig } from './config';
import { dataSource } from './database/data-source';
import { EmbeddedPostgres } from './database/embedded';
import { runningUrl } from './database/embedded-running';
import { examine } from './doctor/examine';
import { exitCode, type Finding, finding } from './doctor/finding';
import { asJson, languageOfTerminal, spoken } from './doctor/report';
import { wellSaid } from './kernel/well-said';

const USAGE = 'npm run doctor [-- --full] [-- --json] [-- --lang=zh|en]\n';
const flags = new Set(process.argv.slice(2));

async function main(): Promise<Finding[]> {
  const config = loadConfig(process.env);
  const known = config.databaseUrl ?? runningUrl(config.dataDir);
  if (known === undefined && !existsSync(join(config.dataDir, 'postgres/PG_VERSION')))
    return [
      finding(
        'error',
        'database.nowhere',
        `${config.dataDir} 中没有数据库，也未设置 DATABASE_URL。`,
        `There is no database in ${config.dataDir}, and no DATABASE_URL.`,
        [
          '用与平台相同的 DATA_DIR 或 DATABASE_URL 运行体检。',
          'Run it with the same DATA_DIR or DATABASE_URL as the installation.',
        ],
      ),
    ];
  // a stopped one is started for the time being: only its server, none of ours
  const embedded = known === undefined ? await EmbeddedPostgres.start({ dataDir: config.dataDir }) : undefined;
  const databaseUrl = known ?? embedded?.url ?? '';
  try {
    const database = await dataSource(readOnly(databaseUrl), 2, true).initialize();
    try {
      const stopped = embedded !== undefined;
      return await examine({ config, database, databaseUrl, full: flags.has('--full'), stopped });
    } finally {
      await database.destroy();
    }
  } finally {
    await embedded?.stop();
  }
}

/** The server itself refuses every write. */
function readOnly(url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options') ?? '';
  address.searchParams.set('options', `${given} -c default_transaction_read_only=on`.trim());
  return address.href;
}

function unexamined(error: unknown): Finding[] {
  if (error instanceof ConfigError)
    return error.problems.map((words) => finding('error', 'configuration.wrong', `配置有误：${words}`, words));
  const why = wellSaid(error);
  return [
    finding('error', 'database.unreachable', `数据库连接失败：${why}`, `The database cannot be reached: ${why}`, [
      '检查 DATABASE_URL、网络与 PostgreSQL 是否运行。',
      'See to DATABASE_URL, the network, and whether PostgreSQL runs.',
    ]),
  ];
}

async function run(): Promise<void> {
  const known = [...flags].every((flag) => /^--(full|json|lang=(zh|en))$/.test(flag));
  if (!known) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const findings = await main().catch(unexamined);
  const language = flags.has('--lang=en') ? 'en' : flags.has('--lang=zh') ? 'zh' : languageOfTerminal(process.env);
  process.stdout.write(`${flags.has('--json') ? asJson(findings) : spoken(findings, language).join('\n')}\n`);
  process.exitCode = exitCode(findings);
}

void run();
