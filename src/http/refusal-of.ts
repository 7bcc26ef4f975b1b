/** Turns anything that was thrown into a refusal, or into undefined where it is a fault of ours. */
import { HttpException } from '@nestjs/common';
import { DomainError } from '../kernel/errors';
import { isNoSpace, isOutage } from './outage';
import { houseRefusal, STATUS_OF, type Refusal } from './problem';
import { refusalOfSqlState } from './sqlstate';

const RETRY_SECONDS = 2;
const BROKEN_UPLOAD =
  /^(Unexpected end of (multipart data|form|file)|Part terminated early|Malformed part header|Multipart: Boundary not found)/;
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  FST_INVALID_MULTIPART_CONTENT_TYPE: 415,
  FST_INVALID_JSON_FIELD_ERROR: 400,
  FST_ERR_CTP_EMPTY_JSON_BODY: 400,
};

export function refusalOf(thrown: unknown): Refusal | undefined {
  const chain = chainOf(thrown);
  const said = chain.find((error) => error instanceof DomainError);
  if (said !== undefined) return refusalOfDomain(said);
  for (const error of chain.reverse()) {
    const refusal = refusalOfOne(error);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOfOne(error: object): Refusal | undefined {
  const known = stringsOf(error);
  if (known.code !== undefined) {
    const status = STATUS_BY_CODE[known.code];
    if (status !== undefined) return houseRefusal(status);
    const refused = refusalOfSqlState({ ...known, code: known.code });
    if (refused !== undefined) return refused;
  }
  if (isNoSpace(known)) return houseRefusal(507);
  if (isOutage(known)) return houseRefusal(503, [], RETRY_SECONDS);
  if (BROKEN_UPLOAD.test(known.message)) return houseRefusal(400);
  return refusalOfStatus(error);
}

function refusalOfDomain(error: DomainError): Refusal {
  const { code, words, errors, retryAfter } = error;
  const refusal = { status: STATUS_OF[error.kind], code, words, errors };
  if (retryAfter !== undefined) return { ...refusal, retryAfter };
  return refusal.status === 503 ? { ...refusal, retryAfter: RETRY_SECONDS } : refusal;
}

/** Nest's and Fastify's own errors, of which only the status is told. */
function refusalOfStatus(error: object): Refusal | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number' || status < 400 || status === 500 || status > 599) return undefined;
  return houseRefusal(status, [], status === 503 ? RETRY_SECONDS : undefined);
}

/** The error and what it was caused by: TypeORM wraps the driver's error, Nest wraps Fastify's. */
function chainOf(thrown: unknown): object[] {
  const chain: object[] = [];
  let next = thrown;
  while (typeof next === 'object' && next !== null && chain.length < 5) {
    chain.push(next);
    if ('driverError' in next && next.driverError !== undefined) next = next.driverError;
    else next = 'cause' in next ? next.cause : undefined;
  }
  return chain;
}

interface Strings {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly column?: string;
  readonly detail?: string;
}

function stringsOf(error: object): Strings {
  const entries = ['name', 'message', 'code', 'syscall', 'column', 'detail'].map((key) => [
    key,
    Reflect.get(error, key),
  ]);
  return { name: '', message: '', ...Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) };
}
