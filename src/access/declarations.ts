/** What a route declares about who may use it. A route that declares nothing fails the tests and answers 403. */
import { SetMetadata, applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Actor, Tier } from '../kernel/actor';
import { rights, roleWords, type Right } from '../organization/rights';
import { tierWords } from '../organization/tier';
import type { Further } from './key/needed';

export const RIGHT = 'access:right';
export const TIER = 'access:tier';
export const FURTHER = 'access:further';
export const PUBLIC = 'access:public';

export type ActingRequest = FastifyRequest & {
  actor?: Actor;
  /** What was shown: the token of a session, or a key. */
  sessionToken?: string;
  /** A program acts, by this key. */
  key?: { readonly prefix: string; readonly scopes: readonly string[] };
};

/** The right a route asks for; the OpenAPI file says the roles in words. */
export function May(right: Right, tier?: Tier): MethodDecorator {
  const who = rights[right].map((role) => {
    const { zh, en } = roleWords[role];
    return tier === undefined ? `${zh} (${en})` : `${tierWords[tier].zh}${zh} (${tierWords[tier].en} ${en})`;
  });
  const declared = [
    SetMetadata(RIGHT, right),
    ApiExtension('x-who', who),
    ApiExtension('x-right', right),
    ApiBearerAuth(),
    ApiCookieAuth(),
  ];
  return applyDecorators(...declared, ...(tier === undefined ? [] : [SetMetadata(TIER, tier)]));
}

/** A key needs this scope too: the route writes into another area than its own. */
export const AlsoScope = (further: Further): MethodDecorator =>
  applyDecorators(SetMetadata(FURTHER, further), ApiExtension('x-further', further));

/** The declarations of one door: only officers of this tier pass. */
export const forTier =
  (tier: Tier) =>
  (right: Right): MethodDecorator =>
    May(right, tier);

export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor === undefined) throw new Error('A route without a guard asks who acts.');
  return actor;
});
