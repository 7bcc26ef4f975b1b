import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildOpenApi } from '../../src/http/openapi';
import { smallApp } from './small-app';

let app: NestFastifyApplication;
beforeAll(async () => {
  Logger.overrideLogger(false);
  app = await smallApp();
});
afterAll(() => app.close());

it('an operation that goes away says since when, until when and what to call instead', async () => {
  const { headers } = await app.inject('/api/v1/district/tasks/echo/a');
  expect(headers).toMatchObject({
    deprecation: '@1796054400',
    sunset: 'Mon, 31 May 2027 16:00:00 GMT',
    link: '</api/v1/district/tasks>; rel="successor-version"',
  });
});

it('any other says nothing of the kind', async () => {
  const { headers } = await app.inject('/api/v1/district/tasks');
  for (const name of ['deprecation', 'sunset', 'link']) expect(headers).not.toHaveProperty(name);
});

it('the document names it as deprecated, and no other', () => {
  const told = Object.entries(buildOpenApi(app).paths).filter(([, { get }]) => get?.deprecated === true);
  expect(told.map(([path]) => path)).toEqual(['/api/v1/district/tasks/echo/{name}']);
});
