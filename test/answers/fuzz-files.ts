/** Files that are sent up: such as people send, and such as they do not. */
import { writeXlsx } from 'hucre/xlsx';
import { picture } from '../support/picture';
import { codeOf, csvOf } from '../support/register';

export interface Sent {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Files {
  readonly pictures: readonly Sent[];
  readonly sheets: readonly Sent[];
  readonly wrong: readonly Sent[];
}

const BOUNDARY = 'x-boundary-x';

const form = (parts: readonly (readonly [string, Buffer])[]): Sent => ({
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  bytes: Buffer.concat([
    ...parts.flatMap(([head, content]) => [
      Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]),
});

const named = (name: string, field = 'file', type = 'application/octet-stream'): string =>
  `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}`;

export async function filesFor(): Promise<Files> {
  const jpeg = await picture();
  const csv = csvOf(`${codeOf(900)},新企业,,非公有制企业,10,5,,,`);
  const rows = [
    ['姓名', '数'],
    ['甲', 1],
    ['=1+1', null],
  ];
  const xlsx = Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows }] }));
  const one = (name: string, content: Buffer): Sent => form([[named(name), content]]);
  const noise = Buffer.from(Array.from({ length: 3_000 }, (_, no) => (no * 7919 + 13) % 256));
  return {
    pictures: [one('现场.jpg', jpeg)],
    sheets: [one('表.csv', csv), one('表.xlsx', xlsx)],
    wrong: [
      form([]),
      form([[named('空.jpg'), Buffer.alloc(0)]]),
      form([[named('现场.jpg', '文件'), jpeg]]),
      form([[named('..%2f..%2fetc/passwd'), jpeg]]),
      form([[named('a\0b.jpg'), jpeg]]),
      form([[named('\u202egpj.exe'), jpeg]]),
      form([[named(`${'长'.repeat(2_000)}.jpg`), jpeg]]),
      form([[named(''), jpeg]]),
      form([['Content-Disposition: form-data; name="file"', Buffer.from('text and no file')]]),
      form([['Content-Disposition: form-data', jpeg]]),
      form([['', jpeg]]),
      form([
        [named('一.jpg'), jpeg],
        [named('二.jpg'), jpeg],
      ]),
      form([
        ['Content-Disposition: form-data; name="reason"', Buffer.from('x\0y')],
        [named('一.jpg'), jpeg],
      ]),
      one('现场.jpg', jpeg.subarray(0, 200)),
      one('现场.jpg', Buffer.concat([jpeg.subarray(0, 400), noise])),
      one('现场.png', noise),
      one('表.xlsx', noise),
      one('表.xlsx', xlsx.subarray(0, xlsx.length - 100)),
      one('表.xlsx', Buffer.concat([xlsx.subarray(0, 300), noise])),
      one('表.csv', noise),
      one('表.csv', Buffer.from('\0\0\0,\r\n')),
      one('表.csv', Buffer.from(`"${'x'.repeat(50_000)}\n,,,`)),
      one('表.csv', Buffer.from('工会,'.repeat(5_000))),
      one('表.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x0a, 0x00])),
      one('说明.html', Buffer.from('<script>1</script>')),
      { type: `multipart/form-data; boundary=${BOUNDARY}`, bytes: one('现场.jpg', jpeg).bytes.subarray(0, 400) },
      { type: 'multipart/form-data; boundary=other', bytes: one('现场.jpg', jpeg).bytes },
      { type: `multipart/mixed; boundary=${BOUNDARY}`, bytes: one('现场.jpg', jpeg).bytes },
      { type: 'text/csv', bytes: noise },
      { type: 'text/csv', bytes: csv },
      { type: 'application/x-ndjson', bytes: Buffer.from('{"a":1}\n{"a":\n\n\0') },
      { type: 'application/x-ndjson', bytes: noise },
      { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: xlsx },
      { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: noise },
    ],
  };
}
