/** Small laws under the embedded PostgreSQL: who may run it, who holds the folder, how large its log grows. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderLock } from '../../src/database/embedded-lock';
import { trimLog } from '../../src/database/embedded-log';
import { startedAt } from '../../src/database/embedded-process';
import { ownerFrom } from '../../src/database/embedded-user';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sanji-ground-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n';

test.each([
  ['postgres where it exists', `${root}${nobody}postgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash\n`, [101, 104]],
  ['nobody otherwise', `${root}${nobody}`, [65534, 65533]],
  ['nobody when postgres is another name of root', `postgres:x:0:0::/:\n${nobody}`, [65534, 65533]],
])('root hands the server to %s', (_, passwd, [uid, gid]) => {
  expect(ownerFrom(passwd)).toEqual({ uid, gid });
});

test('without either of them root is told so', () => {
  expect(ownerFrom(`${root}not-postgres:x:7:7::/:\n`)).toBeUndefined();
});

test.each([
  ['a process that is gone', '1999999999 5\n'],
  ['a number that another process has by now', `${process.ppid} 1\n`],
  ['our own number, from before a restart of the container', `${process.pid} 1\n`],
  ['a writer that was killed at once', ''],
])('the lock left by %s is taken over', (_, left) => {
  writeFileSync(join(folder, 'sanji.pid'), left);
  FolderLock.take(folder).release();
  expect(existsSync(join(folder, 'sanji.pid'))).toBe(false);
});

test('the lock of a living process is respected', () => {
  const theirs = `${process.ppid} ${startedAt(process.ppid) ?? ''}\n`;
  writeFileSync(join(folder, 'sanji.pid'), theirs);
  expect(() => FolderLock.take(folder)).toThrow(`in use by the running process ${process.ppid}`);
  expect(readFileSync(join(folder, 'sanji.pid'), 'utf8')).toBe(theirs);
});

test('a log that has grown too large is moved beside once and begun anew', () => {
  const log = join(folder, 'postgres.log');
  for (const text of ['first', 'second', 'ok']) {
    writeFileSync(log, text);
    trimLog(log, 4);
  }
  expect(readFileSync(`${log}.1`, 'utf8')).toBe('second');
  expect(readFileSync(log, 'utf8')).toBe('ok');
});
