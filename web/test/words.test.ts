/** Every word that is asked for is in the catalogue, none lies there unused, and the placeholders agree. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

type Tree = { [key: string]: string | string[] | Tree };

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[prefix + key, value]]
      : Array.isArray(value)
        ? [[prefix + key, value.join()]]
        : leaves(value, `${prefix}${key}.`),
  );
}

const src = join(import.meta.dirname, '../src');
const source = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n'))
  .map((name) => readFileSync(join(src, name), 'utf8'))
  .join('\n');

const inChinese = new Map(leaves(zh));
const inEnglish = new Map(leaves(en));
const places = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

it('both languages have the same words with the same placeholders', () => {
  expect([...inEnglish.keys()]).toEqual([...inChinese.keys()]);
  for (const [key, text] of inChinese) expect([key, places(inEnglish.get(key) ?? '')]).toEqual([key, places(text)]);
  for (const [key, text] of inEnglish) expect([key, text.trim()]).not.toEqual([key, '']);
});

it('no word lies unused', () => {
  const exact = new Set([...source.matchAll(/t\(\s*'([\w.]+)'/g)].map(([, key]) => key));
  const started = [...source.matchAll(/t\(\s*`([\w.]*)\$\{/g)].map(([, key]) => key ?? '');
  const picked = [...source.matchAll(/'([\w.]+)'/g)].map(([, key]) => key);
  const used = (key: string): boolean =>
    exact.has(key) || picked.includes(key) || started.some((start) => start !== '' && key.startsWith(start));
  expect([...inChinese.keys()].filter((key) => !used(key))).toEqual([]);
});

it('no Chinese stands outside the catalogues', () => {
  const lines = source
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/\*\*|\*)/.test(line) && /['"`>][^'"`<]*[\u4e00-\u9fff]/.test(line));
  expect(lines).toEqual([]);
});
