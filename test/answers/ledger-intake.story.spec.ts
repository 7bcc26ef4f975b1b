/** Entries out of spreadsheets (台账导入): the blank comes back in, each row once, sealed and handed in as by hand, and a crash loses nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { CONFIG, type Config } from '../../src/config';
import { IntakeProcessor } from '../../src/intake/intake.processor';
import { newId } from '../../src/kernel/id';
import { Deeds } from '../../src/outbox/deeds';
import { takersOf } from '../../src/takers';
import { EvidenceStore } from '../../src/work/evidence-store.service';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { visit, visitFields, visitLedger } from '../support/ledger';
import { ended } from '../support/register';

const ID = '11010519491231002X';
const heading = '填报单位,事由,类别,人次（人次）,金额（元）,慰问日期,慰问对象,慰问对象-身份证号,慰问对象-电话,所在企业';
const row = (no: number, rest = '慰问,3,"1,500.50",2026/9/25'): string => `,第${no}次慰问,${rest}`;
const csvOf = (...rows: string[]): Buffer => Buffer.from([heading, ...rows].join('\r\n'));

let house: House;
let ledger: string;
beforeEach(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  ledger = await visitLedger(house);
});
afterEach(() => house.close());

async function takenIn(door: Door, file: Buffer, query = '', name = '慰问.csv'): ReturnType<typeof ended> {
  const { body } = await door.post(`/intakes/ledgers/${ledger}/entries${query}`).attach('file', file, name).expect(201);
  expect(body).toMatchObject({ kind: 'ledger', ledgerId: ledger });
  return ended(door, body.id);
}
const list = async (who: string, query = 'sort=title'): Promise<Record<string, never>[]> =>
  (await (await house.as(who)).get(`/ledgers/${ledger}/entries?${query}`).expect(200)).body.items;
const faultsOf = async (door: Door, id: string): Promise<unknown[]> =>
  (await door.get(`/intakes/${id}/faults`).expect(200)).body.items.map((fault: Record<string, unknown>) => [
    fault['row'],
    fault['column'],
    fault['code'],
  ]);

it('a spreadsheet changes nothing when tried, is taken in once, and the second time says that all of it stood there', async () => {
  const a1 = await house.as('a1.reporter');
  const file = csvOf(row(1), row(2, 'visit,3人次,,2026-09-25'), row(3, '大病救助,0,0,2026年9月25日'));
  expect(await takenIn(a1, file, '?dryRun=true')).toMatchObject({ status: 'done', total: 3, created: 3, faulty: 0 });
  expect(await list('a1.viewer')).toEqual([]);
  expect(await takenIn(a1, file)).toMatchObject({ status: 'done', created: 3, unchanged: 0, faulty: 0 });
  const entries = await list('a1.viewer');
  expect(entries.map(({ status, day, values }) => [status, day, values])).toEqual([
    ['draft', '2026-09-25', { ...visit, title: '第1次慰问', amount: '1500.5' }],
    ['draft', '2026-09-25', { title: '第2次慰问', kind: 'visit', people: '3', heldOn: '2026-09-25' }],
    ['draft', '2026-09-25', { title: '第3次慰问', kind: 'illness', people: '0', amount: '0', heldOn: '2026-09-25' }],
  ]);
  const strange = await takenIn(a1, Buffer.from('甲,乙\r\n1,2'), '?dryRun=true', '别的表.csv');
  expect(strange).toMatchObject({ status: 'failed', failure: { zh: expect.stringContaining('没有找到表头') } });
  // those into this ledger, the latest first
  const lists = async (query: string): Promise<unknown[]> =>
    (await a1.get(`/intakes?${query}`).expect(200)).body.items.map(({ dryRun }: { dryRun: boolean }) => dryRun);
  expect(await lists(`kind=ledger&ledgerId=${ledger}`)).toEqual([true, false, true]);
  expect(await lists(`ledgerId=${house.district.unions.A1}`)).toEqual([]);
  expect(await lists('kind=enterprise')).toEqual([]);
  // in another order and writing, it says the same
  const [head = '', ...rows] = file.toString().replace('"1,500.50"', '1500.5').split('\r\n');
  const again = Buffer.from([head, ...rows.toReversed()].join('\n'));
  expect(await takenIn(a1, again)).toMatchObject({ created: 0, unchanged: 3, faulty: 0 });
  // what was given up may be taken in anew
  await a1.delete(`/ledger-entries/${entries[0]?.['id']}`).expect(204);
  expect(await takenIn(a1, file)).toMatchObject({ created: 1, unchanged: 2 });
  expect(await takenIn(a1, file)).toMatchObject({ created: 0, unchanged: 3 });
  await house.settled();
  const feed = await a1.get('/platform/feed').expect(200);
  expect(feed.body.items[0].text).toBe('甲一社区工联会将“慰问.csv”导入台账“困难职工慰问”：新增 0 条，有误 0 行');
});

it('says row by row and field by field what is wrong, and takes the rest', async () => {
  const a1 = await house.as('a1.reporter');
  const file = csvOf(
    row(1),
    '天上工会,甲,慰问,1,,2026-09-25',
    ',,其他,-1,1.234,2026-02-30',
    `,乙,慰问,1,,2026-09-25,王芳,110105194912310021,12345,`,
    `,丙,慰问,1,,2026-09-25,,${ID},,`,
    row(1),
    `,丁,慰问,1,,2026-09-25,王芳,110105********002X,,`,
    row(1, '慰问,3,1500.5,2026-09-25'),
  );
  const intake = await takenIn(a1, file);
  expect(intake).toMatchObject({ status: 'done', total: 8, created: 1, faulty: 7 });
  expect(await faultsOf(a1, intake.id)).toEqual([
    [3, '填报单位', 'ledgerEntry.union'],
    [4, '类别', expect.any(String)],
    [4, '人次（人次）', expect.any(String)],
    [4, '金额（元）', expect.any(String)],
    [4, '慰问日期', expect.any(String)],
    [5, '慰问对象-身份证号', expect.any(String)],
    [5, '慰问对象-电话', expect.any(String)],
    [6, '慰问对象', expect.any(String)],
    [7, null, 'intake.twice'],
    [8, '慰问对象-身份证号', expect.any(String)],
    [9, null, 'intake.twice'],
  ]);
  const late = await takenIn(a1, csvOf(row(4, '慰问,3,,2026-10-11'), ',戊,慰问,,,2026-09-25'), '?submit=true');
  expect(await faultsOf(a1, late.id)).toEqual([
    [2, '慰问日期', 'ledgerEntry.future'],
    [3, '人次（人次）', expect.any(String)],
  ]);
  const bare = await takenIn(a1, Buffer.from('甲,乙\r\n1,2'), '?submit=true');
  expect(bare.status).toBe('failed');
});

it('what is handed in goes to the tier above each union; personal data are sealed as by hand', async () => {
  const a = await house.as('a.administrator');
  const file = csvOf(
    `甲一社区工联会,甲,慰问,1,100,2026-09-25,王芳,${ID},13800138000,某公司`,
    'A2,乙,慰问,2,,2026-09-25',
    ',丙,慰问,3,,2026-09-25',
    '乙一社区工联会,丁,慰问,4,,2026-09-25',
  );
  const intake = await takenIn(a, file, '?submit=true');
  expect(intake).toMatchObject({ created: 3, faulty: 1 });
  expect(await faultsOf(a, intake.id)).toEqual([[5, '填报单位', 'ledgerEntry.union']]);
  const [first, second, third] = await list('d.viewer');
  expect([first, second, third].map((entry) => [entry?.['unionName'], entry?.['status']])).toEqual([
    ['甲街道总工会', 'submitted'],
    ['甲二社区工联会', 'submitted'],
    ['甲一社区工联会', 'submitted'],
  ]);
  const own = third as unknown as { id: string; values: Record<string, unknown> };
  expect(own.values['person']).toEqual({ name: '王芳', idNumber: '110105********002X', phone: '138****8000' });
  const [{ clear }]: [{ clear: number }] = await house.database.query(
    `select ((select count(*) from ledger_entry e where e::text like '%${ID}%')
       + (select count(*) from audit_entry e where e::text like '%${ID}%')
       + (select count(*) from outbox_message e where e::text like '%${ID}%')
       + (select count(*) from intake_fault e where e::text like '%${ID}%'))::int as clear`,
  );
  expect(clear).toBe(0);
  // nor in the file that came
  const folder = join(house.config.dataDir, 'evidence');
  await eventually(async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    if (files.length > 0) throw new Error(`${files.length} files are kept`);
  });
  const shown = await (
    await house.as('a1.administrator')
  )
    .post(`/ledger-entries/${own.id}/disclosures`, { field: 'person', purpose: '核对发放' })
    .expect(200);
  expect(shown.body).toMatchObject({ idNumber: ID, phone: '13800138000' });
  // who entered it does not accept it
  expect((await a.post(`/ledger-entries/${own.id}/acceptance`).expect(409)).body.code).toBe('ledgerEntry.own');
  await (await house.as('a.reviewer')).post(`/ledger-entries/${own.id}/acceptance`).expect(201);
  const told = await house.database.query(`select body from outbox_message where name = 'ledger.batchTaken'`);
  expect(told).toHaveLength(1);
  expect(told[0].body).toMatchObject({ status: 'submitted', unions: [{ entries: 1 }, { entries: 1 }, { entries: 1 }] });
});

it('the blank has lists, limits and notes, and comes back in; its sample row does not', async () => {
  const many = Array.from({ length: 60 }, (_, no) => ({ code: `k${no}`, name: `第${no}类慰问活动` }));
  const fields = [
    ...visitFields.map((field) => (field.key === 'kind' ? { ...field, choices: many } : field)),
    ...Array.from({ length: 20 }, (_, no) => ({
      ...{ key: `x${no}`, name: '备注', kind: 'text', required: false, listed: false },
    })),
  ];
  ledger = await visitLedger(house, { fields, whenField: null }, 'blank');
  const a1 = await house.as('a1.reporter');
  const { body, headers }: Response = await a1
    .get(`/intakes/ledgers/${ledger}/blank`)
    .buffer(true)
    .parse(bytesOf)
    .expect(200);
  expect(headers['content-disposition']).toContain(encodeURIComponent('困难职工慰问导入空白表.xlsx'));
  const [sheet, notes, lists] = (await readXlsx(body as Buffer)).sheets;
  const titles = sheet?.rows[0]?.map((title) => String(title).replace('*', '')) ?? [];
  expect(sheet?.rows[0]?.slice(2, 6)).toEqual(['事由*', '类别*', '人次（人次）*', '金额（元）']);
  expect(titles.slice(0, 6)).toEqual(['填报单位', '日期', '事由', '类别', '人次（人次）', '金额（元）']);
  expect(new Set(titles).size).toBe(titles.length);
  const at = (title: string) =>
    sheet?.dataValidations?.find(({ range }) => range.startsWith(`${letters(titles.indexOf(title))}2`));
  expect(at('类别')).toMatchObject({ type: 'list', formula1: `'选项'!$A$1:$A$60` });
  expect(at('人次（人次）')).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' });
  expect(at('人次（人次）')?.inputMessage).toContain('上报前必填');
  expect(lists?.rows[59]?.[0]).toBe('第59类慰问活动');
  expect(notes?.rows.map(([title]) => title)).toContain('慰问对象-身份证号');
  const filled = [
    ...(sheet?.rows.slice(0, 2) ?? []),
    titles.map((title): string | number | Date | null => given[title] ?? null),
  ];
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows: filled }] }));
  const intake = await takenIn(a1, bytes, '', '台账.xlsx');
  expect(intake).toMatchObject({ total: 2, created: 1, faulty: 1 });
  expect(await faultsOf(a1, intake.id)).toEqual([[2, null, 'intake.sample']]);
  expect((await list('a1.viewer'))[0]).toMatchObject({
    day: '2026-09-26',
    values: { title: '中秋慰问', kind: 'k59', people: '12', x19: '末项' },
  });
});
const given: Record<string, string | number | Date> = {
  日期: '2026-09-26',
  事由: '中秋慰问',
  类别: '第59类慰问活动',
  '人次（人次）': 12,
  慰问日期: new Date(Date.UTC(2026, 8, 26)),
  '备注（x19）': '末项',
};
const letters = (no: number): string =>
  no < 26 ? String.fromCodePoint(65 + no) : `A${String.fromCodePoint(65 + no - 26)}`;
const bytesOf = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
};

it('a ledger whose entries need files takes drafts only; one that is retired takes nothing', async () => {
  ledger = await visitLedger(house, { evidence: 'required' }, 'files');
  const a1 = await house.as('a1.reporter');
  const refused = await a1
    .post(`/intakes/ledgers/${ledger}/entries?submit=true`)
    .attach('file', csvOf(row(1)), 'x.csv');
  expect([refused.status, refused.body.code]).toEqual([422, 'ledgerIntake.files']);
  expect(await takenIn(a1, csvOf(row(1)))).toMatchObject({ created: 1 });
  await (
    await house.as('d.administrator')
  )
    .post(`/district/ledger-types/${ledger}/retirement`, { reason: '合并' })
    .expect(201);
  await a1
    .post(`/intakes/ledgers/${ledger}/entries`)
    .attach('file', csvOf(row(2)), 'x.csv')
    .expect(409);
});

it('goes on after a crash where it stood, each row once', async () => {
  const lone = await House.open({ ROLE: 'api' });
  try {
    lone.clock.set(new Date('2026-10-10T02:00:00Z'));
    const [kept, config] = [await visitLedger(lone), lone.app.get<Config>(CONFIG)];
    const a1 = await lone.as('a1.reporter');
    const file = csvOf(...Array.from({ length: 1_250 }, (_, no) => row(no)));
    const { body } = await a1
      .post(`/intakes/ledgers/${kept}/entries?submit=true`)
      .attach('file', file, 'x.csv')
      .expect(201);
    const job = { districtId: lone.district.id, intakeId: body.id };
    const [deeds, store] = [lone.app.get(Deeds), new EvidenceStore(config)];
    let batches = 0;
    const crashing = takersOf(config).map((each) =>
      'takerFor' in each
        ? {
            ...each,
            takerFor: async (...asked: Parameters<typeof each.takerFor>) => {
              const taker = await each.takerFor(...asked);
              const take: typeof taker.take = async (...batch) => {
                const written = await taker.take(...batch);
                // after all is written and before it is committed
                if (++batches === 2) throw new Error(`The worker dies ${newId()}`);
                return written;
              };
              return { ...taker, take };
            },
          }
        : each,
    );
    const first = new IntakeProcessor(lone.database, deeds, store, crashing);
    await expect(first.process(job)).rejects.toThrow('The worker dies');
    await first.giveBack();
    expect((await a1.get(`/intakes/${body.id}`).expect(200)).body).toMatchObject({ status: 'running', done: 500 });
    await new IntakeProcessor(lone.database, deeds, store, takersOf(config)).process(job);
    expect((await a1.get(`/intakes/${body.id}`).expect(200)).body).toMatchObject({
      ...{ status: 'done', total: 1_250, done: 1_250, created: 1_250, unchanged: 0, faulty: 0 },
    });
    const [{ entries, different }]: [{ entries: number; different: number }] = await lone.database.query(
      `select count(*)::int as entries, count(distinct t1)::int as different from ledger_entry`,
    );
    expect([entries, different]).toEqual([1_250, 1_250]);
  } finally {
    await lone.close();
  }
});
