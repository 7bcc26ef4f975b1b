/** The few routes that differ from the rest: they take a file, or they stay open. */
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    kind?: 'upload' | 'stream';
    /** Also takes a file as the body itself. */
    bare?: true;
  }
}

export const REQUEST_MS = 15_000;
export const UPLOAD_MS = 120_000;

/** Takes a multipart body, which any other route refuses, and has longer to read it. */
export const Upload = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ kind: 'upload' }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: '一个文件。One file.' } },
      },
    }),
  );

/** Files that may be a body by themselves, where a route says so. */
export const FILE_TYPES = [
  'application/x-ndjson',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** An upload that may also be the body itself, without a form around it. */
export const FileUpload = (): MethodDecorator =>
  applyDecorators(
    Upload(),
    RouteConfig({ kind: 'upload', bare: true }),
    ApiConsumes('multipart/form-data', ...FILE_TYPES),
  );

export const takesFile = (request: FastifyRequest): boolean => request.routeOptions.config.bare === true;

/** Stays open for as long as the caller listens (server-sent events, long downloads). */
export const Stream = (): MethodDecorator => applyDecorators(RouteConfig({ kind: 'stream' }));

export const takesUpload = (request: FastifyRequest): boolean => request.routeOptions.config.kind === 'upload';

/** Gives every route its deadline; call before the routes are made. */
export function registerDeadlines(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const kind = route.config?.kind;
    if (kind !== 'stream') route.handlerTimeout = kind === 'upload' ? UPLOAD_MS : REQUEST_MS;
  });
}
