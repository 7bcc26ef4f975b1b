/** Which scopes a call with a key takes (所需权限): that of its route, and those of the areas it writes into besides. Pure. */
import type { FastifyReply } from 'fastify';
import { outOfScope } from './key-refusals';
import type { Scope } from './scope';

/** Beside the scope of the route: always this one, or the one that a parameter of the query stands for. */
export type Further = Scope | { readonly parameter: string; readonly scopes: Readonly<Record<string, Scope>> };

/** None where the parameter says nothing that is known: that is refused as any wrong parameter. */
export function furtherScopes(further: Further | undefined, query: unknown): readonly Scope[] {
  if (further === undefined) return [];
  if (typeof further === 'string') return [further];
  const said: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, further.parameter) : undefined;
  const scope = typeof said === 'string' && Object.hasOwn(further.scopes, said) ? further.scopes[said] : undefined;
  return scope === undefined ? [] : [scope];
}

/** Errors: key.scope (403); the header says all that it takes. */
export function requireScopes(had: readonly string[], needed: readonly Scope[], reply: FastifyReply): void {
  const missing = needed.find((scope) => !had.includes(scope));
  if (missing === undefined) return;
  const scope = needed.join(' ');
  void reply.header('www-authenticate', `Bearer realm="sanji", error="insufficient_scope", scope="${scope}"`);
  throw outOfScope(missing);
}
