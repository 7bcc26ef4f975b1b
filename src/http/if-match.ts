/** The version a writer has seen, from If-Match, as a parameter of a controller's method. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { requireVersion } from './etag';

const Version = createParamDecorator((_data: unknown, context: ExecutionContext): number =>
  requireVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

const documented = ApiHeader({
  name: 'If-Match',
  required: true,
  description: '所依据的版本（读取时的 ETag）。The version you saw: the ETag of the read.',
  schema: { type: 'string', pattern: '^"\\d{1,15}"$', example: '"3"' },
});

export function IfMatch(): ParameterDecorator {
  return (target, key, index) => {
    Version()(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) documented(target, key, method);
  };
}
