/** The version a writer has seen, from If-Match, as a parameter of a controller's method. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { requireVersion } from './etag';

const Version = createParamDecorator((maybe: boolean, context: ExecutionContext): number | undefined => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return maybe && given === undefined ? undefined : requireVersion(given);
});

const documented = (required: boolean): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required,
    description: '所依据的版本（读取时的 ETag）。The version you saw: the ETag of the read.',
    schema: { type: 'string', pattern: '^"\\d{1,15}(-[\\w-]{22})?"$', example: '"3"' },
  });

const ifMatch =
  (maybe: boolean): ParameterDecorator =>
  (target, key, index) => {
    Version(maybe)(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) documented(!maybe)(target, key, method);
  };

/** Must be sent. */
export const IfMatch = (): ParameterDecorator => ifMatch(false);

/** May be left out; where it is sent it must match. */
export const IfMatchMaybe = (): ParameterDecorator => ifMatch(true);
