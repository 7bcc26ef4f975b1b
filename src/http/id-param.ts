/** An id in the path. What is no id names nothing, so it answers like what does not exist. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '../kernel/errors';
import { isId } from './field-rules';

const Value = createParamDecorator((name: string, context: ExecutionContext): string => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  const value = params[name];
  if (!isId(value)) throw new NotFound();
  return value.toLowerCase();
});

export function PathId(name = 'id'): ParameterDecorator {
  const documented = ApiParam({
    name,
    schema: { type: 'string', format: 'uuid' },
    example: '0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d',
  });
  return (target, key, index) => {
    Value(name)(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) documented(target, key, method);
  };
}
