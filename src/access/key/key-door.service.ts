/** What a call with a key has to pass before any route: the key, its scope, its limits. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import type { Right } from '../../organization/rights';
import type { ActingRequest } from '../declarations';
import { KeyCheckService, type KnownKey } from './key-check.service';
import { peopleOnly, tooFast } from './key-refusals';
import { type Further, furtherScopes, requireScopes } from './needed';
import { paceHeaders, secondsUntilNext } from './pace';
import { scopeOf } from './scope';

/** What the route declares. */
interface Asked {
  readonly right: Right | undefined;
  readonly further: Further | undefined;
}

type Who = Omit<Actor, 'network' | 'requestId'> & { mustChangePassword: false };

@Injectable()
export class KeyDoor {
  constructor(@Inject(KeyCheckService) private readonly keys: KeyCheckService) {}

  /** Errors: those of a key, key.tooFast (429), key.scope and key.peopleOnly (403). */
  async let(token: string, { right, further }: Asked, request: ActingRequest, reply: FastifyReply): Promise<Who> {
    const key = await this.known(token, request, reply);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const pace = await this.keys.take(key, reads ? 'read' : 'write');
    void reply.headers(paceHeaders(pace));
    if (!pace.granted) throw tooFast(secondsUntilNext(pace));
    if (right !== undefined) requireScope(key, { right, further }, request, reply);
    // a program may keep what it read and ask whether it still holds; what people read is kept nowhere
    if (reads) void reply.header('cache-control', 'private, no-cache');
    request.sessionToken = token;
    request.key = { prefix: key.keyPrefix, scopes: key.scopes };
    return actorOf(key);
  }

  private async known(token: string, request: ActingRequest, reply: FastifyReply): Promise<KnownKey> {
    try {
      return await this.keys.find(token, { network: request.ip, requestId: request.id });
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unauthenticated')
        void reply.header(
          'www-authenticate',
          `Bearer realm="sanji", error="invalid_token", error_description="${error.code}"`,
        );
      throw error;
    }
  }
}

function requireScope(
  key: KnownKey,
  { right, further }: Asked & { readonly right: Right },
  request: ActingRequest,
  reply: FastifyReply,
): void {
  const scope = scopeOf(request.method, request.routeOptions.url ?? '', right);
  if (scope === 'any') return;
  if (scope === undefined || scope === 'people') throw peopleOnly();
  requireScopes(key.scopes, [scope, ...furtherScopes(further, request.query)], reply);
}

function actorOf(key: KnownKey): Who {
  const { districtId, officerId, unionId, path, tier, role, account, keyPrefix } = key;
  return { districtId, officerId, unionId, path, tier, role, account, keyPrefix, mustChangePassword: false };
}
