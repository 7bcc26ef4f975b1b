/** The log: one JSON line an event, no personal data, no tokens, no bodies. */
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LogLevel } from './config';
import { traceIdOf } from './http/request-id';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

type Numbered = IncomingMessage & { id?: unknown };

/**
 * One id of a call (`requestId`) from the door to the board. What was written is told at info, what was read at debug, faults
 * of ours (5xx) at error; the path without its query.
 */
export function logging(level: LogLevel): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level,
      quietReqLogger: true,
      genReqId: (request: Numbered) => String(request.id ?? ''),
      customAttributeKeys: { reqId: 'requestId' },
      customProps: ({ headers }: IncomingMessage) => {
        const traceId = traceIdOf(headers.traceparent);
        return traceId === undefined ? {} : { traceId };
      },
      customLogLevel: ({ method = '', url = '' }: IncomingMessage, { statusCode }: ServerResponse) => {
        // whoever asks whether it is ready is told no until it is: no fault
        if (statusCode >= 500 && !url.startsWith('/health/')) return 'error';
        return READING.has(method) ? 'debug' : 'info';
      },
      serializers: {
        req: ({ method, url, id }: { method: string; url: string; id: unknown }) => ({
          method,
          path: url.split('?')[0],
          id,
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  });
}
