/** Spreadsheets in stories: fetched as bytes, and looked into cell by cell. */
import { strFromU8, unzipSync } from 'fflate';
import type { Test } from 'supertest';

export const asBytes = (call: Test): Test =>
  call.buffer(true).parse((answer, done) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => done(null, Buffer.concat(chunks)));
  });

/** What whoever opens it would work out, call or run; nothing where all cells are plain. */
export function executable(bytes: Buffer): string[] {
  if (bytes.subarray(0, 2).toString() !== 'PK') return executableCsv(bytes.toString('utf8'));
  const files = Object.entries(unzipSync(new Uint8Array(bytes)));
  return files.flatMap(([name, content]) => {
    if (/vbaProject|activeX|externalLink|embeddings|connections/.test(name)) return [name];
    const xml = name.endsWith('.xml') || name.endsWith('.rels') ? strFromU8(content) : '';
    const outside = [...xml.matchAll(/TargetMode="External"/g)].map(() => `${name}: External`);
    if (!/worksheets\/sheet/.test(name)) return outside;
    return [...outside, ...[...xml.matchAll(/<f[ >/][^<]*/g)].map(([formula]) => `${name}: ${formula}`)];
  });
}

const executableCsv = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => line.match(/(?:^|,)"?[=+@\t][^,]*|(?:^|,)"?-(?!\d+(?:\.\d+)?"?(?:,|$))[^,]*/g) ?? []);

/** All that a spreadsheet says, as one text. */
export function saidIn(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8');
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .filter(([name]) => /worksheets\/sheet|sharedStrings/.test(name))
    .map(([, content]) => strFromU8(content))
    .join('');
}

const TOKEN =
  /<\?[^?]*\?>|<\/(?<ends>[\w:.-]+)\s*>|<(?<begins>[\w:.-]+)(?:\s+[\w:.-]+="(?:[^"<&]|&(?:\w+|#\d+|#x[\da-f]+);)*")*\s*(?<empty>\/?)>|(?:[^<&]|&(?:\w+|#\d+|#x[\da-f]+);)+/giy;
const NO_XML = /(?![\t\n\r])[\p{Control}\p{Surrogate}\ufffe\uffff]|\]\]>/u;

/** Where a part of a workbook is no well-formed XML; null where all of it is. */
export function brokenXml(xml: string): string | null {
  const bad = NO_XML.exec(xml);
  if (bad !== null) return `a character at ${bad.index}`;
  const open: string[] = [];
  let at = 0;
  for (const { 0: token, groups = {}, index } of xml.matchAll(TOKEN)) {
    const { begins, ends, empty } = groups;
    if (index !== at) return xml.slice(at, at + 40);
    at += token.length;
    if (ends !== undefined && open.pop() !== ends) return token;
    if (begins !== undefined && empty === '') open.push(begins);
  }
  return at === xml.length && open.length === 0 ? null : `${xml.slice(at, at + 40)} ${open.join()}`;
}
