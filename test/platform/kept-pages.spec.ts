/** Kept pages: what no longer has room as it is sent is still kept, packed; another version is not. */
import { KeptPages, type Page } from '../../src/kept/kept-pages';

const page = (text: string, version = '1'): Page => ({ version, etag: '"e"', rest: Buffer.from(text) });
/** Near a mebibyte of UTF-8. */
const long = (no: number): string => `,"text":"${`第${no}号看板`.repeat(60_000)}"}`;

it('more than there is room for as it is sent comes back letter for letter', () => {
  const pages = new KeptPages();
  for (let no = 100; no < 140; no++) pages.keep(String(no), page(long(no)));
  for (let no = 100; no < 140; no++) expect(pages.find(String(no), '1')?.rest.equals(Buffer.from(long(no)))).toBe(true);
});

it('of another version nothing is kept, packed or not', () => {
  const pages = new KeptPages();
  for (let no = 100; no < 140; no++) pages.keep(String(no), page(long(no)));
  expect([pages.find('100', '2'), pages.find('139', '2')]).toEqual([undefined, undefined]);
  pages.keep('100', page('new', '2'));
  expect(pages.find('100', '1')).toBeUndefined();
  expect(pages.find('100', '2')?.rest.toString()).toBe('new');
});

it('one that is too large pushes nothing out', () => {
  const pages = new KeptPages();
  pages.keep('small', page('x'));
  pages.keep('large', page('x'.repeat(2 ** 20 + 1)));
  expect(pages.find('large', '1')).toBeUndefined();
  expect(pages.find('small', '1')?.rest.toString()).toBe('x');
});

it('a packed page keeps its own bytes alone', () => {
  const pages = new KeptPages();
  for (const no of [1, 2]) pages.keep(`${no}`, { version: '1', etag: '"a"', rest: Buffer.from(long(no)) });
  const kept: { rest: Buffer }[] = [...pages['packed'].values()];
  expect(kept.map(({ rest }) => rest.buffer.byteLength)).toEqual(kept.map(({ rest }) => rest.length));
  expect(kept.every(({ rest }) => rest.length < 16_000)).toBe(true);
});
