/** What the house says when it refuses: a stable code, words in both languages and, where known, the field. */

/** One text in the two languages of the platform. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Where in a text of several lines, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One field that is wrong, and what would be right. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly words: Words;
  /** Of an expression: where in it. */
  readonly place?: Place;
}

/** Why a call is refused. The HTTP floor maps each kind to one status. */
export type ErrorKind =
  | 'bad-request' // 400: the message cannot be read
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not-found' // 404, also for what lies out of reach
  | 'conflict' // 409: the state does not allow it
  | 'precondition-failed' // 412: somebody else wrote in between
  | 'too-large' // 413
  | 'unsupported-media' // 415
  | 'refused' // 422: a rule of the trade or a wrong field
  | 'precondition-required' // 428: If-Match is missing
  | 'too-many' // 429
  | 'unavailable' // 503: try again
  | 'no-space'; // 507

export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly words: Words,
    readonly errors: readonly FieldError[] = [],
    /** Seconds after which a retry makes sense (429 and 503). */
    readonly retryAfter?: number,
  ) {
    super(`${code}: ${words.en}`);
    this.name = new.target.name;
  }
}

/** A rule of the trade forbids it (422). With `field`, the field that would have to change. */
export class Refused extends DomainError {
  constructor(code: string, words: Words, field?: string) {
    super('refused', code, words, field === undefined ? [] : [{ field, code, words }]);
  }
}

/** The state of the thing does not allow it now (409). */
export class Conflict extends DomainError {
  constructor(code: string, words: Words) {
    super('conflict', code, words);
  }
}

/** It does not exist, or it lies out of reach: both read the same (404). */
export class NotFound extends DomainError {
  constructor() {
    super('not-found', 'notFound', {
      zh: '未找到，或不在您的权限范围内。',
      en: 'Not found, or not within your reach.',
    });
  }
}

/** The officer's role or tier does not allow the deed (403). */
export class Forbidden extends DomainError {
  constructor(code: string, words: Words) {
    super('forbidden', code, words);
  }
}

/** Two officers, one thing: whoever read an older version must read again (412). */
export function expectVersion(stored: number, given: number): void {
  if (stored === given) return;
  throw new DomainError('precondition-failed', 'changedMeanwhile', {
    zh: '内容已被他人修改，请刷新后重试。',
    en: 'Somebody else changed it in the meantime: read it again and retry.',
  });
}
