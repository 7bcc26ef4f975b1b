/** A file as programs send it (批量导入): in a form, or as the body itself; streamed, and never longer than is allowed. */
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { FILE_TYPES } from '../http/route-kinds';
import { DomainError } from '../kernel/errors';
import { incomingFile } from '../work/attachment.http';
import type { Incoming } from '../work/evidence.service';
import type { Charset } from './sheet';

/** Lines of JSON are read line by line, so they may be longer than what is read as a whole. */
const MOST_NDJSON = 128 * 1024 * 1024;

const endings: Readonly<Record<(typeof FILE_TYPES)[number], string>> = {
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Excel and older systems call GB18030 by the names of what it holds. */
const charsets: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/** Errors: import.charset, unsupportedMedia (415), evidence.missing (422). */
export async function incomingImport(
  request: FastifyRequest,
  { fileName = '导入', maxBytes }: { readonly fileName?: string; readonly maxBytes: number },
): Promise<{ readonly incoming: Incoming; readonly charset?: Charset }> {
  const [said = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  const type = FILE_TYPES.find((each) => each === said.trim().toLowerCase());
  if (type === undefined) return { incoming: await incomingFile(request) };
  const most = type === 'application/x-ndjson' ? MOST_NDJSON : maxBytes;
  const incoming = { name: `${fileName}.${endings[type]}`, bytes: limited(request, most), most };
  const charset = charsetOf(parameters);
  if (type === 'application/x-ndjson' && charset === 'gb18030') throw wrongCharset();
  return type === 'text/csv' && charset !== undefined ? { incoming, charset } : { incoming };
}

function charsetOf(parameters: readonly string[]): Charset | undefined {
  const given = parameters.map((each) => /^\s*charset\s*=\s*"?([\w-]+)"?\s*$/i.exec(each)?.[1]).find(Boolean);
  if (given === undefined) return undefined;
  const name = given.toLowerCase();
  const charset = Object.hasOwn(charsets, name) ? charsets[name] : undefined;
  if (charset === undefined) throw wrongCharset();
  return charset;
}

/** Ends where it is too long, and lets the rest go by; nothing is read of a body that is refused before it is stored. */
function limited(request: FastifyRequest, most: number): Readable & { truncated?: boolean } {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of request.raw as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size <= most) yield chunk;
      else bytes.truncated = true;
    }
  }
  const bytes: Readable & { truncated?: boolean } = Readable.from(chunks(), { objectMode: false });
  return bytes;
}

const wrongCharset = (): DomainError =>
  new DomainError('unsupported-media', 'import.charset', {
    zh: '字符集应为 utf-8 或 gb18030；NDJSON 只收 utf-8。',
    en: 'The charset should be utf-8 or gb18030; NDJSON is utf-8 only.',
  });
