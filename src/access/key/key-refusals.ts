/** Why a key is turned away, in words. Pure. */
import { DomainError, Forbidden, type Words } from '../../kernel/errors';
import type { Scope } from './scope';

const refused = (code: string, words: Words): DomainError => new DomainError('unauthenticated', code, words);

/** Written wrong, unknown, or another's: one answer for all. */
export const invalidKey = (): DomainError => refused('key.invalid', { zh: '密钥无效。', en: 'The key is not valid.' });

export const revokedKey = (): DomainError =>
  refused('key.revoked', { zh: '该密钥已吊销。', en: 'This key was revoked.' });

export const expiredKey = (on: string): DomainError =>
  refused('key.expired', {
    zh: `该密钥已于 ${on} 到期，请由安全管理员换发新密钥。`,
    en: `This key ended on ${on}: the security administrator makes a new one.`,
  });

export const stoppedApplication = (): DomainError =>
  refused('key.stopped', {
    zh: '该应用已停用，或其所属工会已撤销。',
    en: 'This program was stopped, or its union was closed.',
  });

export const otherNetwork = (network: string): Forbidden =>
  new Forbidden('key.network', {
    zh: `该密钥不能在此网络（${network}）使用。`,
    en: `This key may not be used from this network (${network}).`,
  });

export const outOfScope = (scope: Scope): Forbidden =>
  new Forbidden('key.scope', {
    zh: `该密钥没有所需的权限：${scope}。`,
    en: `This key lacks the scope it takes: ${scope}.`,
  });

export const peopleOnly = (): Forbidden =>
  new Forbidden('key.peopleOnly', {
    zh: '此操作须由本人登录后进行，不能使用密钥。',
    en: 'This takes a person who is signed in: no key opens it.',
  });

export const tooFast = (seconds: number): DomainError =>
  new DomainError(
    'too-many',
    'key.tooFast',
    {
      zh: `该密钥的请求过于频繁，请在 ${seconds} 秒后重试。`,
      en: `This key asks too often: try again in ${seconds} seconds.`,
    },
    [],
    seconds,
  );

export const tooManyFailures = (seconds: number): DomainError =>
  new DomainError(
    'too-many',
    'key.tooManyFailures',
    {
      zh: `此网络的无效密钥过多，请在 ${seconds} 秒后重试。`,
      en: `Too many wrong keys from this network: try again in ${seconds} seconds.`,
    },
    [],
    seconds,
  );
