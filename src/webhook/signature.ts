/** What a delivery is signed with (签名), as Standard Webhooks has it: `v1,` and HMAC-SHA256 over id, moment and body. Pure. */
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret, to be shown once. */
export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/** The signature by one secret. `at`: seconds since 1970, as the header says them. */
export function signatureOf(secret: string, id: string, at: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
}

/** While a secret is being replaced the receiver may hold either: both sign, with a space between. */
export const signaturesOf = (secrets: readonly string[], id: string, at: number, body: string): string =>
  secrets.map((secret) => signatureOf(secret, id, at, body)).join(' ');
