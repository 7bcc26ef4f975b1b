/** The laws of the house, held by one test: no circles, no barrels, pure files, who may import whom. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

/** Which rules a tree breaks. */
function broken(folder: string, trees = ['src']): string[] {
  const options = [...trees, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  let json: string;
  try {
    json = execFileSync(process.execPath, [cruiser, ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    json = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(json) as Cruise).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

it('the house keeps its laws', () => {
  expect(broken(root, ['src', 'migrations'])).toEqual([]);
});

it.each([
  ['a circle', { 'src/work/a.ts': `import './b';`, 'src/work/b.ts': `import './a';` }, 'no-circles'],
  ['a barrel', { 'src/work/a.ts': `import './index';`, 'src/work/index.ts': 'export {};' }, 'no-barrels'],
  [
    'a door that imports another',
    { 'src/district/a.ts': `import '../community/b';`, 'src/community/b.ts': 'export {};' },
    'rooms-district',
  ],
  [
    'a floor that looks up',
    { 'src/kernel/a.ts': `import '../work/b';`, 'src/work/b.ts': 'export {};' },
    'rooms-kernel',
  ],
  [
    'a platform that asks a writer',
    { 'src/platform/a.ts': `import '../work/b';`, 'src/work/b.ts': 'export {};' },
    'rooms-platform',
  ],
  [
    'a calendar that asks who counts by it',
    { 'src/calendar/a.ts': `import '../assessment/b';`, 'src/assessment/b.ts': 'export {};' },
    'rooms-calendar',
  ],
])('%s is found', (_name, files, rule) => {
  const folder = mkdtempSync(join(tmpdir(), 'sanji-laws-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{}');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    expect(broken(folder).some((line) => line.startsWith(rule))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );

it('no file of the source is longer than 250 lines', () => {
  const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;
  expect(sources(join(root, 'src')).filter((path) => lines(path) > 250)).toEqual([]);
});

it('what the API takes in and answers has one name each: of two of the same the document knows only one', () => {
  const names = sources(join(root, 'src'))
    .filter((path) => /\.(dto|view)\.ts$/.test(path))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm)])
    .map(([, name]) => name);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name, no) => names.indexOf(name) !== no)).toEqual([]);
});
