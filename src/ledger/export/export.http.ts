/** How a ledger leaves the HTTP door as a spreadsheet (台账导出): an attachment under its own name. */
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Exported, ExportFormat } from './export.service';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** How the API's document describes it. */
export const exportAnswer = {
  description: 'The spreadsheet, as an attachment under its own name.',
  content: Object.fromEntries(
    Object.values(TYPES).map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
  ),
};

export function outgoingExport(reply: FastifyReply, { name, format, bytes }: Exported): StreamableFile {
  void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  const disposition = `attachment; filename="ledger.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(bytes, { type: TYPES[format], disposition });
}
