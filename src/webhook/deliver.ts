/** One try to deliver (推送): the address is checked, the body signed, and whatever comes of it is told, never thrown. Pure. */
import type { KeyRing } from '../dispatch/key-ring';
import { withDeadline } from '../kernel/deadline';
import { wellSaid } from '../kernel/well-said';
import { type Names, addressesOf, checkAddress } from './address';
import type { Claimed } from './claim';
import type { Answer, post } from './post.http';
import { signaturesOf } from './signature';

const RESOLVE_MS = 5_000;

/** How the world outside is reached. */
export interface World {
  readonly names: Names;
  readonly post: typeof post;
}

/** What was tried and what came of it. */
export interface Tried {
  readonly startedAt: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | null;
  readonly answer: string | null;
  /** Null: it arrived. */
  readonly error: string | null;
  readonly retryAfter: number | null;
  readonly milliseconds: number;
}

/** What a secret is sealed for. */
export const secretOwner = (endpointId: string): string => `${endpointId}: webhook secret`;

export async function deliver(claimed: Claimed, ring: KeyRing, world: World): Promise<Tried> {
  const startedAt = new Date();
  const begun = performance.now();
  const spent = (): number => Math.round(performance.now() - begun);
  let headers: Record<string, string> = {};
  try {
    headers = headersOf(claimed, ring, Math.floor(startedAt.getTime() / 1000));
    const answer = await call(claimed, headers, world);
    const { status, text, retryAfter } = answer;
    const said = { status, answer: wellSaid(text, 4096), retryAfter };
    return { startedAt, headers, ...said, error: faultOf(answer), milliseconds: spent() };
  } catch (error) {
    const nothing = { status: null, answer: null, retryAfter: null };
    return { startedAt, headers, ...nothing, error: wellSaid(error), milliseconds: spent() };
  }
}

async function call(claimed: Claimed, headers: Record<string, string>, { names, post: send }: World): Promise<Answer> {
  // what was allowed when it was entered may not be today
  const url = checkAddress(claimed.url, claimed.listed);
  const addresses = await withDeadline(
    addressesOf(url, claimed.listed, names),
    RESOLVE_MS,
    `Looking up ${url.hostname}`,
  );
  return send(url, addresses, headers, claimed.body);
}

/** Anything but 2xx is a failure. */
function faultOf({ status }: Answer): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? `${status}: redirects are not followed` : `answered ${status}`;
}

function headersOf(claimed: Claimed, ring: KeyRing, at: number): Record<string, string> {
  const { eventId, body, endpointId, keyId, sealed, oldKeyId, oldSealed } = claimed;
  const owner = secretOwner(endpointId);
  const secrets = [ring.open({ keyId, sealed }, owner)];
  if (oldKeyId !== null && oldSealed !== null) secrets.push(ring.open({ keyId: oldKeyId, sealed: oldSealed }, owner));
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Sanji-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(at),
    'webhook-signature': signaturesOf(secrets, eventId, at, body),
  };
}
