/** Bodies are JSON in well-formed UTF-8; addresses obey the same rules of text. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, type FieldError } from '../kernel/errors';
import { houseWord } from './house-words';
import { FILE_TYPES, takesFile, takesUpload } from './route-kinds';
import { wellFormed } from './well-formed';

export const BODY_LIMIT = 1024 * 1024;

/** Replaces every parser of the server by the one for JSON; uploads register their own beside it. */
export function registerBodyRules(fastify: FastifyInstance, bodyLimit = BODY_LIMIT): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, raw, done) => {
    try {
      done(null, readJson(raw));
    } catch (error) {
      done(error instanceof Error ? error : unreadable(), undefined);
    }
  });
  // left unread: the route streams it to the disk
  fastify.addContentTypeParser([...FILE_TYPES], (_request, _payload, done) => {
    done(null, undefined);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    try {
      checkAddress(request);
      // what reads has no body, whatever a client says of it
      if (request.method !== 'GET' && request.method !== 'HEAD') checkType(request);
      done();
    } catch (error) {
      done(error instanceof Error ? error : unreadable());
    }
  });
}

/** The value in a body: nothing for an empty one. */
function readJson(raw: string | Buffer): unknown {
  if (raw.length === 0) return undefined;
  const { value, errors } = { value: undefined, errors: undefined, ...wellFormed(parse(raw)) };
  if (errors !== undefined) throw refused(errors);
  return value;
}

function parse(raw: string | Buffer): unknown {
  try {
    const text = typeof raw === 'string' ? raw : new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

function checkType(request: FastifyRequest): void {
  if (isUpload(request) && !takesUpload(request)) throw notJson();
  if (isFile(request) && !takesFile(request)) throw notJson();
}

function checkAddress(request: FastifyRequest): void {
  checkEscapes(request.raw.url ?? '');
  for (const part of ['params', 'query'] as const) {
    const given = request[part];
    if (typeof given !== 'object' || given === null) continue;
    const result = wellFormed(given);
    if ('errors' in result) throw refused(result.errors);
    request[part] = result.value;
  }
}

/** The parser of queries would keep a broken escape as it stands. */
function checkEscapes(url: string): void {
  if (!url.includes('%')) return;
  try {
    decodeURIComponent(url);
  } catch {
    throw unreadable();
  }
}

const isUpload = (request: FastifyRequest): boolean => /^multipart\//i.test(request.headers['content-type'] ?? '');

const isFile = (request: FastifyRequest): boolean => {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return FILE_TYPES.some((each) => each === type);
};

const notJson = (): DomainError => new DomainError('unsupported-media', 'unsupportedMedia', houseWord(415).detail);

const unreadable = (): DomainError => new DomainError('bad-request', 'badRequest', houseWord(400).detail);

const refused = (errors: readonly FieldError[]): DomainError =>
  new DomainError('refused', 'invalid', houseWord(422).detail, errors);
