/** Writes the API's document to the file that is named: for the console's typed client. Opens no database. */
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiDocument } from './api-document';
import { ApiModule } from './api.module';
import { loadConfig } from './config';
import { createHttpAdapter, prepareHttp } from './http/http-server';

async function main(file: string): Promise<void> {
  const config = loadConfig({ ROLE: 'api' });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config), createHttpAdapter(config), {
    bodyParser: false,
    logger: ['error'],
    preview: true,
  });
  await prepareHttp(app, config);
  writeFileSync(file, JSON.stringify(apiDocument(app)));
}

void main(process.argv[2] ?? 'openapi.json');
