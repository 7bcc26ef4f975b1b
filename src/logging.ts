/** The log: one JSON line an event, no personal data, no tokens, no bodies. */
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LogLevel } from './config';

type Numbered = IncomingMessage & { id?: unknown };

/** Answers are told at debug, refusals of ours (5xx) at error; the path without its query. */
export function logging(level: LogLevel): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level,
      quietReqLogger: true,
      genReqId: (request: Numbered) => String(request.id ?? ''),
      customLogLevel: (_request: IncomingMessage, response: ServerResponse) =>
        response.statusCode >= 500 ? 'error' : 'debug',
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
