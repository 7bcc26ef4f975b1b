/** The id under which one call is found again: the caller's own where it is harmless, else a new one. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

// version 00; ids of nothing but zeros are none
const TRACE_PARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const HARMLESS = /^[A-Za-z0-9._-]{1,64}$/;

const pool = new Uint8Array(4_096);
let left = 0;

/** From the system by the hundred: asked for at each call, they were 4 % of a short answer. */
function sixteenBytes(): Uint8Array {
  if (left === 0) left = randomFillSync(pool).length;
  left -= 16;
  return pool.slice(left, left + 16);
}

export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && HARMLESS.test(given) ? given : v7({ random: sixteenBytes() });
}

/** W3C traceparent as it was given; what is not well-formed is as if it had not been given. */
export function traceParentOf(given: string | string[] | undefined): string | undefined {
  return typeof given === 'string' && TRACE_PARENT.test(given) ? given : undefined;
}

/** The id of the whole trace, by which systems find each other's log lines. */
export function traceIdOf(given: string | string[] | undefined): string | undefined {
  return typeof given === 'string' ? TRACE_PARENT.exec(given)?.[1] : undefined;
}
