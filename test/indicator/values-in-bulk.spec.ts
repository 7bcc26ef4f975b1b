/** Values from outside in bulk (外部数据导入): a file says what could be put one by one, and nothing that could not. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { CONFIG, type Config } from '../../src/config';
import { IntakeProcessor } from '../../src/intake/intake.processor';
import type { About, Cells, Numbered } from '../../src/intake/taker';
import { valueTaker } from '../../src/indicator/external/value-taker';
import type { Actor } from '../../src/kernel/actor';
import { Deeds } from '../../src/outbox/deeds';
import { takersOf } from '../../src/takers';
import { EvidenceStore } from '../../src/work/evidence-store.service';
import { sendingProgram } from '../support/case';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { defined } from '../support/indicator';
import { asBytes } from '../support/sheet';

const NDJSON = 'application/x-ndjson';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCOPES = ['intakes:read', 'intakes:write', 'indicators:read', 'indicators:write'];
const source = '社保月报 3 号';

let house: House;
let program: Door;

beforeAll(async () => {
  // no worker: what is taken in is worked on by hand
  house = await House.open({ ROLE: 'api' });
  // a key is looked at by the day of the database
  program = await sendingProgram(house, 'social', { scopes: SCOPES });
  house.clock.set(new Date('2026-04-02T02:00:00Z'));
  const people = { measure: { name: '参保职工', unit: '人' }, overTime: 'last' };
  for (const code of ['insured', 'trained', 'busy'])
    await defined(house, code, "external.value('community')", people, { holdsFrom: '2026' });
  await defined(house, 'computed', '2 * 3', {}, { holdsFrom: '2026' });
});
afterAll(() => house.close());

type Row = Record<string, unknown>;
const row = (indicator: string, union: string, period: string, value: unknown, more: Row = {}): Row => ({
  ...{ indicator, union, period, value, source },
  ...more,
});
const lines = (rows: readonly Row[]): string => rows.map((each) => JSON.stringify(each)).join('\n');
const send = (body: string | Buffer, query = '', type = NDJSON, door = program) =>
  door.post(`/imports?kind=indicator-values${query}`).set('content-type', type).send(body);

async function taken(...given: Parameters<typeof send>): Promise<{ id: string; counts: string }> {
  const { body: asked } = await send(...given).expect(202);
  const config = house.app.get<Config>(CONFIG);
  const [deeds, store] = [house.app.get(Deeds), new EvidenceStore(config)];
  const processor = new IntakeProcessor(house.database, deeds, store, takersOf(config));
  await processor.process({ districtId: house.district.id, intakeId: asked.id });
  const { body } = await (given[3] ?? program).get(`/imports/${asked.id}`).expect(200);
  const { status, created, changed, unchanged, skipped, faulty } = body;
  return { id: asked.id, counts: [status, created, changed, unchanged, skipped, faulty].join(' ') };
}
const became = async (id: string, door = program): Promise<string[]> =>
  (await door.get(`/imports/${id}/results`).expect(200)).body.items.map(
    ({ status, errors }: { status: string; errors: { field: string; code: string }[] }) =>
      [status, ...errors.map(({ field, code }) => `${field}: ${code}`)].join(' '),
  );
const said = async (place: string): Promise<Record<string, never>> =>
  (await program.get(`/indicators/${place.replace(' ', '/values/').replace(' ', '/')}`)).body;
const announced = async (code: string): Promise<string[]> => {
  const rows = await house.database.query(
    `select body->'externalValue'->>'period' || ' ' || (body->'externalValue'->>'value') as said from outbox_message
     where name = 'indicator.received' and body->'externalValue'->>'code' = $1 order by seq`,
    [code],
  );
  return rows.map((each: { said: string }) => each.said);
};

/** Who takes a file in by hand, and which. */
async function district(): Promise<[Actor, About]> {
  const [{ officerId, unionId, path }] = await house.database.query(
    `select o.id as "officerId", u.id as "unionId", u.path::text as path from officer o join trade_union u on u.id = o.union_id
     where o.account = 'd.administrator'`,
  );
  const actor: Actor = {
    ...{ districtId: house.district.id, officerId, unionId, path, tier: 'district', role: 'administrator' },
    ...{ account: 'd.administrator', network: '10.0.0.1', requestId: 'many' },
  };
  const about: About = { intakeId: unionId, fileName: 'x', settings: {} };
  return [actor, about];
}

