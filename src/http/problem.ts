/** Problem details (RFC 9457): what a refused call is told, in one language. */
import type { ErrorKind, FieldError, Place, Words } from '../kernel/errors';
import { houseWord } from './house-words';
import type { Language } from './language';

/** A refusal as the HTTP floor understands it, before a language is chosen. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly errors: readonly FieldError[];
  readonly retryAfter?: number;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors: readonly {
    readonly field: string;
    readonly code: string;
    readonly message: string;
    readonly place?: Place;
  }[];
  readonly requestId: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media': 415,
  refused: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
  'no-space': 507,
};

/** A refusal in the house's own words. */
export function houseRefusal(status: number, errors: readonly FieldError[] = [], retryAfter?: number): Refusal {
  const { code, detail } = houseWord(status);
  return { status, code, words: detail, errors, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

export function problemOf(refusal: Refusal, language: Language, url: string, requestId: string): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: houseWord(refusal.status).title[language],
    status: refusal.status,
    detail: refusal.words[language],
    instance: pathOf(url),
    code: refusal.code,
    errors: refusal.errors.map(({ field, code, words, place }) => ({
      field,
      code,
      message: words[language],
      ...(place === undefined ? {} : { place }),
    })),
    requestId,
  };
}

/** The path of a request target, without query, in characters a URI may hold. */
function pathOf(url: string): string {
  const path = (url.split(/[?#]/, 1)[0] ?? '').slice(0, 500);
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x21-\x7e]|["<>\\^`{|}[\]]/gu, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}
