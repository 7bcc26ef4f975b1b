/** How an annual report leaves the HTTP door as a Word document: an attachment under its own name. */
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { MadeDocument } from './document.service';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How the API's document describes it. */
export const documentAnswer = {
  description: 'The Word document, as an attachment under its own name.',
  content: { [TYPE]: { schema: { type: 'string' as const, format: 'binary' } } },
};

export function outgoingDocument(reply: FastifyReply, { name, bytes }: MadeDocument): StreamableFile {
  void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  const disposition = `attachment; filename="annual-report.docx"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(bytes, { type: TYPE, disposition, length: bytes.length });
}
