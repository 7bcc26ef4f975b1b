/** No spreadsheet that leaves the house works anything out: whatever people wrote stays text, in XLSX and in CSV. */
import type { Response } from 'supertest';
import { apiDocument } from '../../src/api-document';
import { XLSX } from '../../src/intake/sheet';
import { idsFor } from '../answers/addresses';
import { type Belongings, furnished } from '../answers/furnished-district';
import { doors, fill, isDoor } from '../answers/operations';
import { House } from '../support/house';
import { asBytes, executable, saidIn } from '../support/sheet';

const EVIL = `=HYPERLINK("http://evil.example","x")`;
const others = ['+1+cmd|calc', '@SUM(A1)', '-2+3+cmd|calc'];

let house: House;
let mine: Record<string, Belongings>;
let paths: string[];

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  mine = await furnished(house, house.district.unions, '');
  const { database } = house;
  // as if each of them had been named so: what stands in every heading and cell
  await database.query(`update trade_union set name = case code when 'A' then $1 when 'B' then $2 else $3 end`, [
    EVIL,
    ...others.slice(0, 2),
  ]);
  await database.query(`update enterprise set name = $1`, [EVIL]);
  await database.query(`update task set title = $1, measure_unit = $2`, [EVIL, others[2]]);
  const documented = Object.entries(apiDocument(house.app).paths);
  paths = documented.flatMap(([path, { get }]) => {
    const answer = get?.responses?.['200'];
    return answer !== undefined && 'content' in answer && XLSX in (answer.content ?? {}) ? [path] : [];
  });
}, 400_000);
afterAll(() => house.close());

const read = async (path: string, format: string): Promise<Response> => {
  const door = path.split('/')[3] ?? '';
  const code = isDoor(door) ? doors[door] : 'd';
  const at = fill(path, idsFor(path, mine[code.toUpperCase()] ?? {}));
  const needed = path.endsWith('enterprises/spreadsheet') ? '&list=all' : '';
  return asBytes(
    (await house.as(`${code}.administrator`)).get(`${at.replace('/api/v1', '')}?format=${format}${needed}`),
  );
};

it('every spreadsheet of the house, in every format it comes in', async () => {
  expect(paths.length).toBeGreaterThan(12);
  const wrong: unknown[] = [];
  let evil = 0;
  for (const path of paths) {
    for (const format of ['xlsx', 'csv']) {
      let answer = await read(path, format);
      // those that come as XLSX alone know no format
      if (answer.status === 422 && format === 'csv') continue;
      if (answer.status === 422) answer = await plainly(path);
      if (answer.status !== 200) wrong.push([path, format, answer.status, String(answer.body)]);
      else wrong.push(...executable(answer.body as Buffer).map((found) => [path, format, found]));
      if (answer.status === 200 && /HYPERLINK/.test(saidIn(answer.body as Buffer))) evil += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(evil).toBeGreaterThan(3);
});

async function plainly(path: string): Promise<Response> {
  const door = path.split('/')[3] ?? '';
  const code = isDoor(door) ? doors[door] : 'd';
  const at = fill(path, idsFor(path, mine[code.toUpperCase()] ?? {}));
  return asBytes((await house.as(`${code}.administrator`)).get(at.replace('/api/v1', '')));
}

it.each([
  ['a formula', 'a,=1+1\n', 1],
  ['a formula in quotes', '"=1+1",b\n', 1],
  ['a call', '@SUM(A1)\n', 1],
  ['a sum with a sign', '-2+3\n', 1],
  ['a number below zero', '-2.5,3\n', 0],
  ['a text that was neutralised', "'=1+1\n", 0],
])('finds %s in a CSV', (_, text, found) => {
  expect(executable(Buffer.from(text))).toHaveLength(found);
});
