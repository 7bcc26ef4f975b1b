import { Logger } from '@nestjs/common';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { buildOpenApi } from '../../src/http/openapi';
import { registerReference } from '../../src/http/reference';
import { smallApp } from './small-app';

let app: NestFastifyApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  Logger.overrideLogger(false);
  app = await smallApp((each) => registerReference(each, () => buildOpenApi(each)));
  document = (await app.inject('/api/openapi.json')).json();
});
afterAll(() => app.close());

const operations = (): [string, OperationObject][] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, OperationObject] => [`${method} ${path}`, operation]),
  );
const operation = (name: string): OperationObject => {
  const found = operations().find(([each]) => each === name)?.[1];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const walk = (node: unknown, visit: (node: object) => void): void => {
  if (typeof node !== 'object' || node === null) return;
  visit(node);
  Object.values(node).forEach((each) => walk(each, visit));
};

it('is OpenAPI 3.1 without leftovers of 3.0', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.title).toBe('Sanji · 三级工会工作动态平台');
  walk(document, (node) => {
    expect(node).not.toHaveProperty('nullable');
    if ('exclusiveMinimum' in node) expect(typeof node.exclusiveMinimum).toBe('number');
  });
  expect(document.components?.schemas?.['TaskDto']).toMatchObject({
    required: ['title'],
    properties: { dueOn: { type: ['string', 'null'], format: 'date' } },
  });
});

it('refers only to what it holds', () => {
  walk(document, (node) => {
    if (!('$ref' in node) || typeof node.$ref !== 'string') return;
    const found = node.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => Reflect.get(Object(at), key), document);
    expect([node.$ref, typeof found]).toEqual([node.$ref, 'object']);
  });
});

it('gives every operation a name of its own, a tag and who may use it', () => {
  const ids = operations().map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('echo.create');
  for (const [, each] of operations()) {
    expect(each.tags?.length).toBeGreaterThan(0);
    expect(each.description).toContain('谁可以用 / Who may: ');
  }
  expect(operation('get /api/v1/district/tasks').description).toContain('区总工会经办人、街道总工会经办人');
  expect(operation('get /api/v1/district/tasks').security).toEqual([{ bearer: [] }, { cookie: [] }]);
  expect(operation('get /health/live').security).toEqual([]);
});

it('tells what each operation can refuse', () => {
  const statuses = (name: string) => Object.keys(operation(name).responses);
  expect(statuses('post /api/v1/district/tasks')).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '413',
    '415',
    '422',
    '429',
    '431',
    '503',
  ]);
  expect(statuses('get /api/v1/district/tasks')).toEqual(['200', '400', '401', '403', '422', '429', '431', '503']);
  expect(statuses('put /api/v1/district/tasks/{id}')).toEqual(expect.arrayContaining(['404', '412', '414', '428']));
  // a body or a query that is not asked for may still be too large, of another kind or ill-formed
  expect(statuses('post /api/v1/district/tasks/sign')).toEqual(expect.arrayContaining(['413', '415', '422']));
  expect(document.components?.responses?.['Problem422']).toMatchObject({
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: { status: 422 } },
    },
  });
});

it('asks every write for an Idempotency-Key', () => {
  for (const [name, each] of operations()) {
    const names = (each.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
    expect([name, names.includes('Idempotency-Key')]).toEqual([name, !name.startsWith('get ')]);
    expect(new Set(names).size).toBe(names.length);
  }
});

it('shows examples that are valid by their own schemas', () => {
  const ajv = new Ajv2020({ strict: false, formats: { decimal: true, code: true } });
  addFormats(ajv);
  ajv.addSchema({ $id: 'api', components: document.components }, 'api');
  let examples = 0;
  walk(document, (node) => {
    if (!('schema' in node) || !('example' in node)) return;
    const validate = ajv.compile(JSON.parse(JSON.stringify(node.schema).replaceAll('"#/', '"api#/')));
    expect([node.example, validate(node.example), validate.errors]).toEqual([node.example, true, null]);
    examples += 1;
  });
  expect(examples).toBeGreaterThanOrEqual(15);
  expect(operation('post /api/v1/district/tasks').requestBody).toMatchObject({
    content: { 'application/json': { example: { title: '发展会员', shares: [{ target: '120.5' }] } } },
  });
});

it('is shown on a page that asks no other host', async () => {
  const page = await app.inject('/api/reference');
  const assets = Array.from(page.body.matchAll(/(?:src|href)=["']([^"']+)["']/g), ([, asset]) => asset ?? '');
  expect(page.headers['content-type']).toContain('text/html');
  expect(assets.length).toBeGreaterThan(3);
  for (const asset of assets) {
    const url = new URL(asset, 'http://here/api/reference');
    expect([asset, url.host, (await app.inject(url.pathname)).statusCode]).toEqual([asset, 'here', 200]);
  }
  expect(page.body).not.toMatch(/<script>[^<]/);
});
