/** Who may read the metrics (监控指标): whoever shows the token, or, where none is set, this machine itself. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import type { Config } from '../config';

/** Of a call, as it came in at the socket: what a proxy says of it is not believed. */
export interface Scrape {
  readonly socketAddress: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const here = new BlockList();
here.addSubnet('127.0.0.0', 8, 'ipv4');
here.addAddress('::1', 'ipv6');

/** By these a proxy is known: behind one, every call comes from this machine. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const LOCAL_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

export function mayScrape(
  config: Pick<Config, 'metricsToken' | 'trustProxy' | 'publicUrl'>,
  { socketAddress, headers }: Scrape,
): boolean {
  if (config.metricsToken !== undefined) return shows(config.metricsToken, headers.authorization);
  if (config.trustProxy || config.publicUrl !== undefined) return false;
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return isHere(socketAddress) && typeof headers.host === 'string' && LOCAL_NAME.test(headers.host);
}

function isHere(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return here.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4');
}

/** Takes the same time whatever was shown. */
function shows(token: string, authorization: string | string[] | undefined): boolean {
  const shown = typeof authorization === 'string' ? (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '') : '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(shown), digest(token));
}
