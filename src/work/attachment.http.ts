/** How evidence crosses the HTTP door: in as one multipart file, out as an attachment under its own name. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { StreamableFile } from '@nestjs/common';
import { Refused } from '../kernel/errors';
import type { Attachment, Incoming } from './evidence.service';
import type { Thumbnail } from './thumbnail.service';

/** The one file of an upload, as a stream. */
export async function incomingFile(request: FastifyRequest): Promise<Incoming> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) {
    throw new Refused(
      'evidence.missing',
      {
        zh: '请以 multipart/form-data 上传一个文件（字段 file）。',
        en: 'Send one file as multipart/form-data (field file).',
      },
      'file',
    );
  }
  return { name: part.filename, bytes: part.file };
}

/** Always an attachment, never shown by the browser in our name. */
export function outgoingFile(reply: FastifyReply, file: Attachment): StreamableFile {
  const ascii = file.name.replaceAll(/[^\w.-]/g, '_');
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  void reply.headers({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" });
  return new StreamableFile(file.bytes, { type: file.mediaType, disposition, length: file.size });
}

/** A small picture: the same bytes for ever, so the browser may keep it a while; nobody else may. */
export function outgoingPicture(reply: FastifyReply, { bytes, size }: Thumbnail): StreamableFile {
  void reply.headers({
    'cache-control': 'private, max-age=3600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  return new StreamableFile(bytes, { type: 'image/webp', disposition: 'inline', length: size });
}
