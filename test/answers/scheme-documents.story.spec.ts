/** Schemes as documents: their versions, copies, JSON documents, spreadsheets and templates, over HTTP. */
import Ajv2020 from 'ajv/dist/2020';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import request from 'supertest';
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import { newId } from '../../src/kernel/id';
import { scheme } from '../support/assessment';
import { type Door, House } from '../support/house';
import { assigned } from '../support/task';

let house: House;
let office: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  office = await house.as('d.administrator');
});
afterAll(() => house.close());

const at = (headers: Record<string, string>): string => (headers['location'] ?? '').replace('/api/v1', '');
const written = async (given: object = scheme): Promise<string> =>
  (await office.post('/district/schemes', given).expect(201)).body.id;
const counted = async (): Promise<number> => (await office.get('/district/schemes').expect(200)).body.total;

/** The bytes of a file that was answered. */
async function fileAt(door: Door, path: string): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  const { body, headers } = await door
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => void chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return { bytes: body, headers };
}

const upload = (door: Door, bytes: Buffer, query = '', name = '方案.xlsx') =>
  door.post(`/district/schemes/spreadsheets${query}`).attach('file', bytes, name);

/** The same workbook with one text replaced by another. */
function withText(bytes: Buffer, text: string, other: string): Buffer {
  const files = unzipSync(bytes);
  const name = 'xl/sharedStrings.xml';
  const xml = strFromU8(files[name] ?? new Uint8Array()).replace(`>${text}<`, `>${other}<`);
  return Buffer.from(zipSync({ ...files, [name]: strToU8(xml) }));
}

describe('every saved state of a scheme is kept', () => {
  it('each with who saved it and what changed, and nothing changes it afterwards', async () => {
    const id = await written();
    const [work, special] = SCHEME_EXAMPLE.parts;
    const [completion, punctual] = work?.criteria ?? [];
    const definition = {
      ...SCHEME_EXAMPLE,
      parts: [
        {
          ...work,
          criteria: [
            { ...completion, name: '重点任务完成', rule: { kind: 'manual' }, scorer: 'office', tasks: undefined },
            punctual,
          ],
        },
        special,
      ],
    };
    await office
      .put(`/district/schemes/${id}`, { ...scheme, title: '2026 年度考核（修订）', definition }, 1)
      .expect(200);
    const { body: list } = await office.get(`/district/schemes/${id}/versions`).expect(200);
    expect(list).toMatchObject({
      total: 2,
      items: [
        { version: 2, title: '2026 年度考核（修订）' },
        { version: 1, title: scheme.title },
      ],
    });
    expect(list.items[0].writtenBy).not.toBe('');
    const { body: second } = await office.get(`/district/schemes/${id}/versions/2`).expect(200);
    expect(second.comparedWith).toBe(1);
    expect(second.changes.map(({ zh }: { zh: string }) => zh)).toEqual([
      '方案名称由“2026 年度考核”改为“2026 年度考核（修订）”。',
      '考核内容 A1“重点任务完成”的名称由“年度任务完成”改为“重点任务完成”。',
      '考核内容 A1“重点任务完成”评分规则有调整。',
      '考核内容 A1“重点任务完成”任务范围有调整。',
      '考核内容 A1“重点任务完成”评分人有调整。',
    ]);
    const { body: first } = await office.get(`/district/schemes/${id}/versions/1`).expect(200);
    expect(first).toMatchObject({ definition: SCHEME_EXAMPLE, comparedWith: null, changes: [] });
    const { body: back } = await office.get(`/district/schemes/${id}/versions/1?against=2`).expect(200);
    expect(back.changes).toHaveLength(5);
    for (const none of ['0', '3', '-1', 'x', '1.0', '99999999999'])
      await office.get(`/district/schemes/${id}/versions/${none}`).expect(404);
    await office.get(`/district/schemes/${id}/versions/1?against=7`).expect(404);
    for (const sql of ['update scheme_version set title = title', 'delete from scheme_version'])
      await expect(house.database.query(sql)).rejects.toMatchObject({ code: '23514' });
  });

  it('an assessment says which version it was opened by', async () => {
    await assigned(house);
    const id = await written({ ...scheme, title: '用于考核' });
    await office.put(`/district/schemes/${id}`, { ...scheme, title: '用于考核二' }, 1).expect(200);
    const { body } = await office.post('/district/assessments', { schemeId: id }).expect(201);
    expect(body).toMatchObject({ schemeId: id, schemeVersion: 2 });
  });
});

