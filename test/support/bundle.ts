/** Many files of tests as one: what a file loads before its first test, the whole house, is then loaded once for all. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** Every `of`-th file that runs once, from the `part`-th on, each in a block of its own. */
export function bundle(part: number, of: number): void {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts') && !/^(stories|bundles|walks)\//.test(file))
    .toSorted();
  for (const file of files.filter((_, no) => no % of === part))
    describe(file.replace('.spec.ts', ''), () => void require(join(root, file)));
}
