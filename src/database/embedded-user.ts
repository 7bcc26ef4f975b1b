/** As whom PostgreSQL runs: as we do, or, since it refuses root, as another user who can reach its files. */
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** A user and group that own the cluster. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** How a program of PostgreSQL is started. */
export interface Launch {
  /** Absent: whoever runs us. */
  readonly owner?: Owner;
  /** Words before the program, when it needs help to pass closed folders. */
  readonly prefix: readonly string[];
}

/** Without these two a user that is not root stops at a folder with mode 0700. */
const PASSING = ['dac_override', 'dac_read_search'];

/** `folders` and `files` are what the user must be able to enter and to read. */
export function launchFor(folders: readonly string[], files: readonly string[]): Launch {
  if (process.getuid?.() !== 0) {
    mustHaveName();
    return { prefix: [] };
  }
  const owner = ownerFrom(readFileSync('/etc/passwd', 'utf8'));
  if (owner === undefined) {
    throw new Error(
      'PostgreSQL does not run as root and /etc/passwd knows neither "postgres" nor "nobody": run as a normal user, or set DATABASE_URL.',
    );
  }
  const closed = [...folders.map((each) => obstacle(each, owner, 1)), ...files.map((each) => obstacle(each, owner, 4))];
  const wall = closed.find((each) => each !== undefined);
  if (wall === undefined) return { owner, prefix: [] };
  const prefix = passingPrefix(owner);
  if (prefix !== undefined) return { prefix, owner };
  throw new Error(
    `PostgreSQL does not run as root, and the user it runs as (uid ${owner.uid}) cannot enter ${wall}: run as a normal user, or set DATA_DIR (or move the program) to where that user may enter.`,
  );
}

export function ownerFrom(passwd: string): Owner | undefined {
  for (const name of ['postgres', 'nobody']) {
    const line = passwd.split('\n').find((each) => each.startsWith(`${name}:`));
    const [uid, gid] = (line?.split(':') ?? []).slice(2, 4).map(Number);
    if (uid && gid !== undefined) return { uid, gid };
  }
  return undefined;
}

/** The first step on the way to `path` that `owner` may not take (1 enter, 4 read), by the mode bits. */
function obstacle(path: string, owner: Owner, right: 1 | 4): string | undefined {
  const steps: string[] = [];
  const real = realpathSync(path);
  for (let at = dirname(real); steps.at(-1) !== at; at = dirname(at)) steps.push(at);
  const entered = steps.toReversed().find((step) => !may(step, owner, 1));
  return entered ?? (may(real, owner, right) ? undefined : real);
}

function may(path: string, owner: Owner, right: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0;
  return ((mode >> shift) & right) === right;
}

/** `setpriv` leaves the other user those of our own capabilities that open closed folders. */
function passingPrefix({ uid, gid }: Owner): string[] | undefined {
  const permitted = /^CapPrm:\s*([0-9a-f]+)$/m.exec(procStatus())?.[1];
  const bits = BigInt(`0x${permitted ?? '0'}`);
  const capabilities = PASSING.filter((_, index) => (bits >> BigInt(index + 1)) & 1n).map((each) => `+${each}`);
  if (capabilities.length === 0) return undefined;
  const list = capabilities.join(',');
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const plain = ['setpriv', ...ids, `--inh-caps=${list}`, `--ambient-caps=${list}`];
  // access(2), with which PostgreSQL looks at its own programs, heeds capabilities only with this bit
  const prefixes = [[...plain, '--securebits=+no_setuid_fixup'], plain];
  return prefixes.find(([program = '', ...rest]) => {
    return spawnSync(program, [...rest, program, '--version'], { stdio: 'ignore' }).status === 0;
  });
}

function procStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return ''; // not Linux: no capabilities to hand on
  }
}

/** initdb asks for the name of the user; containers sometimes run under a number without one. */
function mustHaveName(): void {
  try {
    userInfo();
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL needs a user with a name, and uid ${process.getuid?.()} has none in /etc/passwd: run as a user that is listed there, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}
