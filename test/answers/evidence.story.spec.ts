/** Evidence (佐证材料): what a community puts beside its figures, who may see it, and what is taken in at all. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { House, type Door } from '../support/house';
import { assigned, cascaded } from '../support/task';

const house = { one: undefined as House | undefined };
const the = (): House => {
  if (house.one === undefined) throw new Error('The house is not open.');
  return house.one;
};
const open = async (env: Record<string, string> = {}) => {
  house.one = await House.open(env);
  the().clock.set(new Date('2026-07-01T02:00:00Z'));
};
afterEach(() => the().close());

/** A draft of A1, with its reporter's door. */
async function draft(): Promise<{ reporter: Door; at: string; id: string }> {
  const { shareA } = await assigned(the());
  const { a1 } = await cascaded(the(), shareA);
  const reporter = await the().as('a1.reporter');
  const { body } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '3', note: '已发展三人' }).expect(201);
  return { reporter, id: body.id, at: `/community/reports/${body.id}` };
}
const attach = (door: Door, at: string, bytes: Buffer, name: string) =>
  door.post(`${at}/evidence`).attach('file', bytes, name);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const folder = () => join(the().config.dataDir, 'evidence');
const onDisk = () =>
  existsSync(folder())
    ? readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(folder(), name)).isFile(),
      )
    : [];
const fetchFile = (door: Door, at: string, id: string) =>
  door
    .get(`${at}/evidence/${id}`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });

