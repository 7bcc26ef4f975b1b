/** The version of a row as a strong ETag, and the version a writer says he has seen. */
import { DomainError } from '../kernel/errors';
import { houseWord } from './house-words';

/** A version, alone or as a read answers it, with the digest of what was read. */
const ETAG = /^"(\d{1,15})(?:-[\w-]{22})?"$/;

/** What kept answers already carry. */
const DIGEST = /^"[\w-]{22}"$/;

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Of a read: what else it says may change without a new version, so that both stand in it. */
export function readEtagOf(written: unknown, digest: () => string): string {
  if (typeof written === 'string' && DIGEST.test(written)) return written;
  const version = ETAG.exec(String(written ?? ''))?.[1];
  return version === undefined ? `"${digest()}"` : `"${version}-${digest()}"`;
}

/** @throws 428 without If-Match, 412 where it names no version of ours (a wildcard names none). */
export function requireVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new DomainError('precondition-required', 'preconditionRequired', houseWord(428).detail);
  }
  const version = ETAG.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new DomainError('precondition-failed', 'preconditionFailed', houseWord(412).detail);
  return Number(version);
}
