import { Logger } from '@nestjs/common';
import { fastify } from 'fastify';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerBrokenMessage } from '../../src/http/broken-message';
import { registerDeadlines, REQUEST_MS, UPLOAD_MS } from '../../src/http/route-kinds';
import { smallApp } from './small-app';

let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  Logger.overrideLogger(false);
  app = await smallApp(shortDeadlines);
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
});
afterAll(() => app.close());

function shortDeadlines(each: NestFastifyApplication): void {
  const server = each.getHttpAdapter().getInstance();
  server.addHook('onRoute', (route) => {
    if (route.handlerTimeout === REQUEST_MS) route.handlerTimeout = 150;
  });
}

const raw = (message: string, at = port): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(at, '127.0.0.1', () => socket.write(message, 'latin1'));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => (answer += part));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });

it.each<[string, number, string]>([
  ['no HTTP', 400, 'hello\r\n\r\n'],
  ['two lengths', 400, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
  [
    'a length and chunks',
    400,
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a broken chunk',
    400,
    'POST /api/v1/district/tasks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ],
  ['a control in a header', 400, 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n'],
  ['headers too large', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['bytes in the address', 400, 'GET /\xb9\xa4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['another form of address', 404, 'GET http://elsewhere/api/nix HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
])('%s → %i', async (_, status, message) => {
  const answer = await raw(message);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer).toContain('content-type: application/problem+json; charset=utf-8');
  expect(answer).toContain(`"status":${status}`);
});

it('every route has a deadline but those that stay open', async () => {
  const server = fastify();
  registerDeadlines(server);
  const answer = (request: { routeOptions: { handlerTimeout?: number } }) => ({
    deadline: request.routeOptions.handlerTimeout,
  });
  server.get('/plain', answer);
  server.get('/upload', { config: { kind: 'upload' } }, answer);
  server.get('/stream', { config: { kind: 'stream' } }, answer);
  const deadlines = await Promise.all(
    ['/plain', '/upload', '/stream'].map(async (url) => (await server.inject(url)).json()),
  );
  expect(deadlines).toEqual([{ deadline: REQUEST_MS }, { deadline: UPLOAD_MS }, { deadline: 0 }]);
  await server.close();
});

it('a call that takes too long is told to come again, and its late answer is dropped', async () => {
  const answer = await app.inject('/api/v1/district/tasks/slow');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
  await setTimeout(300);
  expect((await app.inject('/health/live')).statusCode).toBe(200);
});

it('a body that dribbles in is not waited for', async () => {
  const head =
    'POST /api/v1/district/tasks HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"t';
  expect(await raw(head)).toContain('HTTP/1.1 503 ');
});

it('a head that dribbles in is told so on the bare socket, before there is a route', async () => {
  const slow = { headersTimeout: 40, requestTimeout: 50, connectionsCheckingInterval: 10 };
  const server = createServer(slow, (_, answer) => answer.end('a route')).on('clientError', answerBrokenMessage);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await raw('GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Slo', (server.address() as AddressInfo).port);
  expect(answer).toContain('HTTP/1.1 408 ');
  expect(answer).toContain('content-type: application/problem+json; charset=utf-8');
  expect(answer).toContain('"code":"requestTimeout"');
  server.close();
});

it('a slow body is its route’s to answer, and never 408: the whole message has longer than any route', () => {
  const { requestTimeout, headersTimeout }: Server = app.getHttpServer();
  const looksEvery = 30_000;
  expect(headersTimeout).toBe(REQUEST_MS);
  // a head is let through until it is looked at
  expect(requestTimeout).toBeGreaterThan(UPLOAD_MS + headersTimeout + looksEvery);
});

it('a stream answers its events', async () => {
  const { body, headers } = await app.inject('/api/v1/district/tasks/live');
  expect(headers['content-type']).toContain('text/event-stream');
  expect(body).toContain('data: 一');
});
