/** What a key may be, and why it is refused, in words. Pure. */
import type { Role } from '../../kernel/actor';
import { Conflict, DomainError, Refused } from '../../kernel/errors';
import { roleWords } from '../../organization/rights';
import { networkOf } from './networks';
import type { Scope } from './scope';

/** In one writing. Errors: key.networks (422), with the place in the list. */
export function checkedNetworks(given: readonly string[]): string[] {
  const networks = given.map(networkOf);
  const wrong = networks.flatMap((network, no) => (network === undefined ? [no] : []));
  if (wrong.length === 0) return networks.filter((network) => network !== undefined);
  const words = {
    zh: '应为网段或地址，例如 10.20.0.0/16、2001:db8::/32、10.20.3.4。',
    en: 'It should be a network or an address like 10.20.0.0/16, 2001:db8::/32 or 10.20.3.4.',
  };
  const errors = wrong.map((no) => ({ field: `networks[${no}]`, code: 'key.networks', words }));
  throw new DomainError('refused', 'key.networks', words, errors);
}

export const tooMany = (): Conflict =>
  new Conflict('key.tooMany', {
    zh: '每个应用最多有两个有效密钥，请先吊销其中一个。',
    en: 'A program has two live keys at most: revoke one of them first.',
  });

export const notLive = (): Conflict =>
  new Conflict('key.notLive', { zh: '该密钥已吊销或到期。', en: 'This key was revoked or has ended.' });

export const stopped = (): Conflict =>
  new Conflict('key.applicationStopped', {
    zh: '该应用已停用，请先启用。',
    en: 'This program is stopped: start it first.',
  });

export const tooLong = (days: number): Refused =>
  new Refused(
    'key.tooLong',
    { zh: `到期日应在明天至 ${days} 天之内。`, en: `The last day lies between tomorrow and ${days} days from now.` },
    'expiresOn',
  );

export const notForRole = (scopes: readonly Scope[], role: Role): Refused =>
  new Refused(
    'key.scopeForRole',
    {
      zh: `该应用的角色（${roleWords[role].zh}）用不到这些权限：${scopes.join('、')}。`,
      en: `For the role of this program (${roleWords[role].en}) these scopes open nothing: ${scopes.join(', ')}.`,
    },
    'scopes',
  );
