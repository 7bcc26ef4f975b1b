/** The HTTP server under Nest: its limits, its plugins and the rules every call passes. */
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { RequestMethod } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';
import type { Config } from '../config';
import { BODY_LIMIT, registerBodyRules } from './body';
import { answerBrokenMessage } from './broken-message';
import { registerConditional } from './conditional';
import { registerConsole } from './console';
import { registerDeprecation } from './deprecated';
import { registerHeaders } from './headers';
import { ProblemFilter } from './problem.filter';
import { requestIdOf } from './request-id';
import { REQUEST_MS, UPLOAD_MS, registerDeadlines } from './route-kinds';
import { HousePipe } from './validation';

const OUTSIDE_THE_API = [
  { path: 'health/*path', method: RequestMethod.ALL },
  { path: 'metrics', method: RequestMethod.GET },
];

/** Node looks at its connections this often. */
const LOOKS_EVERY_MS = 30_000;
/** Later than any deadline of a route, counted from a head as slow as may be: a route answers for its slow body, and 408 is said only where no route is known. */
const WHOLE_MESSAGE_MS = UPLOAD_MS + REQUEST_MS + 2 * LOOKS_EVERY_MS;

export function createHttpAdapter(config: Pick<Config, 'trustProxy'>): FastifyAdapter {
  const filter = new ProblemFilter();
  const options: FastifyHttpOptions<Server> = {
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: WHOLE_MESSAGE_MS,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: REQUEST_MS, connectionsCheckingInterval: LOOKS_EVERY_MS, maxHeaderSize: 16_384 },
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => filter.answer(error, request, reply),
    clientErrorHandler: answerBrokenMessage,
  };
  return new FastifyAdapter(options);
}

/** Call before `app.init()`, and create the application with `bodyParser: false`. */
export async function prepareHttp(app: NestFastifyApplication, config: Pick<Config, 'evidence'>): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  registerDeadlines(fastify);
  registerBodyRules(fastify);
  registerHeaders(fastify);
  registerDeprecation(fastify);
  registerConditional(fastify);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: {
      fieldNameSize: 100,
      fieldSize: 64 * 1024,
      fields: 20,
      fileSize: config.evidence.maxBytes,
      files: 1,
      headerPairs: 50,
      parts: 21,
    },
  });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
  app.useGlobalFilters(new ProblemFilter(await registerConsole(app)));
  app.useGlobalPipes(new HousePipe());
}