describe('a file of values', () => {
  it('is taken in as they would be put; the same once more changes nothing and is not told; what it says otherwise is a new version', async () => {
    const file = [
      row('insured', 'A1', '2026-03', '120', { unit: '人', asOf: '2026-03-31' }),
      row('insured', 'A2', '2026-03', 50),
      row('insured', 'A1', '2026-02', '1,100'),
    ];
    expect((await taken(lines(file))).counts).toBe('done 3 0 0 0 0');
    expect(await said('insured A1 2026-03')).toMatchObject({
      ...{ version: 1, value: '120', unit: '人', source, asOf: '2026-03-31', givenBy: '平台 social', byProgram: true },
      ...{ keyPrefix: program.token.split('_')[1], network: expect.stringMatching(/\d|::/), earlier: [] },
    });
    expect(await said('insured A1 2026-02')).toMatchObject({ value: '1100', asOf: null });
    expect((await taken(lines(file))).counts).toBe('done 0 0 3 0 0');
    const other = [...file.slice(0, 2), row('insured', 'A1', '2026-02', '1200')];
    expect((await taken(lines(other))).counts).toBe('done 0 1 2 0 0');
    expect(await said('insured A1 2026-02')).toMatchObject({ version: 2, earlier: [{ version: 1, value: '1100' }] });
    expect(await announced('insured')).toEqual(['2026-03 120', '2026-03 50', '2026-02 1100', '2026-02 1200']);
    const [entry] = await house.database.query(
      `select before->>'value' as before, key_prefix as key from audit_entry
       where deed = 'indicator.received' and after->'externalValue'->>'value' = '1200'`,
    );
    expect(entry).toEqual({ before: '1100', key: program.token.split('_')[1] });
    // what was put is known to a file, and the other way round
    await program.put('/indicators/insured/values/A2/2026-03', { value: '50', source }).expect(200);
    expect(await announced('insured')).toHaveLength(4);
    // what is worked out of it is worked out anew
    const stale = await house.database.query(
      `select u.code || ' ' || min(s.since)::text as said from indicator_stale s join trade_union u on u.path = s.path
       where s.source = 'external' group by u.code order by u.code`,
    );
    expect(stale).toEqual([{ said: 'A1 2026-02-01' }, { said: 'A2 2026-03-01' }]);
  });

  it('is a CSV by titles or names, or a workbook, which makes a day of a month', async () => {
    const csv = `指标代码,工会代码,期间,数值,计量单位,出处,asOf\ntrained,A1,2026-01,7,人,${source},2026/1/31`;
    expect((await taken(csv, '', 'text/csv')).counts).toBe('done 1 0 0 0 0');
    expect(await said('trained A1 2026-01')).toMatchObject({ value: '7', asOf: '2026-01-31' });
    const rows = [
      ['indicator', 'union', 'period', 'value', 'source', '数据日期'],
      ['trained', 'A1', new Date(Date.UTC(2026, 0, 1)), 7, source, new Date(Date.UTC(2026, 0, 31))],
      ['trained', 'A2', new Date(Date.UTC(2026, 0, 1)), 8, source, null],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: '数值', rows }] });
    expect((await taken(Buffer.from(bytes), '', XLSX)).counts).toBe('done 1 0 1 0 0');
    expect(await said('trained A2 2026-01')).toMatchObject({ value: '8' });
  });

  it('says of each row what stands against it, as a single value is refused', async () => {
    const office = await house.as('d.administrator');
    const closed = await office.post('/district/indicator-closures', { period: '2026-02', reason: '审定' }).expect(201);
    const { id } = await taken(
      lines([
        row('computed', 'A1', '2026-03', '1'),
        row('nothing', 'Z9', '2026-13', 'viele', { unit: '', source: '' }),
        row('trained', 'A1', '2026', '1'),
        row('trained', 'A1', '2026-05', '1'),
        row('trained', 'A', '2026-03', '1'),
        row('trained', 'A1', '2026-03', '1.5'),
        row('trained', 'A1', '2026-03', '1', { unit: '人次' }),
        row('trained', 'A2', '2026-03', '1', { asOf: '2026-04-03' }),
        row('trained', 'B1', '2026-02', '1'),
        row('trained', 'B1', '2026-03', null, { asOf: 'gestern', source: 'x'.repeat(201) }),
      ]),
    );
    expect(await became(id)).toEqual([
      'faulty indicator: externalValue.computed',
      'faulty source: required indicator: externalValue.indicator union: externalValue.union period: period value: quantity',
      'faulty period: externalValue.period',
      'faulty period: externalValue.future',
      'faulty union: externalValue.tier',
      'faulty value: externalValue.decimals',
      'faulty null: intake.twice',
      'faulty asOf: externalValue.asOf',
      'faulty period: externalValue.closed',
      'faulty value: required source: text asOf: day',
    ]);
    await office.post(`/district/indicator-closures/${closed.body.id}/reopening`, { reason: '更正' }).expect(201);
    expect((await taken(lines([row('trained', 'A1', '2026-03', '1', { unit: '人次' })]))).counts).toBe(
      'done 0 0 0 0 1',
    );
    expect(await announced('trained')).toEqual(['2026-01 7', '2026-01 8']);
  });

  it('takes a value back in a word, as null does; an empty cell takes nothing, and what was never given is not taken back', async () => {
    await taken(lines([row('trained', 'A1', '2026-03', '4'), row('trained', 'A2', '2026-03', '6')]));
    const file = lines([
      row('trained', 'A1', '2026-03', '撤回', { source: '更正函 2 号' }),
      row('trained', 'A2', '2026-03', null),
      row('trained', 'A1', '2026-02', 'withdrawn'),
      row('trained', 'A2', '2026-01', '撤 回'),
    ]);
    const tried = await taken(file, '&dryRun=true');
    const told = ['changed', 'faulty value: required', 'faulty value: externalValue.nothing', 'faulty value: quantity'];
    expect([tried.counts, await became(tried.id)]).toEqual(['done 0 1 0 0 3', told]);
    expect(await said('trained A1 2026-03')).toMatchObject({ version: 1, value: '4' });
    expect(await became((await taken(file)).id)).toEqual(told);
    const back = { version: 2, value: null, source: '更正函 2 号', earlier: [{ version: 1, value: '4' }] };
    expect(await said('trained A1 2026-03')).toMatchObject(back);
    expect(await said('trained A2 2026-03')).toMatchObject({ version: 1, value: '6' });
    // the same once more changes nothing, and a single value is known to have been taken back
    expect((await became((await taken(file)).id))[0]).toBe('unchanged');
    const put = { value: null, source: '更正函 2 号' };
    expect((await program.put('/indicators/trained/values/A1/2026-03', put)).body).toMatchObject({ version: 2 });
    const again = lines([row('trained', 'A1', '2026-03', '5'), row('trained', 'A2', '2026-03', 'Withdrawn')]);
    expect((await taken(again)).counts).toBe('done 0 2 0 0 0');
    expect(await said('trained A1 2026-03')).toMatchObject({ version: 3, value: '5' });
    expect(await said('trained A2 2026-03')).toMatchObject({ version: 2, value: null });
  });

  it('has a blank to fill in, whose sample is not taken for a value', async () => {
    const answer = await asBytes(program.get('/intakes/indicator-values/blank')).expect(200);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('指标数值导入空白表.xlsx'));
    const [sheet, help] = (await readXlsx(answer.body as Uint8Array)).sheets;
    expect(sheet?.rows[0]).toEqual(['指标代码*', '工会代码*', '期间*', '数值*', '计量单位', '出处*', '数据日期']);
    expect(JSON.stringify(help?.rows)).toContain('撤回');
    const { id } = await taken(answer.body as Buffer, '', XLSX);
    expect(await became(id)).toEqual(['faulty null: intake.sample']);
  });

  it('names no union that was not there on the last day of its period', async () => {
    await house.database.query(`update trade_union set opened_on = '2026-03-15' where id = $1`, [
      house.district.unions.B1,
    ]);
    const { id } = await taken(lines([row('trained', 'B1', '2026-02', '1'), row('trained', 'B1', '2026-03', '1')]));
    expect(await became(id)).toEqual(['faulty union: externalValue.union', 'created']);
  });

  it('tried changes nothing, and all or nothing takes nothing with one row that is faulty', async () => {
    const [good, bad] = [row('busy', 'A1', '2026-03', '5'), row('busy', 'A2', '2026-03', 'x')];
    expect((await taken(lines([good, bad]), '&dryRun=true')).counts).toBe('done 1 0 0 0 1');
    expect((await taken(lines([good, bad]), '&only=all')).counts).toBe('failed 0 0 0 1 1');
    expect(await said('busy A1 2026-03')).toMatchObject({ code: 'notFound' });
    expect((await taken(lines([good, bad]), '&only=good')).counts).toBe('done 1 0 0 0 1');
    expect(await announced('busy')).toEqual(['2026-03 5']);
  });

  it('lies within the reach of who sent it, and in the scope of its key', async () => {
    const b = await house.as('b.administrator');
    const { id } = await taken(
      lines([row('busy', 'A1', '2026-02', '1'), row('busy', 'B1', '2026-03', '1')]),
      '',
      NDJSON,
      b,
    );
    expect(await became(id, b)).toEqual(['faulty union: externalValue.union', 'created']);
    const { body } = await send(lines([row('busy', 'A1', '2026-02', '1')]), '', NDJSON, await house.as('d.viewer'));
    expect(body.code).toBe('role');
    house.clock.set(new Date());
    const files = await sendingProgram(house, 'files', { scopes: ['intakes:read', 'intakes:write'] });
    house.clock.set(new Date('2026-04-02T02:00:00Z'));
    const refused = await send(lines([row('busy', 'A1', '2026-02', '1')]), '', NDJSON, files);
    expect([refused.status, refused.body.code]).toEqual([403, 'key.scope']);
  });

  it('and a single value at the same moment, or another file, are said one after the other', async () => {
    const [actor, about] = await district();
    const rows = [{ row: 1, value: { indicator: 'busy', union: 'A1', period: '2026-02', value: '9', source } }];
    const waiting = (many: number): Promise<void> =>
      eventually(async () => {
        const [{ n }] = await house.database
          .query(`select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
           where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
        expect(n).toBe(many);
      });
    const later: Promise<unknown>[] = [];
    await house.database.transaction(async (tx) => {
      expect(await valueTaker.take(tx, actor, rows, about)).toMatchObject({ created: 1 });
      later.push(program.put('/indicators/busy/values/A1/2026-02', { value: '9', source }).then((answer) => answer));
      await waiting(1);
      later.push(house.database.transaction((other) => valueTaker.take(other, actor, rows, about)));
      await waiting(2);
    });
    const [put, file] = await Promise.all(later);
    expect(put).toMatchObject({ status: 200, body: { version: 1, value: '9' } });
    expect(file).toMatchObject({ created: 0, changed: 0, unchanged: 1, faults: [] });
    expect((await announced('busy')).filter((each) => each.endsWith(' 9'))).toHaveLength(1);
  });

  it('takes as many statements for many rows as for one', async () => {
    const [actor, about] = await district();
    const statements = (value: string, ...places: string[]): Promise<number> =>
      house.database.transaction(async (tx) => {
        const asked = jest.spyOn(tx, 'query');
        const rows = places.map((place, no): Numbered<Cells> => {
          const [indicator = '', union = '', period = ''] = place.split(' ');
          return { row: no, value: { indicator, union, period, value, source } };
        });
        expect((await valueTaker.take(tx, actor, rows, about)).made.size).toBe(rows.length);
        return asked.mock.calls.length;
      });
    const many = ['insured', 'trained'].flatMap((code) =>
      ['A1', 'A2'].flatMap((union) => ['2026-01', '2026-02', '2026-03'].map((month) => `${code} ${union} ${month}`)),
    );
    await statements('77', ...many);
    expect(await statements('78', ...many)).toBe(await statements('79', 'insured A1 2026-03'));
  });
});
