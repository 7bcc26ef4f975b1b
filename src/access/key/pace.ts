/** A bucket of tokens (令牌桶): what a key may still do this minute, told in headers. Pure. */
import type { PaceKind } from './key-pace.entity';

/** Parameters: key, read or write, how many a minute. The database's clock and one row: all API processes share it. */
export const paceSql = `
  insert into key_pace as p (key_id, kind, tokens, granted, at)
  values ($1, $2, $3::double precision - 1, true, clock_timestamp())
  on conflict (key_id, kind) do update set (tokens, granted, at) = (
    select case when filled >= 1 then filled - 1 else filled end, filled >= 1, clock_timestamp()
    from (select least($3::double precision,
      p.tokens + greatest(0, extract(epoch from clock_timestamp() - p.at)) * $3::double precision / 60) as filled) f)
  returning tokens, granted`;

export interface Bucket {
  readonly tokens: number;
  readonly granted: boolean;
}

export interface Pace extends Bucket {
  readonly kind: PaceKind;
  readonly perMinute: number;
}

/** Seconds until it may be tried again. */
export const secondsUntilNext = ({ tokens, perMinute }: Pace): number =>
  Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute));

/** Both writings that programs know: three fields, and the two of the IETF's draft. */
export function paceHeaders(pace: Pace): Record<string, string> {
  const { kind, perMinute, tokens } = pace;
  const remaining = Math.max(0, Math.floor(tokens));
  const reset = Math.ceil(((perMinute - tokens) * 60) / perMinute);
  return {
    'ratelimit-limit': String(perMinute),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
    'ratelimit-policy': `"${kind}";q=${perMinute};w=60`,
    ratelimit: `"${kind}";r=${remaining};t=${reset}`,
  };
}
