/** The version of a row as a strong ETag, and the version a writer says he has seen. */
import { DomainError } from '../kernel/errors';
import { houseWord } from './house-words';

const ETAG = /^"(\d{1,15})"$/;

export function etagOf(version: number): string {
  return `"${version}"`;
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
