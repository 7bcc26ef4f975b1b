/** Recognises that something we depend on is away, so that the caller is told to try again. */

const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'FST_ERR_HANDLER_TIMEOUT',
]);

const NAMES = new Set([
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
  'ConnectionIsNotSetError',
  'CannotExecuteNotConnectedError',
  'TransactionNotStartedError',
  'MaxRetriesPerRequestError',
  'DeadlineError',
  'TimeoutError',
  'AbortError',
]);

const MESSAGES = [
  /^Connection terminated/,
  /^timeout e?xceeded when trying to connect/i,
  /^timeout expired$/,
  /^Cannot use a pool after calling end/,
  /^Client (was closed|has encountered a connection error)/,
  /^Connection is closed\.$/,
  /^Driver not Connected$/,
  /^Query read timeout$/,
];

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
}

export function isOutage(failure: Failure): boolean {
  if (failure.code !== undefined && CODES.has(failure.code)) return true;
  if (failure.code === 'ENOENT' && failure.syscall === 'connect') return true;
  return NAMES.has(failure.name) || MESSAGES.some((message) => message.test(failure.message));
}

/** The disk, or its quota, is full. */
export function isNoSpace(failure: Failure): boolean {
  return failure.code === 'ENOSPC' || failure.code === 'EDQUOT';
}
