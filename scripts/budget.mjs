// What a first visit to the desk has to load, compressed as it goes over the wire: 300 KB of script at most.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST = 300_000;
const folder = 'dist/console';
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));

/** An entry with all it imports at once, what is loaded later left out. */
function chunks(name, found = new Map()) {
  const { file, imports = [] } = manifest[name];
  if (found.has(file)) return found;
  found.set(file, statSync(join(folder, `${file}.gz`)).size);
  for (const other of imports) chunks(other, found);
  return found;
}

const first = chunks('index.html');
const sum = [...first.values()].reduce((one, other) => one + other, 0);
for (const [file, bytes] of [...first].toSorted((a, b) => b[1] - a[1]).slice(0, 8))
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`);
process.stdout.write(`${String(sum).padStart(8)}  the desk's first load, gzip, of ${MOST}\n`);
if (sum > MOST) {
  process.stderr.write(`The desk's first load is ${sum - MOST} bytes over its budget.\n`);
  process.exitCode = 1;
}
