/** How schemes cross the HTTP door as files (方案文件): a spreadsheet in, documents and spreadsheets out under their own names. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { StreamableFile } from '@nestjs/common';
import { Refused } from '../kernel/errors';
import { documentOf, fileName, type SchemeDocument } from './documents/scheme-document';
import { blankWorkbook, MOST_BYTES, schemeWorkbook, XLSX } from './spreadsheet/scheme-workbook';

/** How the API's document describes a spreadsheet that is answered. */
export const workbookAnswer = {
  description: 'The spreadsheet, as an attachment under its own name.',
  content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } },
} as const;

type Titled = Pick<SchemeDocument, 'title' | 'year' | 'definition'>;

/** The one spreadsheet of an upload. Errors: spreadsheet.missing (422), 413 for more than 2 MB. */
export async function incomingSpreadsheet(request: FastifyRequest): Promise<Uint8Array> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_BYTES } }) : undefined;
  if (part !== undefined) return part.toBuffer();
  const words = {
    zh: '请以 multipart/form-data 上传一个 .xlsx 文件（字段 file）。',
    en: 'Send one .xlsx file as multipart/form-data (field file).',
  };
  throw new Refused('spreadsheet.missing', words, 'file');
}

export function outgoingDocument(reply: FastifyReply, scheme: Titled): SchemeDocument {
  attach(reply, fileName(scheme, '.json'));
  return documentOf(scheme);
}

export async function outgoingWorkbook(reply: FastifyReply, scheme: Titled): Promise<StreamableFile> {
  return spreadsheet(reply, fileName(scheme, '.xlsx'), await schemeWorkbook(scheme));
}

export async function outgoingBlank(reply: FastifyReply): Promise<StreamableFile> {
  return spreadsheet(reply, '考核方案空白表.xlsx', await blankWorkbook());
}

function spreadsheet(reply: FastifyReply, name: string, bytes: Uint8Array): StreamableFile {
  attach(reply, name);
  return new StreamableFile(bytes, { type: XLSX, length: bytes.length });
}

/** Always an attachment, never shown by the browser in our name. */
function attach(reply: FastifyReply, name: string): void {
  const ascii = name.replaceAll(/[^\w.-]/gu, '_');
  void reply.headers({
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  });
}

/** Nothing was made: a dry run is no creation. */
export function asTried(reply: FastifyReply, dryRun: boolean): boolean {
  if (dryRun) void reply.status(200);
  return dryRun;
}
