/** How many calls there were and how long they took, by the pattern of the route: an address itself never becomes a label. */
import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

const BUCKETS = [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const labelNames = ['method', 'route', 'status'] as const;

/** Call before any route is registered: hooks know only the routes that come after them. */
export function countCalls(fastify: FastifyInstance, registry: Registry): void {
  const calls = new Counter({
    name: 'http_requests_total',
    help: 'Calls that were answered.',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long calls took until the last byte; streams of live changes are left out.',
    labelNames,
    buckets: BUCKETS,
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: routeOf(request.routeOptions?.url),
      status: String(reply.statusCode),
    };
    calls.inc(labels);
    const streams = String(reply.getHeader('content-type') ?? '').startsWith('text/event-stream');
    if (!streams) durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

/** Each file of the console is a route of its own: all of them are one. */
export function routeOf(pattern: string | undefined): string {
  if (pattern === undefined) return 'unknown';
  return /^\/(api|health|metrics)(\/|\.|$)/.test(pattern) ? pattern : 'console';
}
