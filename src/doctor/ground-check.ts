/** The ground it stands on (磁盘、时钟、队列): free space, the clock against the database's, the queue's store. */
import { statfs } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { dataSource } from '../database/data-source';
import { wellSaid } from '../kernel/well-said';
import { queueBackend } from '../queue/queue-backend';
import { finding, type Finding } from './finding';

const MEBIBYTE = 1024 * 1024;
const SKEW_MS = 2_000;

export async function checkDisk(config: Pick<Config, 'dataDir' | 'evidence'>): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(config.dataDir);
  return judgeDisk(bavail * bsize, config.evidence);
}

export function judgeDisk(free: number, { minFreeBytes, maxBytes }: Config['evidence']): Finding[] {
  const refused = free <= minFreeBytes + maxBytes;
  if (!refused && free > 3 * (minFreeBytes + maxBytes)) return [];
  const [mb, least] = [Math.floor(free / MEBIBYTE), Math.floor((minFreeBytes + maxBytes) / MEBIBYTE)];
  return [
    finding(
      refused ? 'error' : 'warning',
      'disk.space',
      refused
        ? `磁盘只剩 ${mb} MB，低于 ${least} MB，上传已被拒绝（507）。`
        : `磁盘只剩 ${mb} MB，低于 ${least} MB 时将拒绝上传。`,
      refused
        ? `The disk has ${mb} MB left, below ${least} MB: evidence is refused (507).`
        : `The disk has ${mb} MB left; below ${least} MB evidence is refused.`,
      ['清理或扩容 DATA_DIR 所在磁盘。', 'Make room on the disk of DATA_DIR, or enlarge it.'],
    ),
  ];
}

export async function checkClock(database: DataSource): Promise<Finding[]> {
  const before = Date.now();
  const [{ now }]: [{ now: Date }] = await database.query('select clock_timestamp() as now');
  return judgeClock((before + Date.now()) / 2 - now.getTime());
}

/** `skew`: milliseconds by which this machine is ahead of the database. */
export function judgeClock(skew: number): Finding[] {
  if (Math.abs(skew) <= SKEW_MS) return [];
  const seconds = (Math.abs(skew) / 1000).toFixed(1);
  return [
    finding(
      'error',
      'clock.skew',
      `本机时钟比数据库${skew > 0 ? '快' : '慢'} ${seconds} 秒，工作进程将停止领取任务。`,
      `This machine's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} the database's: its worker takes no work.`,
      ['在本机和数据库服务器上启用 NTP 对时。', 'Set both clocks by NTP.'],
    ),
  ];
}

/** Redis is asked as at the start; in PostgreSQL its tables must be there. */
export async function checkQueue(
  config: Pick<Config, 'queueUrl' | 'queuePrefix'>,
  database: DataSource,
  databaseUrl: string,
): Promise<Finding[]> {
  const backend = queueBackend(config.queueUrl, databaseUrl, config.queuePrefix);
  if (backend.kind === 'postgres') return checkTables(config.queueUrl, database);
  try {
    const warnings = await backend.prepare();
    return warnings.map((words) =>
      finding('note', 'queue.persistence', 'Redis 未启用 AOF 持久化：崩溃后任务由数据库重新派发。', words, [
        '可在 Redis 中设置 appendonly yes。',
        'Set appendonly yes, if you like.',
      ]),
    );
  } catch (error) {
    return [queueFault(`队列不可用：${wellSaid(error)}`, `The queue is not to be used: ${wellSaid(error)}`)];
  }
}

/** In the same database, or in one of its own. */
async function checkTables(queueUrl: string | undefined, database: DataSource): Promise<Finding[]> {
  const own = queueUrl === undefined ? undefined : await dataSource(queueUrl, 1).initialize();
  try {
    const [{ there }]: [{ there: boolean }] = await (own ?? database).query(
      `select exists (select 1 from pg_namespace where nspname = 'bullmq') as there`,
    );
    return there ? [] : [queueFault('队列的数据表不存在。', 'The queue has no tables.')];
  } finally {
    await own?.destroy();
  }
}

const queueFault = (zh: string, en: string): Finding =>
  finding('error', 'queue.unfit', zh, en, [
    '检查 QUEUE_URL 与 Redis（6.2 以上，maxmemory-policy noeviction）；填报不受影响，看板暂停更新。',
    'See to QUEUE_URL and Redis (6.2 or later, maxmemory-policy noeviction). Everything can be written meanwhile; boards stand still.',
  ]);
