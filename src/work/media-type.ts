/** What a file really is, by its content, against the list of what is allowed as evidence. */
import { open } from 'node:fs/promises';
import { codeOf } from '../kernel/error-code';
import { DomainError } from '../kernel/errors';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const allowed = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/tiff',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  XLSX,
]);

/** Word and Excel before 2007 share one container; only the name tells them apart. */
const legacy: Record<string, string> = { doc: 'application/msword', xls: 'application/vnd.ms-excel' };

/** The media type of a file on disk. Error: evidence.type (415) when it is none of the allowed kinds. */
export async function mediaTypeOf(path: string, name: string): Promise<string> {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = await contentOf(path);
  if (found !== undefined && allowed.has(found.mime)) return found.mime;
  if (found?.mime === 'application/zip' && ending === 'xlsx' && (await isWorkbook(path))) return XLSX;
  const old = legacy[ending];
  if (found?.mime === 'application/x-cfb' && old !== undefined) return old;
  if (found === undefined && ['txt', 'csv'].includes(ending) && (await isText(path))) return 'text/plain';
  throw new DomainError('unsupported-media', 'evidence.type', {
    zh: '只接受图片、PDF、Word、Excel 和文本文件（按内容识别）。',
    en: 'Evidence is an image, a PDF, a Word or Excel file or plain text, judged by its content.',
  });
}

/** What the first bytes say; nothing for a file that is damaged within. */
async function contentOf(path: string): Promise<{ readonly mime: string } | undefined> {
  const { fileTypeFromFile } = await import('file-type/node');
  try {
    return await fileTypeFromFile(path);
  } catch (error) {
    // the disk names the call that failed; anything else is what unpacking found in the file
    if (typeof error === 'object' && error !== null && 'syscall' in error) throw error;
    return undefined;
  }
}

/** A workbook written as a stream (our own exports too) says what it is at its end, in the list of its parts. */
async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - 65_536);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, from);
    const end = buffer.subarray(0, bytesRead);
    return end.includes('[Content_Types].xml') && end.includes('xl/workbook.xml');
  } finally {
    await file.close();
  }
}

/** Text in UTF-8 or GB18030: no NUL in its first 64 KiB, and decodable. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const head = buffer.subarray(0, bytesRead);
    return !head.includes(0) && bytesRead > 0 && (decodes(head, 'utf-8') || decodes(head, 'gb18030'));
  } finally {
    await file.close();
  }
}

/** `stream` forgives a character cut off at the end of the sample. */
function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
