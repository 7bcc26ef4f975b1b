/** Scopes of API keys (权限范围): every route belongs to exactly one, and none opens nothing. */
import { apiDocument } from '../../src/api-document';
import { areas, rolesOf, scopeOf, scopes } from '../../src/access/key/scope';
import { RIGHT } from '../../src/access/declarations';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Right } from '../../src/organization/rights';
import { House } from '../support/house';

let house: House;
interface Route {
  readonly method: string;
  readonly url: string;
  readonly right: Right;
}
let routes: Route[];

const listed = (paths: unknown): string[] => (Array.isArray(paths) ? paths.map(String) : [String(paths ?? '')]);

beforeAll(async () => {
  house = await House.open();
  const controllers = [...house.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  routes = controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: Record<string, object> };
    return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name];
      const right = handler === undefined ? undefined : (Reflect.getMetadata(RIGHT, handler) as Right | undefined);
      if (handler === undefined || right === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] ?? '';
      const urls = listed(Reflect.getMetadata(PATH_METADATA, metatype as object)).flatMap((base) =>
        listed(Reflect.getMetadata(PATH_METADATA, handler)).map((path) =>
          `/api/v1/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/\/$/, ''),
        ),
      );
      return urls.map((url) => ({ method, url, right }));
    });
  });
});
afterAll(() => house.close());

it('every route has a scope, or is for people only', () => {
  expect(routes.length).toBeGreaterThan(400);
  expect(routes.filter(({ method, url, right }) => scopeOf(method, url, right) === undefined)).toEqual([]);
});

it('only what belongs to one person is for people only: the own account, sign-ins and messages, and the keys themselves', () => {
  const closed = routes.filter(({ method, url, right }) => scopeOf(method, url, right) === 'people');
  expect(
    [...new Set(closed.map(({ url }) => url.replace('/api/v1/', '').split('/').slice(0, 2).join('/')))].toSorted(),
  ).toEqual([
    'applications',
    'applications/:id',
    'key-scopes',
    'me/desk',
    'me/mail-address',
    'me/messages',
    'me/password',
    'me/reminder-settings',
    'me/sessions',
    'session',
  ]);
});

it('every scope opens a route for each of its rights, and somebody may have it', () => {
  const opened = new Map<string, Set<Right>>(scopes.map((scope) => [scope, new Set()]));
  for (const { method, url, right } of routes) opened.get(String(scopeOf(method, url, right)))?.add(right);
  const told = Object.entries(areas).flatMap(([area, { verbs }]) =>
    Object.entries(verbs).map(([verb, given]) => [`${area}:${verb}`, [...(given as readonly Right[])].toSorted()]),
  );
  expect([...opened].map(([scope, found]) => [scope, [...found].toSorted()])).toEqual(told);
  for (const scope of scopes) expect(rolesOf(scope)).not.toEqual([]);
});

it('reading never comes with a scope to write, nor personal data in full with any other', () => {
  for (const { method, url, right } of routes) {
    const scope = scopeOf(method, url, right) ?? '';
    if (method === 'GET') expect([url, scope]).toEqual([url, expect.stringMatching(/^(any|people|[\w-]+:read)$/)]);
    if (right === 'personal.read') expect([url, scope]).toEqual([url, 'personal:read']);
    else expect(scope).not.toBe('personal:read');
  }
});

it('the document names the scope of every operation, and no key where there is none', () => {
  const operations = Object.entries(apiDocument(house.app).paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { 'x-scope'?: string; 'x-who'?: string[]; description?: string }>).map(
      ([method, operation]) => ({ path, method, operation }),
    ),
  );
  const guarded = operations.filter(({ operation }) => operation['x-who'] !== undefined);
  for (const { path, operation } of guarded) {
    const said = operation['x-scope'] ?? 'people only';
    expect([path, operation.description]).toEqual([path, expect.stringContaining(said === 'any' ? 'any key' : said)]);
    expect(JSON.stringify(operation)).not.toContain('x-right');
  }
  expect(
    operations.find(({ path, method }) => path === '/api/v1/district/tasks' && method === 'post')?.operation['x-scope'],
  ).toBe('tasks:write');
});
