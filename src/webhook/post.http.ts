/** One call of a receiver: to the checked addresses and no other, no redirects, ten seconds, four KiB of answer. */
import { lookup } from 'node:dns/promises';
import { type RequestOptions, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { type LookupFunction, isIPv6 } from 'node:net';

const DEADLINE_MS = 10_000;
const MOST_BYTES = 4 * 1024;

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Seconds, where it asks for a pause. */
  readonly retryAfter: number | null;
}

/** The names of the world. */
export async function dnsNames(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

export function post(
  url: URL,
  addresses: readonly string[],
  headers: Readonly<Record<string, string>>,
  body: string,
  deadline = DEADLINE_MS,
): Promise<Answer> {
  const content = Buffer.from(body);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': content.length },
    signal: AbortSignal.timeout(deadline),
    lookup: only(addresses),
  };
  return new Promise((resolve, reject) => {
    const call = (url.protocol === 'http:' ? plain : secure)(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      const end = (): void =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).subarray(0, MOST_BYTES).toString(),
          retryAfter: secondsOf(answer.headers['retry-after']),
        });
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size < MOST_BYTES) return;
        end();
        answer.destroy();
      });
      answer.on('end', end);
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(content);
  });
}

/** Whoever asks for the name again is told what was checked. */
const only =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, found) => {
    const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = known;
    if (all === true || first === undefined) found(null, known);
    else found(null, first.address, first.family);
  };

const secondsOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;