describe('a scheme is copied for another year', () => {
  it('the year in its title goes along, and the copy says what it was copied from', async () => {
    const id = await written();
    const { body, headers } = await office.post(`/district/schemes/${id}/copies`, { year: 2027 }).expect(201);
    expect(body).toMatchObject({
      title: '2027 年度考核',
      year: 2027,
      version: 1,
      definition: SCHEME_EXAMPLE,
      copiedFrom: { schemeId: id, version: 1 },
      assessmentId: null,
    });
    expect((await office.get(at(headers)).expect(200)).body).toEqual(body);
    const named = await office.post(`/district/schemes/${id}/copies`, { year: 2028, title: '新办法' }).expect(201);
    expect(named.body.title).toBe('新办法');
    await office.post(`/district/schemes/${id}/copies`, {}).expect(422);
    await office.post(`/district/schemes/${newId()}/copies`, { year: 2027 }).expect(404);
  });
});

describe('a scheme is one JSON document', () => {
  it('what is exported and taken in again is identical', async () => {
    const id = await written();
    const { body, headers } = await office.get(`/district/schemes/${id}/document`).expect(200);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="2026_____.json"; filename*=UTF-8''${encodeURIComponent('2026 年度考核.json')}`,
    );
    expect(body).toEqual({ format: 'sanji.scheme', formatVersion: 1, ...scheme });
    const taken = await office.post('/district/schemes/imports', body).expect(201);
    expect((await office.get(at(taken.headers)).expect(200)).body).toEqual(taken.body);
    const again = await office.get(`/district/schemes/${taken.body.id}/document`).expect(200);
    expect(again.text).toBe((await office.get(`/district/schemes/${id}/document`)).text);
  });

  it('a dry run says what it would be, or all that is wrong, and writes nothing', async () => {
    const document = { format: 'sanji.scheme', formatVersion: 1, ...scheme };
    const before = await counted();
    const good = await office.post('/district/schemes/imports?dryRun=true', document).expect(200);
    expect(good.body).toEqual({ title: scheme.title, year: 2026, criteria: 3, definition: SCHEME_EXAMPLE, errors: [] });
    expect(good.headers['location']).toBeUndefined();
    const wrong = { ...document, definition: { ...SCHEME_EXAMPLE, fullMarks: '90', extra: 1 } };
    const { body } = await office.post('/district/schemes/imports?dryRun=true', wrong).expect(200);
    expect(body).toMatchObject({ criteria: null, definition: null });
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'definition.extra',
      'definition.fullMarks',
    ]);
    await office.post('/district/schemes/imports', wrong).expect(422);
    for (const other of [{ ...document, format: 'other' }, { ...document, formatVersion: 2 }, scheme, {}])
      await office.post('/district/schemes/imports', other).expect(422);
    await office.post('/district/schemes/imports?dryRun=maybe', document).expect(422);
    expect(await counted()).toBe(before);
  });

  it('the published schema knows every scheme that is exported', async () => {
    const { body: schema } = await office.get('/district/scheme-schema').expect(200);
    const id = await written();
    const { body } = await office.get(`/district/schemes/${id}/document`).expect(200);
    const fits = new Ajv2020().compile(schema);
    expect([fits(body.definition), fits.errors]).toEqual([true, null]);
    const { body: api } = await request(house.url).get('/api/openapi.json').expect(200);
    expect(Object.keys(api.components.schemas)).toEqual(
      expect.arrayContaining(['SchemeDefinition', 'CriterionNode', 'ScoringRule', 'BandsRule', 'ManualRule']),
    );
  });
});

describe('a scheme is a spreadsheet', () => {
  it('downloaded and taken in again it is the same scheme', async () => {
    const id = await written();
    const { bytes, headers } = await fileAt(office, `/district/schemes/${id}/spreadsheet`);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(headers['content-disposition']).toContain(encodeURIComponent('2026 年度考核.xlsx'));
    const tried = await upload(office, bytes, '?dryRun=true').expect(200);
    expect(tried.body).toEqual({
      title: scheme.title,
      year: 2026,
      criteria: 3,
      definition: SCHEME_EXAMPLE,
      errors: [],
    });
    const { body, headers: made } = await upload(office, bytes).expect(201);
    expect(body).toMatchObject({ ...scheme, version: 1 });
    expect((await office.get(at(made)).expect(200)).body).toEqual(body);
  });

  it('the blank one opens, and says what is missing', async () => {
    const { bytes, headers } = await fileAt(office, '/district/scheme-templates/blank/spreadsheet');
    expect(headers['content-disposition']).toContain(encodeURIComponent('考核方案空白表.xlsx'));
    const { body } = await upload(office, bytes, '?dryRun=true').expect(200);
    expect(body.errors.map(({ words }: { words: { zh: string } }) => words.zh)).toContain(
      '“方案”表第 1 行：方案名称应为 1 至 200 个字。',
    );
    await upload(office, bytes).expect(422);
  });

  it('errors name sheet, row and column, in the language of the caller', async () => {
    const id = await written();
    const { bytes } = await fileAt(office, `/district/schemes/${id}/spreadsheet`);
    const before = await counted();
    const wrong = withText(bytes, '≥95=20；≥80=12', '≥95=19；八十=12');
    const { body } = await upload(office, wrong).expect(422);
    expect(body).toMatchObject({ code: 'scheme.invalid' });
    expect(body.errors).toContainEqual({
      field: '考核内容!G4',
      code: 'unreadable',
      message: '“考核内容”表第 4 行“规则参数”列：看不懂“八十”，分档得分应写成：≥90=3；≥80=2；≥70=1。',
    });
    const english = await upload(office, wrong).set('accept-language', 'en').expect(422);
    expect(english.body.errors[0].message).toMatch(/^Sheet 考核内容, row 4, column 规则参数: /);
    const tried = await upload(office, wrong, '?dryRun=true').expect(200);
    expect(tried.body.errors[0].field).toBe('考核内容!G4');
    expect(await counted()).toBe(before);
  });

  it.each<[string, () => Buffer, number, string]>([
    ['words', () => Buffer.from('姓名,分数'), 415, 'spreadsheet.notXlsx'],
    ['another archive', () => Buffer.from(zipSync({ a: strToU8('b') })), 422, 'spreadsheet.unreadable'],
    ['a bomb', () => Buffer.from(zipSync({ a: new Uint8Array(30_000_000) })), 413, 'spreadsheet.tooLarge'],
    ['more than 2 MB', () => Buffer.alloc(2_100_000, 'PK'), 413, 'tooLarge'],
  ])('%s is refused', async (_, bytes, status, code) => {
    const { body } = await upload(office, bytes()).expect(status);
    expect(body.code).toBe(code);
  });

  it('an upload without a file, or one that is no upload, is refused', async () => {
    const path = '/district/schemes/spreadsheets';
    expect((await office.post(path, {}).expect(422)).body.code).toBe('spreadsheet.missing');
    await office.post(path).field('other', 'x').expect(422);
  });

  it('a retry with its key makes one scheme', async () => {
    const { bytes } = await fileAt(office, `/district/schemes/${await written()}/spreadsheet`);
    const before = await counted();
    const send = (file: Buffer) => upload(office, file).set('idempotency-key', 'once-xlsx');
    const first = await send(bytes).expect(201);
    expect((await send(bytes).expect(201)).body).toEqual(first.body);
    expect((await send(withText(bytes, '工作创新', '创新')).expect(422)).body.code).toBe('idempotencyKey.reused');
    expect(await counted()).toBe(before + 1);
  });
});

describe('a scheme is begun with a template', () => {
  it('every template of the library makes a scheme that stands', async () => {
    const { body } = await office.get('/district/scheme-templates').expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'town-union',
      'district-hundred',
      'community-small',
    ]);
    expect(body.items[0]).toMatchObject({ fullMarks: '32', choosesFacts: true });
    expect(body.items[0].warnings.map(({ zh }: { zh: string }) => zh)).toContain(
      '“组织建设”标明 30 分，公开的各项合计 20 分；分值按公开的各项计。',
    );
    for (const { code, title } of body.items as { code: string; title: string }[]) {
      const one = await office.get(`/district/scheme-templates/${code}`).expect(200);
      const made = await office.post(`/district/scheme-templates/${code}/schemes`, { year: 2027 }).expect(201);
      expect(made.body).toMatchObject({ title: `2027 年度${title}`, year: 2027, definition: one.body.definition });
      expect((await office.get(at(made.headers)).expect(200)).body).toEqual(made.body);
    }
  });

  it('the town’s rates come from the office, or from tasks with the criterion’s code', async () => {
    const make = (facts: string) =>
      office.post('/district/scheme-templates/town-union/schemes', { year: 2027, title: '镇办法', facts });
    const stated = await make('stated').expect(201);
    const fed = await make('tasks').expect(201);
    const second = ({ body }: typeof fed) => body.definition.parts[0].criteria[1];
    expect(second(stated)).toMatchObject({ scorer: 'office', rule: { over: 'stated' } });
    expect(second(fed)).toMatchObject({ scorer: 'computed', tasks: { codes: ['A2'] } });
    await make('guessed').expect(422);
    await office.get('/district/scheme-templates/none').expect(404);
    await office.post('/district/scheme-templates/none/schemes', { year: 2027 }).expect(404);
  });

  it('a sub-district finds the same library at its own door, and a viewer may look and take nothing in', async () => {
    const viewer = await house.as('a.viewer');
    const { body } = await viewer.get('/subdistrict/scheme-templates').expect(200);
    expect(body.items).toHaveLength(3);
    await viewer.post('/subdistrict/scheme-templates/community-small/schemes', { year: 2027 }).expect(403);
    const a = await house.as('a.administrator');
    const made = await a.post('/subdistrict/scheme-templates/community-small/schemes', { year: 2027 }).expect(201);
    expect(made.body).toMatchObject({ forTier: 'community' });
    await office.get(`/district/schemes/${made.body.id}/document`).expect(404);
  });
});
