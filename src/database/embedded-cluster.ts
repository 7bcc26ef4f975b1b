/** The folder of the embedded database: made once with initdb, never half, and the password that opens it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './embedded-binaries';
import type { Launch, Owner } from './embedded-user';

/** The version of PostgreSQL that the programs bring. */
const MAJOR = '18';

export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly launch: Launch;
}

/** Only what the programs need: neither our secrets nor variables that would lead PostgreSQL elsewhere. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, TEMP, SystemRoot } = process.env;
  return { PATH, TMPDIR, TEMP, SystemRoot, LANG: 'C.UTF-8' };
}

/** Words that start a program of PostgreSQL, and as whom. */
export function spawnWords(launch: Launch, program: string, args: readonly string[]): [string, string[], object] {
  const [first = program, ...rest] = [...launch.prefix, program, ...args];
  return [first, rest, launch.prefix.length > 0 ? {} : { ...launch.owner }];
}

/** Finds the cluster or makes it; one whose making was interrupted is made again. */
export async function openCluster(
  dataDir: string,
  binaries: Binaries,
  launch: Launch,
  { sync, onProgress }: { sync: boolean; onProgress: (line: string) => void },
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const fresh = join(dataDir, 'postgres.new');
  rmSync(fresh, { recursive: true, force: true });
  const version = join(folder, 'PG_VERSION');
  const exists = existsSync(version);
  if (!exists && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} holds files but no PostgreSQL database: empty it, or set another DATA_DIR.`);
  }
  const password = openPassword(dataDir, exists);
  const cluster = { folder, password, binaries, launch };
  if (!exists) {
    onProgress(`The database is made in ${folder}`);
    await initialise(cluster, fresh, sync);
    return cluster;
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major !== MAJOR) {
    throw new Error(
      `${folder} was made by PostgreSQL ${major} and this program brings ${MAJOR}: dump it with the old one.`,
    );
  }
  mustOwn(folder, launch.owner);
  return cluster;
}

function openPassword(dataDir: string, clusterExists: boolean): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file) && clusterExists) {
    throw new Error(`${file} is missing and without it the database cannot be opened: put it back from the backup.`);
  }
  if (!clusterExists) {
    rmSync(file, { force: true });
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Built aside and renamed at the end: a folder under the final name is always whole. */
async function initialise(
  { folder, password, binaries, launch }: Cluster,
  fresh: string,
  sync: boolean,
): Promise<void> {
  mkdirSync(fresh, { mode: 0o700 });
  const [made, secret] = [join(fresh, 'cluster'), join(fresh, 'password')];
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (launch.owner) chownTree(fresh, launch.owner);
  await runInitdb(binaries, launch, [
    `--pgdata=${made}`,
    `--pwfile=${secret}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeFlags(),
    ...(sync ? [] : ['--no-sync']),
  ]);
  renameSync(made, folder);
  rmSync(fresh, { recursive: true, force: true });
}

/** The built-in locale compares alike everywhere; the system's must be named too, and not every system has C.UTF-8. */
function localeFlags(): string[] {
  const provider = '--locale-provider=builtin';
  if (process.platform === 'darwin') return [provider, '--locale=en_US.UTF-8', '--builtin-locale=C.UTF-8'];
  if (process.platform === 'win32') return [provider, '--locale=C', '--builtin-locale=C.UTF-8'];
  return [provider, '--locale=C.UTF-8'];
}

async function runInitdb(binaries: Binaries, launch: Launch, args: readonly string[]): Promise<void> {
  const [program, words, as] = spawnWords(launch, binaries.initdb, args);
  const child = spawn(program, words, {
    ...as,
    cwd: '/',
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const outcome = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)));
  });
  if (outcome) throw new Error(`The database folder could not be made, initdb ended with ${outcome}: ${said.trim()}`);
}

/** A folder made under another user (say, as root before) is handed over where we may, and refused where not. */
function mustOwn(folder: string, owner: Owner | undefined): void {
  const { uid } = statSync(folder);
  const wanted = owner?.uid ?? process.getuid?.() ?? uid;
  if (uid === wanted) return;
  if (owner === undefined) {
    throw new Error(
      `${folder} belongs to uid ${uid} and this process runs as uid ${wanted}: run it as that user, or hand the folder over with chown -R.`,
    );
  }
  chownTree(folder, owner);
  chmodSync(folder, 0o700);
}

function chownTree(path: string, { uid, gid }: Owner): void {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), { uid, gid });
}
