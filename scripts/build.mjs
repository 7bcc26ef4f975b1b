/** Builds server and console into dist, unless what lies there was built from the very same files. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/.built');
const sources = [
  ...['src', 'migrations', 'web/src', 'web/index.html', 'web/vite.config.ts', 'web/tsconfig.json', 'package-lock.json'],
  ...['web/package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'scripts/build.mjs'],
];

function files(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  // the client's types are made from the built server, and nothing is built from them
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['openapi.json', 'schema.d.ts'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

const hash = createHash('sha256').update(process.version);
for (const file of sources
  .filter((path) => existsSync(join(root, path)))
  .flatMap(files)
  .toSorted((one, other) => (one < other ? -1 : 1)))
  hash
    .update(file)
    .update('\0')
    .update(readFileSync(join(root, file)))
    .update('\0');
const built = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== built) {
  for (const command of ['npm run build:server --silent', 'npm run build -w web --silent']) {
    const { status } = spawnSync(command, { cwd: root, shell: true, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(stamp, built);
}
