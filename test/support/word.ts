/** Reads a Word document for stories: its paragraphs, with fields told from words that are typed. */
import { strFromU8, unzipSync } from 'fflate';

export interface WordParagraph {
  readonly style: string;
  /** Everything as it is read. */
  readonly text: string;
  /** Without its fields. */
  readonly typed: string;
}

export interface WordDocument {
  readonly paragraphs: readonly WordParagraph[];
  /** What fields show, by the property they name. */
  readonly fields: readonly (readonly [property: string, text: string])[];
  readonly properties: ReadonlyMap<string, string>;
  readonly pictures: number;
  readonly xml: string;
}

const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text)).join('');
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export function readWord(bytes: Buffer): WordDocument {
  const files = unzipSync(new Uint8Array(bytes));
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const xml = read('word/document.xml');
  const field = /<w:fldSimple [^>]*w:instr="([^"]*)"[^>]*>(.*?)<\/w:fldSimple>/gs;
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
    text: plain(paragraph),
    typed: plain(paragraph.replaceAll(field, '')),
  }));
  const fields = [...xml.matchAll(field)].map(
    ([, instruction = '', shown = '']) =>
      [/DOCPROPERTY "(.*)"/.exec(unescaped(instruction))?.[1] ?? '', plain(shown)] as const,
  );
  const properties = new Map(
    [...read('docProps/custom.xml').matchAll(/<property [^>]*name="([^"]*)"[^>]*>\s*<vt:lpwstr>([^<]*)</g)].map(
      ([, name = '', value = '']) => [unescaped(name), unescaped(value)] as const,
    ),
  );
  const pictures = Object.keys(files).filter((name) => name.startsWith('word/media/') && name.endsWith('.png')).length;
  return { paragraphs, fields, properties, pictures, xml };
}
