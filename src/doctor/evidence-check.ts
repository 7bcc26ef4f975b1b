/** Evidence (佐证材料完整性): each file there, of its size, of its SHA-256; files that belong to nothing are counted. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { codeOf } from '../kernel/error-code';
import { wellSaid } from '../kernel/well-said';
import { finding, type Finding } from './finding';

interface Recorded {
  sha256: string;
  size: number;
}
export type Fault = 'missing' | 'size' | 'content' | 'unreadable';

const SAMPLE = 200;
const BATCH = 500;
const NAMED = 10;
const SHA256 = /^[0-9a-f]{64}$/;

/** A random sample, or all. */
export async function checkEvidence(database: DataSource, dataDir: string, full: boolean): Promise<Finding[]> {
  const folder = join(dataDir, 'evidence');
  const faults = new Map<string, Fault>();
  let checked = 0;
  for await (const batch of full ? everything(database) : sample(database)) {
    for (const file of batch) {
      const fault = await faultOf(folder, file);
      if (fault !== undefined) faults.set(file.sha256, fault);
    }
    checked += batch.length;
  }
  return [...told(faults, checked, full), ...(full ? await checkOrphans(database, folder) : [])];
}

async function* sample(database: DataSource): AsyncGenerator<Recorded[]> {
  yield await database.query(`select sha256, size from evidence_file order by random() limit ${SAMPLE}`);
}

async function* everything(database: DataSource): AsyncGenerator<Recorded[]> {
  for (let last = ''; ;) {
    const batch: Recorded[] = await database.query(
      `select sha256, size from evidence_file where sha256 > $1 order by sha256 limit ${BATCH}`,
      [last],
    );
    if (batch.length === 0) return;
    yield batch;
    last = batch.at(-1)?.sha256 ?? last;
  }
}

async function faultOf(folder: string, { sha256, size }: Recorded): Promise<Fault | undefined> {
  const place = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  try {
    if ((await stat(place)).size !== size) return 'size';
    const hash = createHash('sha256');
    await pipeline(createReadStream(place), hash);
    return hash.digest('hex') === sha256 ? undefined : 'content';
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

function told(faults: ReadonlyMap<string, Fault>, checked: number, full: boolean): Finding[] {
  if (faults.size === 0) {
    const scope = full ? ['全部', 'all'] : ['抽查', 'a sample of'];
    return [
      finding(
        'fine',
        'evidence.sound',
        `${scope[0]} ${checked} 个文件完好。`,
        `${scope[1]} ${checked} files are whole.`,
      ),
    ];
  }
  const some = [...faults].slice(0, NAMED).map(([sha256, fault]) => `${sha256} (${fault})`);
  return [
    finding(
      'error',
      'evidence.damaged',
      `检查 ${checked} 个文件，${faults.size} 个缺失或损坏：${some.join('、')}。`,
      `Of ${checked} files ${faults.size} are missing or damaged: ${some.join(', ')}.`,
      [
        '从备份中将这些文件恢复到 DATA_DIR/evidence 的相同路径，再用 --full 检查全部。多台 API 时确认共享同一 DATA_DIR。',
        'Bring them back from a backup to the same place under DATA_DIR/evidence, then check all with --full. With several APIs, see that they share DATA_DIR.',
      ],
    ),
  ];
}

/** Files under their SHA-256 that no row knows; uploads under way lie elsewhere. */
async function checkOrphans(database: DataSource, folder: string): Promise<Finding[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw new Error(`Evidence cannot be listed: ${wellSaid(error)}`);
  });
  const names = entries.filter((entry) => {
    const { name } = entry;
    const home = join(folder, name.slice(0, 2), name.slice(2, 4));
    return entry.isFile() && SHA256.test(name) && entry.parentPath === home;
  });
  let orphans = 0;
  for (let from = 0; from < names.length; from += BATCH) {
    const [{ known }]: [{ known: number }] = await database.query(
      'select count(*)::int as known from evidence_file where sha256 = any($1)',
      [names.slice(from, from + BATCH).map(({ name }) => name)],
    );
    orphans += Math.min(BATCH, names.length - from) - known;
  }
  if (orphans === 0) return [];
  return [
    finding(
      'note',
      'evidence.orphans',
      `有 ${orphans} 个文件没有对应记录，只占用空间。`,
      `${orphans} files belong to no record; they only take room.`,
    ),
  ];
}
