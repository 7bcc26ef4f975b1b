/** How spreadsheets leave by the HTTP door (电子表格下载): always as attachments under their own Chinese names. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Refused } from '../kernel/errors';
import { blankSheet } from './blank';
import type { ActingRequest } from '../access/declarations';
import { requireScopes } from '../access/key/needed';
import type { Actor } from '../kernel/actor';
import type { IntakeReader } from './intake.reader';
import type { IntakeFaultView } from './intake.view';
import { scopeToWrite } from './kind-scope';
import { XLSX } from './sheet';
import { sheetStream, type SheetFormat } from './sheet-out';
import type { IntakeColumn } from './taker';

const MOST_BYTES = 2 * 1024 * 1024;

/** How the API's document describes a spreadsheet that is answered. */
export const sheetAnswer = {
  description: 'The spreadsheet, as an attachment under its own name.',
  content: {
    [XLSX]: { schema: { type: 'string', format: 'binary' } },
    'text/csv': { schema: { type: 'string', format: 'binary' } },
  },
} as const;

/** A spreadsheet that is read at once, so a small one. Errors: spreadsheet.missing (422), 413. */
export async function incomingSheet(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_BYTES } }) : undefined;
  if (part !== undefined) return { name: part.filename, bytes: await part.toBuffer() };
  const words = {
    zh: '请以 multipart/form-data 上传一个 .xlsx 或 .csv 文件（字段 file）。',
    en: 'Send one .xlsx or .csv file as multipart/form-data (field file).',
  };
  throw new Refused('spreadsheet.missing', words, 'file');
}

export function outgoingSheet(
  reply: FastifyReply,
  name: string,
  format: SheetFormat,
  bytes: Readable | Uint8Array,
): StreamableFile {
  const full = `${name}.${format}`;
  const ascii = full.replaceAll(/[^\w.-]/gu, '_');
  void reply.headers({
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`,
    'x-content-type-options': 'nosniff',
  });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : XLSX;
  return bytes instanceof Uint8Array ? new StreamableFile(bytes, { type }) : new StreamableFile(bytes, { type });
}

export async function outgoingBlank(
  reply: FastifyReply,
  name: string,
  columns: readonly IntakeColumn[],
): Promise<StreamableFile> {
  return outgoingSheet(reply, `${name}导入空白表`, 'xlsx', await blankSheet(name, columns));
}

export function outgoingFaults(reply: FastifyReply, faults: readonly IntakeFaultView[]): StreamableFile {
  const rows = faults.map(({ row, column, message }) => [row, column ?? '', message]);
  const columns = [
    { title: '行', width: 8 },
    { title: '栏目', width: 22 },
    { title: '问题', width: 70 },
  ];
  return outgoingSheet(reply, '导入错误清单', 'xlsx', sheetStream('xlsx', '错误', columns, rows));
}

/** What a key may not begin it may not stop either. Errors: key.scope (403), notFound. */
export async function mayStop(
  reader: IntakeReader,
  actor: Actor,
  id: string,
  { request: { key }, reply }: { readonly request: ActingRequest; readonly reply: FastifyReply },
): Promise<void> {
  if (key === undefined) return;
  const { kind } = await reader.get(actor, id);
  requireScopes(key.scopes, ['intakes:write', scopeToWrite(kind)], reply);
}
