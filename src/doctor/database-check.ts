/** The database (数据库体检): version, encoding, whether what it says is safe is safe, migrations, work that hangs. */
import type { DataSource } from 'typeorm';
import { finding, type Finding } from './finding';

interface Server {
  version: number;
  encoding: string;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  connections: number;
  most: number;
  idle: number;
  long: number;
  ltree: boolean;
}

const serverSql = `
  select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
    current_setting('fsync') as fsync, current_setting('full_page_writes') as "fullPageWrites",
    (select reset_val from pg_settings where name = 'synchronous_commit') as "synchronousCommit",
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
    current_setting('max_connections')::int as most,
    (select count(*)::int from pg_stat_activity where state = 'idle in transaction' and state_change < now() - interval '1 minute') as idle,
    (select count(*)::int from pg_stat_activity where state = 'active' and backend_type = 'client backend'
      and pid <> pg_backend_pid() and query_start < now() - interval '5 minutes') as long,
    exists (select 1 from pg_extension where extname = 'ltree') as ltree`;

const OLDEST = 150_000;

export async function checkDatabase(database: DataSource): Promise<Finding[]> {
  const [server]: [Server] = await database.query(serverSql);
  const applied: { name: string }[] = await database.query(
    `select name from migration where to_regclass('migration') is not null`,
  );
  return [
    ...checkServer(server),
    ...checkMigrations(
      applied.map(({ name }) => name),
      database.migrations.map(({ name }) => name ?? ''),
    ),
  ];
}

export function checkServer(server: Server): Finding[] {
  const found: Finding[] = [];
  if (server.version < OLDEST || server.encoding !== 'UTF8' || !server.ltree)
    found.push(
      finding(
        'error',
        'database.unfit',
        `数据库不符合要求：版本 ${server.version}，编码 ${server.encoding}，ltree ${server.ltree ? '有' : '无'}。`,
        `The database is unfit: version ${server.version}, encoding ${server.encoding}, ltree ${server.ltree ? 'there' : 'missing'}.`,
        ['需要 PostgreSQL 15 或更高版本、UTF8 编码和 ltree 扩展。', 'It takes PostgreSQL 15 or later, UTF8 and ltree.'],
      ),
    );
  const unsafe = Object.entries({
    fsync: server.fsync,
    full_page_writes: server.fullPageWrites,
    synchronous_commit: server.synchronousCommit,
  }).filter(([, value]) => value === 'off');
  for (const [name] of unsafe)
    found.push(
      finding(
        'error',
        'database.unsafe',
        `数据库设置 ${name} = off：断电时已确认的数据可能丢失或损坏。`,
        `The server runs with ${name} = off: what was answered as stored may be lost or damaged when the power goes.`,
        [`在 postgresql.conf 中设置 ${name} = on 并重新加载。`, `Set ${name} = on in postgresql.conf and reload.`],
      ),
    );
  if (server.connections > server.most * 0.85)
    found.push(
      finding(
        'warning',
        'database.connections',
        `数据库连接已用 ${server.connections}/${server.most}。`,
        `${server.connections} of ${server.most} connections are in use.`,
        ['提高 max_connections，或减小各进程的 DATABASE_POOL。', 'Raise max_connections or lower DATABASE_POOL.'],
      ),
    );
  if (server.idle + server.long > 0)
    found.push(
      finding(
        'warning',
        'database.hanging',
        `有 ${server.idle} 个事务空闲超过 1 分钟，${server.long} 条语句运行超过 5 分钟。`,
        `${server.idle} transactions have been idle for over a minute, ${server.long} statements run for over five.`,
        [
          '在 pg_stat_activity 中查明来源，必要时用 pg_terminate_backend 结束。',
          'Find whose they are in pg_stat_activity; end them with pg_terminate_backend if need be.',
        ],
      ),
    );
  return found;
}

export function checkMigrations(applied: readonly string[], known: readonly string[]): Finding[] {
  const missing = known.filter((name) => !applied.includes(name));
  const foreign = applied.filter((name) => !known.includes(name));
  const found: Finding[] = [];
  if (missing.length > 0)
    found.push(
      finding(
        'error',
        'database.behind',
        `有 ${missing.length} 个数据库迁移尚未执行：${missing.join('、')}。`,
        `${missing.length} migrations have not been applied: ${missing.join(', ')}.`,
        ['重新启动 API 或工作进程，启动时会自动执行。', 'Restart an API or a worker: it applies them at its start.'],
      ),
    );
  if (foreign.length > 0)
    found.push(
      finding(
        'error',
        'database.ahead',
        `数据库由更新的版本写入过：${foreign.join('、')}。`,
        `A newer version has been at this database: ${foreign.join(', ')}.`,
        ['请使用该版本的程序，不要回退。', 'Run that version; do not go back.'],
      ),
    );
  return found;
}
