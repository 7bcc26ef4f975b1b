/** Passwords: argon2id, and what a password must be. */
import { createHash } from 'node:crypto';
import { hash, hashRaw, verify } from '@node-rs/argon2';
import { Refused } from '../kernel/errors';

/** argon2id, 19 MiB, two passes (OWASP's second choice of parameters, the library's default algorithm). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** What is kept of a text that holds a password, to know it again: as slow to guess as the password itself. */
export async function slowDigest(text: string, salt: string): Promise<string> {
  const digest = await hashRaw(text, { ...cost, salt: createHash('sha256').update(salt).digest() });
  return digest.toString('hex');
}

/** Compares in the same time whether or not the account exists. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password);
  return typeof stored === 'string' && matches;
}

const nobody = hashPassword('nobody has this password');

/** At least 10 characters, of at least three kinds (GB/T 22239 practice), and not the account. */
export function checkPassword(password: string, account: string): void {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (password.length >= 10 && password.length <= 200 && kinds >= 3 && !password.toLowerCase().includes(account))
    return;
  throw new Refused(
    'password.weak',
    {
      zh: '密码须为 10 至 200 个字符，至少包含大写字母、小写字母、数字、符号中的三类，且不含账号。',
      en: 'A password has 10 to 200 characters of at least three kinds (capital, small, digit, sign) and does not contain the account.',
    },
    'password',
  );
}
