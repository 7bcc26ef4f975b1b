/** Which addresses may be called (接收地址): https into the public, or a host and port the system administrator has listed. Pure. */
import { isIP } from 'node:net';
import { Refused } from '../kernel/errors';
import { reachOf } from '../kernel/reach';

/** A place of the intranet that may be called (内网主机白名单). */
export interface ListedHost {
  readonly host: string;
  readonly port: number;
}

/** A name leads where no call may go. */
export class HiddenAddress extends Error {
  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, which may not be called`);
  }
}

/** What a name leads to. */
export type Names = (host: string) => Promise<readonly string[]>;

const isUsualPort = (port: number): boolean => port === 80 || port === 443 || port >= 8080;

/** Without the brackets of an IPv6 address and the dot that may end a name. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const portOf = ({ port, protocol }: URL): number => (port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port));

export const isListed = (url: URL, listed: readonly ListedHost[]): boolean =>
  listed.some(({ host, port }) => host === hostOf(url) && port === portOf(url));

/** Errors: webhook.address, webhook.notSecure, webhook.port, webhook.inside (422), all of the field `url`. */
export function checkAddress(text: string, listed: readonly ListedHost[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || /^[^/]*\/\/[^/?#]*@/.test(text) || url.hash !== '')
    throw wrong(
      'webhook.address',
      '应为完整网址，如 https://hooks.example.cn/sanji，不含用户名、密码和“#”。',
      'It should be a whole address such as https://hooks.example.cn/sanji, without user, password and “#”.',
    );
  if (isListed(url, listed)) return url;
  if (url.protocol !== 'https:')
    throw wrong(
      'webhook.notSecure',
      '应以 https:// 开头；http:// 仅限系统管理员列入内网主机的地址。',
      'It should start with https://; http:// is only for hosts that the system administrator has listed.',
    );
  if (!isUsualPort(portOf(url)))
    throw wrong(
      'webhook.port',
      '端口应为 443、80 或 8080 以上；其他端口须由系统管理员列入内网主机。',
      'The port should be 443, 80 or 8080 and above; others have to be listed by the system administrator.',
    );
  if (isIP(hostOf(url)) !== 0 && reachOf(hostOf(url)) !== 'public') throw inside();
  return url;
}

/**
 * The addresses a call may go to, and no other: asked for once. Rejects when one of them may not be called; of a listed
 * host, only link-local addresses and the like may not.
 */
export async function addressesOf(url: URL, listed: readonly ListedHost[], names: Names): Promise<readonly string[]> {
  const host = hostOf(url);
  const found = isIP(host) === 0 ? await names(host) : [host];
  if (found.length === 0) throw new Error(`${host} has no address`);
  const own = isListed(url, listed);
  const hidden = found.find((address) => {
    const reach = reachOf(address);
    return reach === 'nowhere' || (reach === 'inside' && !own);
  });
  if (hidden !== undefined) throw new HiddenAddress(host, hidden);
  return found;
}

const wrong = (code: string, zh: string, en: string): Refused => new Refused(code, { zh, en }, 'url');

export const inside = (): Refused =>
  wrong(
    'webhook.inside',
    '该地址位于内部网络或保留网段；如确需推送到内网，请系统管理员先将主机和端口列入内网主机。',
    'This address lies in a private or reserved network: ask the system administrator to list its host and port first.',
  );
