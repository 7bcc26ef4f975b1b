/** The log file of the embedded server, kept from growing without bound. */
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';

const LARGEST = 8 * 1024 * 1024;

/** Opened to append, so that the server goes on at the start after the file was emptied. */
export function openLog(file: string): { readonly descriptor: number; close(): void } {
  trimLog(file);
  const descriptor = openSync(file, 'a', 0o600);
  return { descriptor, close: () => closeSync(descriptor) };
}

/** Keeps the last part once beside and empties the file; called again and again while the server runs. */
export function trimLog(file: string, largest = LARGEST): void {
  if (!existsSync(file) || statSync(file).size <= largest) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

/** What the server said last, for the error that tells why it did not start. */
export function lastWords(file: string, since: number): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file).subarray(since).toString('utf8');
  return text.trim().split('\n').slice(-5).join('\n');
}
