/** A parameter of the path. What is none of its kind names nothing, so it answers like what does not exist. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '../kernel/errors';

interface Kind {
  readonly is: (value: unknown) => value is string;
  readonly format: string;
  readonly example: string;
  /** What it stands for; the text in lower case when left out. */
  readonly read?: (value: string) => unknown;
}

/** The decorator of one kind of parameter; takes the parameter's name. */
export function pathParam({
  is,
  format,
  example,
  read = (value) => value.toLowerCase(),
}: Kind): (name: string) => ParameterDecorator {
  const Value = createParamDecorator((name: string, context: ExecutionContext): unknown => {
    const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const value = params[name];
    if (!is(value)) throw new NotFound();
    return read(value);
  });
  return (name) => {
    const documented = ApiParam({ name, schema: { type: 'string', format }, example });
    return (target, key, index) => {
      Value(name)(target, key, index);
      const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      if (key !== undefined && method !== undefined) documented(target, key, method);
    };
  };
}
