/** Imports by programs (程序批量导入): every row is answered for, all or only the good ones are taken in, and the same file twice changes nothing. */
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Response, Test } from 'supertest';
import { writeXlsx } from 'hucre/xlsx';
import { CONFIG, type Config } from '../../src/config';
import { IntakeProcessor } from '../../src/intake/intake.processor';
import { Deeds } from '../../src/outbox/deeds';
import { takersOf } from '../../src/takers';
import { EvidenceStore } from '../../src/work/evidence-store.service';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { visit, visitLedger } from '../support/ledger';
import { codeOf } from '../support/register';

const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';
const ID = '11010519491231002X';

let house: House;
let a1: Door;
let no = 0;
/** A ledger of its own for each law. */
let ledger: string;
beforeAll(async () => {
  // no worker: what is taken in is worked on by hand
  house = await House.open({ ROLE: 'api', EVIDENCE_MAX_MB: '1' });
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  a1 = await house.as('a1.reporter');
});
afterAll(() => house.close());
beforeEach(async () => {
  ledger = `visits-${(no += 1)}`;
  await visitLedger(house, {}, ledger);
});

const values = (given: object = {}): object => ({ ...visit, ...given });
const lines = (...rows: unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const send = (body: string | Buffer, query = '', type = NDJSON, kind = `ledger-entries&ledger=${ledger}`): Test =>
  a1.post(`/imports?kind=${kind}${query}`).set('content-type', type).send(body);
const processor = (): IntakeProcessor => {
  const config = house.app.get<Config>(CONFIG);
  return new IntakeProcessor(house.database, house.app.get(Deeds), new EvidenceStore(config), takersOf(config));
};
const work = (intakeId: string): Promise<void> => processor().process({ districtId: house.district.id, intakeId });
const progress = async (id: string): Promise<Record<string, never>> =>
  (await a1.get(`/imports/${id}`).expect(200)).body;
const results = async (id: string, query = ''): Promise<unknown[]> =>
  (await a1.get(`/imports/${id}/results?${query}`).expect(200)).body.items.map(
    ({ row, status, errors }: { row: number; status: string; errors: { field: string; code: string }[] }) => [
      row,
      status,
      ...errors.map(({ field, code }) => `${field}: ${code}`),
    ],
  );
async function taken(...given: Parameters<typeof send>): Promise<Record<string, never> & { id: string }> {
  const { body } = await send(...given).expect(202);
  await work(body.id);
  return (await progress(body.id)) as never;
}
const entries = async (): Promise<{ status: string; values: Record<string, unknown> }[]> => {
  const rows = await house.database.query(
    `select e.status, e.given as values, e.version from ledger_entry e join ledger_type t on t.id = e.type_id
     where t.code = $1 order by e.given->>'title', e.id`,
    [ledger],
  );
  return rows;
};

describe('what is sent', () => {
  it('lines of JSON are a job at the Location; every row is told by its line, its fields and what would be right', async () => {
    const file = lines(
      { code: 'V-1', values: values({ title: '甲', person: { name: '王芳', idNumber: ID } }) },
      { code: 'V-2', union: 'A1', day: null, ...visit, title: '乙', people: 4 },
      '',
      '{"values": ',
      '[1]',
      { values: values({ people: 'viele' }), remark: 'x' },
      { values: values({ people: -1, kind: 'nothing' }) },
      { values: values({ title: ['x'] }) },
      { code: 'with space', values: values() },
      { code: 'V-1', values: values({ title: '丙' }) },
    );
    const asked = await send(file).expect(202);
    expect(asked.headers['location']).toBe(`/api/v1/imports/${asked.body.id}`);
    expect(asked.body).toMatchObject({ kind: 'ledger', status: 'waiting', only: 'good', fileName: '导入.ndjson' });
    await work(asked.body.id);
    const { id } = asked.body;
    expect(await progress(id)).toMatchObject({ status: 'done', total: 9, done: 9, created: 2, faulty: 7 });
    expect(await results(id)).toEqual([
      [1, 'created'],
      [2, 'created'],
      [4, 'faulty', 'null: intake.line'],
      [5, 'faulty', 'null: intake.line'],
      [6, 'faulty', 'remark: unknownField'],
      [7, 'faulty', 'values.kind: choice', 'values.people: whole'],
      [8, 'faulty', 'values.title: intake.value'],
      [9, 'faulty', 'code: code'],
      [10, 'faulty', 'null: intake.twice'],
    ]);
    const [first, second] = await entries();
    expect(second?.values).toMatchObject({ title: '甲', person: { idNumber: '110105********002X' } });
    expect(first?.values).toMatchObject({ title: '乙', people: '4' });
    // by pages, by what became of them, and all of them as lines
    const page = await a1.get(`/imports/${id}/results?limit=4&after=2`).expect(200);
    expect([page.body.items.map(({ row }: { row: number }) => row), page.body.nextCursor]).toEqual([[4, 5, 6, 7], 7]);
    expect((await results(id, 'status=created')).map((row) => (row as [number])[0])).toEqual([1, 2]);
    const all: Response = await a1.get(`/imports/${id}/results/lines`).buffer(true).parse(asText).expect(200);
    const told = String(all.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told).toEqual((await a1.get(`/imports/${id}/results`)).body.items);
    expect(told[5].errors[1].message).toContain('整数');
  });

  it('CSV by the names of fields or by titles, in UTF-8 or GB18030; a charset that was said must be right', async () => {
    const [heading, row] = ['code,values.title,values.kind,人次（人次）,values.heldOn', 'C-1,慰问,visit,3,2026-09-25'];
    expect(await taken(`${heading}\n${row}`, '', CSV)).toMatchObject({ created: 1, faulty: 0, fileName: '导入.csv' });
    // 慰问 and 人次 in GB18030
    const [words, people] = [Buffer.from([0xce, 0xbf, 0xce, 0xca]), Buffer.from([0xc8, 0xcb, 0xb4, 0xce])];
    const gb = Buffer.concat([
      Buffer.from('code,title,kind,'),
      ...[people, Buffer.from([0xa3, 0xa8]), people, Buffer.from([0xa3, 0xa9]), Buffer.from(',values.heldOn\nC-1,')],
      ...[words, Buffer.from(',visit,3,2026-09-25')],
    ]);
    const head = Buffer.from(gb.toString('latin1').replace('title,kind', 'values.title,values.kind'), 'latin1');
    for (const type of [CSV, `${CSV}; charset=gb18030`, `${CSV}; charset="GBK"`])
      expect(await taken(head, '', type)).toMatchObject({ status: 'done', created: 0, unchanged: 1 });
    expect(await taken(head, '', `${CSV}; charset=utf-8`)).toMatchObject({ status: 'failed', done: 0 });
    expect((await send(row, '', `${CSV}; charset=koi8-r`)).body.code).toBe('import.charset');
  });

  it('a workbook is a body as well, and so is a form; enterprises are known by their fields', async () => {
    const rows = [
      ['values.title', 'values.kind', 'values.people', 'values.heldOn'],
      ['甲', '慰问', 3, '2026-09-25'],
    ];
    const sheet = Buffer.from(await writeXlsx({ sheets: [{ name: 'x', rows }] }));
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await taken(sheet, '', xlsx)).toMatchObject({ created: 1, faulty: 0 });
    const form = await a1
      .post(`/imports?kind=ledger-entries&ledger=${ledger}`)
      .attach('file', Buffer.from(lines({ values: values() })), '业务.ndjson')
      .expect(202);
    await work(form.body.id);
    expect(await progress(form.body.id)).toMatchObject({ created: 1, fileName: '业务.ndjson' });
    const enterprise = { creditCode: codeOf(77), name: '甲企业', kind: '非公', workers: 12, mediation: true };
    const told = await taken(lines(enterprise, { ...enterprise, workers: 'x' }), '', NDJSON, 'enterprises');
    expect(await results(told.id)).toEqual([
      [1, 'created'],
      [2, 'faulty', 'null: intake.twice'],
    ]);
    const next = await taken(lines({ ...enterprise, workers: 13 }), '', NDJSON, 'enterprises');
    expect(await results(next.id)).toEqual([[1, 'changed']]);
  });

  it('hostile bodies are refused, or are faults of their lines', async () => {
    expect((await send('x'.repeat(1_200_000), '', CSV)).status).toBe(413);
    expect((await send('a,b', '', 'text/plain')).status).toBe(415);
    expect((await a1.post('/robots').set('content-type', CSV).send('a,b')).status).toBe(415);
    expect((await send('a', '', NDJSON, 'ledger-entries')).body.errors[0].field).toBe('ledger');
    expect((await send('a', '', NDJSON, 'ledger-entries&ledger=nothing')).status).toBe(404);
    // refused before it is read: a long body holds nothing up
    expect((await send('x'.repeat(5_000_000), '', NDJSON, 'ledger-entries&ledger=nothing')).status).toBe(404);
    expect((await send('', '', NDJSON)).status).toBeLessThan(500);
    const deep = `{"values":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
    const file = lines(deep, '{"__proto__": {"x": 1}}', `{"values": {"title": "${'长'.repeat(70_000)}"}}`, '"\\ud800"');
    const told = await taken(file);
    expect(told).toMatchObject({ status: 'done', created: 0, faulty: 4 });
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(await taken(Buffer.from([0x7b, 0xd6, 0xd0, 0x7d]))).toMatchObject({ status: 'failed' });
  });
});

it('a program that goes away while it sends leaves nothing behind, and the next one is served', async () => {
  const folder = join(house.config.dataDir, 'evidence', 'incoming');
  const { hostname, port } = new URL(house.url);
  const head = [
    `POST /api/v1/imports?kind=ledger-entries&ledger=${ledger} HTTP/1.1`,
    `host: ${hostname}`,
    `authorization: Bearer ${a1.token}`,
    `content-type: ${NDJSON}`,
    'content-length: 100000',
    '',
    '{"values": {}}',
  ];
  const socket = connect(Number(port), hostname);
  socket.write(head.join('\r\n'));
  await eventually(async () => expect(readdirSync(folder)).toHaveLength(1));
  socket.destroy();
  await eventually(async () => expect(readdirSync(folder)).toEqual([]));
  expect(await taken(lines({ values: values() }))).toMatchObject({ created: 1 });
  const [{ kept }]: [{ kept: number }] = await house.database.query(
    `select count(*)::int as kept from intake i where i.settings->>'ledgerId' = (select id::text from ledger_type where code = $1)`,
    [ledger],
  );
  expect(kept).toBe(1);
});

describe('the codes of a program', () => {
  it('the same file twice changes nothing; what it says anew is changed', async () => {
    const rows = [1, 2, 3].map((each) => ({ code: `K-${each}`, values: values({ title: `第${each}次` }) }));
    expect(await taken(lines(...rows))).toMatchObject({ created: 3 });
    expect(await taken(lines(...rows))).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    const person = { name: '王芳', idNumber: ID };
    const [one, , three] = rows;
    const anew = await taken(lines({ ...one, values: values({ title: '第1次', person }) }, three));
    expect(await results(anew.id)).toEqual([
      [1, 'changed'],
      [2, 'unchanged'],
    ]);
    const other = { ...person, idNumber: '11010519500601002X' };
    expect(await taken(lines({ ...one, values: values({ title: '第1次', person: other }) }))).toMatchObject({
      changed: 1,
    });
    const put = await a1.put(`/ledgers/${ledger}/entries/by-code/K-1`, {
      values: values({ title: '第1次', person: other }),
    });
    expect([put.status, put.body.version]).toEqual([200, 3]);
    expect((await entries()).map((entry) => entry.status)).toEqual(['draft', 'draft', 'draft']);
  });

  it('a draft is handed in; what waits or is accepted is left to those who have it in hand', async () => {
    const file = (people: number): string => lines({ code: 'H-1', values: values({ people }) });
    await taken(file(1));
    expect(await taken(file(1), '&submit=true')).toMatchObject({ changed: 1 });
    expect(await taken(file(1), '&submit=true')).toMatchObject({ changed: 0, unchanged: 1 });
    const waiting = await taken(file(2), '&submit=true');
    expect(await results(waiting.id)).toEqual([[1, 'faulty', 'code: ledgerEntry.underReview']]);
    const { body } = await a1.get(`/ledgers/${ledger}/entries/by-code/H-1`).expect(200);
    expect(body).toMatchObject({ status: 'submitted', values: { people: '1' } });
    await (await house.as('a.administrator')).post(`/ledger-entries/${body.id}/acceptance`).expect(201);
    const accepted = await taken(file(2), '&submit=true');
    expect(await results(accepted.id)).toEqual([[1, 'faulty', 'code: ledgerEntry.accepted']]);
    const [{ told }]: [{ told: number }] = await house.database.query(
      `select count(*)::int as told from outbox_message where name = 'ledger.batchTaken' and body->'ledger'->>'code' = $1`,
      [ledger],
    );
    expect(told).toBe(1);
  });

  it('what was returned is changed behind what was handed in, whole and by number, until it is handed in again', async () => {
    const a = await house.as('a.administrator');
    const person = (idNumber: string) => ({ person: { name: '王芳', idNumber } });
    const file = (title: string, idNumber = ID): string =>
      lines(
        { code: 'R-1', values: values({ title, ...person(idNumber) }) },
        { code: 'R-2', values: values({ title: `${title}稿` }) },
      );
    await taken(lines({ code: 'R-1', values: values({ title: '原', ...person(ID) }) }), '&submit=true');
    const { body: one } = await a1.get(`/ledgers/${ledger}/entries/by-code/R-1`).expect(200);
    const at = `/ledger-entries/${one.id}`;
    const titles = async (): Promise<unknown[]> => {
      const [above, own] = [await a.get(at).expect(200), await a1.get(at).expect(200)];
      return [above.body.values.title, own.body.values.title];
    };
    const number = async (): Promise<unknown> =>
      (await a.post(`${at}/disclosures`, { field: 'person', purpose: '核对发放' }).expect(200)).body.idNumber;
    await a.post(`${at}/return`, { reason: '请核对' }).expect(201);
    expect(await taken(file('改', '440301198001010018'))).toMatchObject({ created: 1, changed: 1 });
    expect([await titles(), await number()]).toEqual([['原', '改'], ID]);
    // known again by what its union has made of it
    expect(await taken(file('改', '440301198001010018'))).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await taken(file('再改', '11010519500601002X'))).toMatchObject({ changed: 2 });
    expect([await titles(), await number()]).toEqual([['原', '再改'], ID]);
    // it was changed since it came back: the same once more hands it in
    expect(await taken(file('再改', '11010519500601002X'), '&submit=true')).toMatchObject({ changed: 2 });
    expect([await titles(), await number()]).toEqual([['再改', '再改'], '11010519500601002X']);
    await a.post(`${at}/return`, { reason: '再核' }).expect(201);
    expect(await taken(file('三改'), '&submit=true')).toMatchObject({ faulty: 1, changed: 1 });
    expect([await titles(), await number()]).toEqual([['三改', '三改'], ID]);
    const left: unknown[] = await house.database.query('select from ledger_rework where id = $1', [one.id]);
    expect(left).toEqual([]);
  });
});

describe('all or only the good rows', () => {
  const rows = (count: number): object[] =>
    Array.from({ length: count }, (_, each) => ({ code: `A-${each}`, values: values({ title: `第${each}次` }) }));
  const faulty = { code: 'A-x', values: values({ people: 'viele' }) };

  it('all: one faulty row, and nothing is taken in; mended, all of it is', async () => {
    const refused = await taken(lines(...rows(600), faulty), '&only=all');
    expect(refused).toMatchObject({ status: 'failed', only: 'all', created: 0, skipped: 600, faulty: 1, done: 601 });
    expect((refused as { failure?: { zh: string } }).failure?.zh).toContain('1 行有误');
    expect(await results(refused.id, 'after=599')).toEqual([
      [600, 'skipped'],
      [601, 'faulty', 'values.people: whole'],
    ]);
    expect(await results(refused.id, 'status=created')).toEqual([]);
    expect(await entries()).toEqual([]);
    const mended = await taken(lines(...rows(600)), '&only=all');
    expect(mended).toMatchObject({ status: 'done', created: 600, skipped: 0, faulty: 0, done: 600, checking: false });
    expect(await entries()).toHaveLength(600);
  });

  it('good: the others are taken in; a dry run says what would be and takes nothing', async () => {
    const tried = await taken(lines(...rows(2), faulty), '&only=all&dryRun=true');
    expect(tried).toMatchObject({ status: 'done', dryRun: true, created: 2, faulty: 1 });
    expect(await entries()).toEqual([]);
    expect(await taken(lines(...rows(2), faulty), '&only=good')).toMatchObject({
      status: 'done',
      created: 2,
      faulty: 1,
    });
    expect(await entries()).toHaveLength(2);
  });

  it('it goes on after a crash, while rows are tried and while they are taken in', async () => {
    const { body } = await send(lines(...rows(1_100)), '&only=all').expect(202);
    const config = house.app.get<Config>(CONFIG);
    const job = { districtId: house.district.id, intakeId: body.id };
    // of two times three batches the second and the fifth die before they are kept
    for (const last of [2, 4]) {
      let batches = 0;
      const dying = takersOf(config).map((each) =>
        'takerFor' in each
          ? {
              ...each,
              takerFor: async (...asked: Parameters<typeof each.takerFor>) => {
                const taker = await each.takerFor(...asked);
                const dies =
                  (does: typeof taker.take): typeof taker.take =>
                  async (...batch) => {
                    const written = await does(...batch);
                    if (++batches === last) throw new Error('The worker dies');
                    return written;
                  };
                return { ...taker, take: dies(taker.take), attempt: dies(taker.attempt) };
              },
            }
          : each,
      );
      const worker = new IntakeProcessor(house.database, house.app.get(Deeds), new EvidenceStore(config), dying);
      await expect(worker.process(job)).rejects.toThrow('The worker dies');
      await worker.giveBack();
      expect(await progress(body.id)).toMatchObject({ status: 'running', done: 500, checking: last === 2 });
    }
    await work(body.id);
    expect(await progress(body.id)).toMatchObject({ status: 'done', created: 1_100, done: 1_100 });
    expect(await entries()).toHaveLength(1_100);
    expect(await results(body.id, 'after=1099')).toEqual([[1_100, 'created']]);
  });

  it('one that is stopped while its rows are tried has taken nothing in; one that nobody has begun ends at once', async () => {
    const { body: waiting } = await send(lines(...rows(1)), '&only=all').expect(202);
    await a1.delete(`/imports/${waiting.id}`).expect(204);
    expect(await progress(waiting.id)).toMatchObject({ status: 'stopped', done: 0 });
    await a1.delete(`/imports/${waiting.id}`).expect(409);
    const { body } = await send(lines(...rows(1_100)), '&only=all').expect(202);
    await house.database.query(
      `update intake set status = 'stopping', started_at = app_now(), total = 1100, done = 500, created = 500 where id = $1`,
      [body.id],
    );
    await work(body.id);
    expect(await progress(body.id)).toMatchObject({ status: 'stopped', created: 0, skipped: 500 });
    expect(await entries()).toEqual([]);
  });

  it('nobody else’s import is seen', async () => {
    const { id } = await taken(lines(...rows(1)));
    const b1 = await house.as('b1.reporter');
    for (const path of ['', '/results', '/results/lines']) await b1.get(`/imports/${id}${path}`).expect(404);
    await b1.delete(`/imports/${id}`).expect(404);
    await (await house.as('a.viewer')).get(`/imports/${id}/results`).expect(200);
  });
});

const asText = (response: Response, done: (error: Error | null, body: string) => void): void => {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts).toString()));
};
