/** Conditional reads: every JSON answer to a GET carries a strong ETag, and whoever still has it is told 304 and no more. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { readEtagOf } from './etag';

/** 128 bits, 22 letters. */
const DIGEST_BYTES = 16;

export function registerConditional(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload: unknown) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    // files and live changes are streams, and the console keeps its own
    if (!reads || reply.statusCode !== 200 || !isText(payload)) return payload;
    if (request.raw.url?.startsWith('/api/') !== true) return payload;
    const etag = readEtagOf(reply.getHeader('etag'), () => digestOf(payload));
    void reply.header('etag', etag);
    if (!names(request.headers['if-none-match'], etag)) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}

const isText = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

/** Of what was read, as its ETag says it. */
export function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}

/** Whether an If-None-Match names the answer; what a proxy has made weak on its way is the same to a reader. */
function names(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  const tags = given.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