const office = (main: string, type: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          `<Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
      ),
      [main]: strToU8('<?xml version="1.0"?><x/>'),
    }),
  );
const docx = office('word/document.xml', 'wordprocessingml.document');
const xlsx = office('xl/workbook.xml', 'spreadsheetml.sheet');
/** Its beginning is that of a workbook, its packed content is not. */
const damaged = Buffer.from(xlsx).fill(0xff, 60, 120);
const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffd9', 'hex'),
]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
/** 签到表 in the encoding of old office computers. */
const gb18030 = Buffer.from('c7a9b5bdb1ed', 'hex');
const exe = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(512)]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');

it('keeps its Chinese name and its bytes, and is stored once however often it is sent', async () => {
  await open();
  const { reporter, at } = await draft();
  const name = '2026年上半年入会名单（田心社区）“定稿”.pdf';
  const first = await attach(reporter, at, pdf, name).expect(201);
  expect(first.body).toMatchObject({ name, mediaType: 'application/pdf', size: pdf.length, sha256: sha256(pdf) });
  const second = await attach(reporter, at, pdf, '副本.pdf').expect(201);
  expect(second.body.sha256).toBe(first.body.sha256);
  expect(onDisk()).toHaveLength(1);
  const file = await fetchFile(reporter, at, first.body.id).expect(200);
  expect(file.body.equals(pdf)).toBe(true);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'x-content-type-options': 'nosniff',
  });
  expect(file.headers['content-disposition']).toMatch(/^attachment; /);
  const [, encoded] = /filename\*=UTF-8''(.+)$/.exec(file.headers['content-disposition'] ?? '') ?? [];
  expect(decodeURIComponent(encoded ?? '')).toBe(name);
  await reporter.delete(`${at}/evidence/${second.body.id}`).expect(204);
  await fetchFile(reporter, at, first.body.id).expect(200);
});

it('is what its content says, not what its name or its sender says', async () => {
  await open();
  const { reporter, at } = await draft();
  for (const [bytes, name, mediaType] of [
    [docx, '总结.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [xlsx, '台账.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [cfb, '旧总结.doc', 'application/msword'],
    [cfb, '旧台账.xls', 'application/vnd.ms-excel'],
    [pdf, '通知.txt', 'application/pdf'],
    [jpeg, '现场.jpg', 'image/jpeg'],
    [png, '现场.PNG', 'image/png'],
    [Buffer.from('签到表：张三、李四'), '签到表.txt', 'text/plain'],
    [gb18030, '签到表.TXT', 'text/plain'],
    [Buffer.from('姓名,入会日期\n张三,2026-03-01\n'), '名单.csv', 'text/plain'],
  ] as const) {
    expect((await attach(reporter, at, bytes, name).expect(201)).body).toMatchObject({ name, mediaType });
  }
  const kept = onDisk().length;
  for (const [bytes, name] of [
    [exe, '入会名单.pdf'],
    [html, '入会名单.html'],
    [html, '入会名单.pdf'],
    [Buffer.from(zipSync({ 'a.js': strToU8('x') })), '资料.docx'],
    [damaged, '台账.xlsx'],
    [Buffer.from('%!PS-Adobe'), '图.ps'],
    [cfb, '旧文件.msi'],
    [randomBytes(400), '名单.txt'],
    [Buffer.alloc(0), '空.txt'],
  ] as const) {
    const refused = await attach(reporter, at, bytes, name);
    expect([name, refused.status, refused.body.code]).toEqual([name, 415, 'evidence.type']);
  }
  const lied = await reporter
    .post(`${at}/evidence`)
    .attach('file', exe, { filename: 'a.pdf', contentType: 'application/pdf' });
  expect(lied.status).toBe(415);
  expect(onDisk()).toHaveLength(kept);
});

it('may be as large and as many as the house says; a file too large leaves nothing behind', async () => {
  await open({ EVIDENCE_MAX_MB: '1', EVIDENCE_MAX_FILES: '2' });
  const { reporter, at } = await draft();
  const big = Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]);
  const refused = await attach(reporter, at, big, '大文件.pdf').expect(413);
  expect(refused.body).toMatchObject({ code: 'evidence.tooLarge' });
  expect(refused.body.detail).toContain('1 MB');
  expect(onDisk()).toEqual([]);
  await attach(reporter, at, pdf, '一.pdf').expect(201);
  const race = await Promise.all(['二', '三', '四'].map((no) => attach(reporter, at, png, `${no}.png`)));
  expect(race.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 422, 422]);
  expect((await attach(reporter, at, png, '五.png').expect(422)).body).toMatchObject({ code: 'evidence.tooMany' });
  expect((await reporter.get(at).expect(200)).body.evidence).toHaveLength(2);
  expect(onDisk()).toHaveLength(2);
  expect(readdirSync(join(folder(), 'incoming'))).toEqual([]);
});

it('of 30 MB goes to disk as a stream', async () => {
  await open({ EVIDENCE_MAX_MB: '40' });
  const { reporter, at } = await draft();
  const big = Buffer.concat([pdf, Buffer.alloc(30 * 1024 * 1024, 'x')]);
  const { body } = await attach(reporter, at, big, '扫描件.pdf').expect(201);
  expect(body).toMatchObject({ size: big.length, sha256: sha256(big) });
  const file = await fetchFile(reporter, at, body.id).expect(200);
  expect(sha256(file.body)).toBe(body.sha256);
});

it('comes as one named file of a form, or not at all', async () => {
  await open();
  const { reporter, at } = await draft();
  for (const wrong of [
    reporter.post(`${at}/evidence`, { file: 'x' }),
    reporter.post(`${at}/evidence`).field('note', '没有文件'),
  ])
    expect([415, 422]).toContain((await wrong).status);
  expect((await attach(reporter, at, pdf, `${'长'.repeat(201)}.pdf`).expect(422)).body.code).toBe('evidence.name');
  const { body } = await attach(reporter, at, pdf, '..\\..\\etc\\名单.pdf').expect(201);
  expect(body.name).toBe('名单.pdf');
  expect(onDisk()).toHaveLength(1);
});

it('is seen by the tiers above once handed in, by nobody beside, and changes no more', async () => {
  await open();
  const { reporter, at, id } = await draft();
  const { body: file } = await attach(reporter, at, pdf, '名单.pdf').expect(201);
  const above = [
    [await the().as('a.viewer'), `/subdistrict/reports/${id}`],
    [await the().as('d.viewer'), `/district/reports/${id}`],
  ] as const;
  for (const [door, path] of above) await fetchFile(door, path, file.id).expect(404);
  await reporter.post(`${at}/submission`).expect(201);
  for (const [door, path] of above) {
    expect((await fetchFile(door, path, file.id).expect(200)).body.equals(pdf)).toBe(true);
  }
  const superior = await the().as('a.reporter');
  await attach(superior, `/subdistrict/reports/${id}`, png, '加.png').expect(404);
  await superior.delete(`/subdistrict/reports/${id}/evidence/${file.id}`).expect(404);
  await fetchFile(await the().as('a2.viewer'), at, file.id).expect(404);
  await fetchFile(await the().as('b.viewer'), `/subdistrict/reports/${id}`, file.id).expect(404);
  await attach(reporter, at, png, '补.png').expect(409);
  await reporter.delete(`${at}/evidence/${file.id}`).expect(409);
  const read = await (await the().as('d.audit_administrator')).get(`/audit-entries?subjectId=${id}`).expect(200);
  expect(read.body.items.map((entry: { deed: string }) => entry.deed)).toContain('evidence.read');
});

it('is refused before the disk is full', async () => {
  await open({ EVIDENCE_MIN_FREE_MB: '100000000' });
  const { reporter, at } = await draft();
  const refused = await attach(reporter, at, pdf, '名单.pdf').expect(507);
  expect(refused.body).toMatchObject({ code: 'evidence.noSpace' });
  expect(onDisk()).toEqual([]);
  expect((await reporter.get(at).expect(200)).body.evidence).toEqual([]);
});
