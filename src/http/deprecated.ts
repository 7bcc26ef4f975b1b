/** Operations that go away (停用接口): said in the API's document and on every answer, with the day and what to call instead. */
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

export interface Retirement {
  /** The day from which nobody should begin to use it, as `2026-11-29`. */
  readonly since: string;
  /** The first day on which it is gone; at least half a year later. */
  readonly gone: string;
  /** The address that does the same, as the document writes it. */
  readonly instead: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    retirement?: Retirement;
  }
}

export const Deprecated = (retirement: Retirement): MethodDecorator =>
  applyDecorators(RouteConfig({ retirement }), ApiExtension('x-retirement', retirement));

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to the successor, on answers and refusals alike. */
export function registerDeprecation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { retirement } = request.routeOptions.config;
    if (retirement === undefined) return;
    const { since, gone, instead } = retirement;
    void reply.headers({
      deprecation: `@${startOf(since).getTime() / 1000}`,
      sunset: startOf(gone).toUTCString(),
      link: `<${instead}>; rel="successor-version"`,
    });
  });
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
