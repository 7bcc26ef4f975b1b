/** The log: one JSON line an event, no personal data, no tokens, no bodies. */
import type { DynamicModule } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import type { LogLevel } from './config';
import { traceIdOf } from './http/request-id';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const asGiven = <T>(told: T): T => told;

/** Calls are told by `logCalls`: a logger of its own for each would cost every read what only a few lines need. */
export function logging(level: LogLevel): DynamicModule {
  const serializers = { req: asGiven, res: asGiven };
  return LoggerModule.forRoot({ pinoHttp: { level, serializers, wrapSerializers: false }, forRoutes: [] });
}

/**
 * One id of a call (`requestId`) from the door to the board. What was written is told at info, what was read at debug, faults
 * of ours (5xx) at error; the path without its query. Call before any route is registered.
 */
export function logCalls(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    tell(request, reply, reply.statusCode >= 500 ? 'request errored' : 'request completed');
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    tell(request, undefined, 'request aborted');
    done();
  });
}

function tell(request: FastifyRequest, reply: FastifyReply | undefined, what: string): void {
  const log = PinoLogger.root;
  const level = levelOf(request, reply?.statusCode ?? 0);
  if (!log.isLevelEnabled(level)) return;
  const traceId = traceIdOf(request.headers.traceparent);
  log[level](
    {
      requestId: request.id,
      ...(traceId === undefined ? {} : { traceId }),
      req: { method: request.method, path: request.url.split('?')[0] },
      ...(reply === undefined
        ? {}
        : { res: { statusCode: reply.statusCode }, responseTime: Math.round(reply.elapsedTime) }),
    },
    what,
  );
}

function levelOf({ method, url }: FastifyRequest, statusCode: number): 'error' | 'info' | 'debug' {
  // whoever asks whether it is ready is told no until it is: no fault
  if (statusCode >= 500 && !url.startsWith('/health/')) return 'error';
  return READING.has(method) ? 'debug' : 'info';
}
