/** The Nest application of a process, with its HTTP floor; it listens nowhere yet. */
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger as PinoLogger } from 'nestjs-pino';
import { apiDocument } from './api-document';
import { ApiModule } from './api.module';
import type { Config } from './config';
import { createHttpAdapter, prepareHttp } from './http/http-server';
import { registerReference } from './http/reference';
import { logCalls } from './logging';
import { countCalls } from './observability/call-metrics';
import { MetricsService } from './observability/metrics.service';
import { WorkerModule } from './worker.module';

export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const module = config.role === 'worker' ? WorkerModule.with(config) : ApiModule.with(config);
  const app = await NestFactory.create<NestFastifyApplication>(module, createHttpAdapter(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(PinoLogger));
  logCalls(app.getHttpAdapter().getInstance());
  countCalls(app.getHttpAdapter().getInstance(), app.get(MetricsService).registry);
  await prepareHttp(app, config);
  if (config.role !== 'worker') registerReference(app, () => apiDocument(app));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
