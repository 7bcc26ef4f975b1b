/** The console beside the API: files with hashed names for ever, its page under every address that is not the API's. */
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, basename(ROOT) === 'dist' ? 'console' : 'dist/console');
const YEAR = 31_536_000;

export interface Console {
  /** Answers an unknown address with the console's page; false where that is not what was asked for. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean;
}

/** Nothing where the console was not built. */
export async function registerConsole(app: NestFastifyApplication): Promise<Console | undefined> {
  const file = join(FOLDER, 'index.html');
  if (!existsSync(file)) return undefined;
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/',
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    globIgnore: ['index.html*', '**/*.br', '**/*.gz'],
    maxAge: YEAR * 1000,
    immutable: true,
  });
  const page = readFileSync(file, 'utf8');
  return {
    answer(request, reply) {
      if (!wantsPage(request)) return false;
      void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').status(200).send(page);
      return true;
    },
  };
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (/^\/(api|health)(\/|$|\?)/.test(url)) return false;
  return headers.accept?.includes('text/html') === true;
}
