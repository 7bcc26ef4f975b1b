/** The doors of the three tiers: every route says who may use it, and nobody else passes. */
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import request from 'supertest';
import { PUBLIC, RIGHT } from '../../src/access/declarations';
import { newId } from '../../src/kernel/id';
import { roles } from '../../src/organization/rights';
import { House } from '../support/house';
import { doors, fill, isDoor, type Operation, operationsOf, send } from './operations';

let house: House;
let operations: Operation[];
beforeAll(async () => {
  house = await House.open();
  operations = operationsOf(house);
});
afterAll(() => house.close());

it('every route says who may use it, but for sign-in, health and metrics', () => {
  const open: string[] = [];
  for (const module of house.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const { prototype } = metatype as { prototype: Record<string, object> };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        if (Reflect.getMetadata(RIGHT, handler) !== undefined) continue;
        expect([name, Reflect.getMetadata(PUBLIC, handler)]).toEqual([name, true]);
        open.push(String(Reflect.getMetadata(PATH_METADATA, handler)));
      }
    }
  }
  expect(open.toSorted()).toEqual(['live', 'metrics', 'ready', 'session']);
  expect(operations.filter(({ who }) => who.length === 0).map(({ path }) => path)).toEqual(['/api/v1/session']);
});

it('nobody is let in without a session, by any route', async () => {
  for (const { method, path } of operations.filter(({ who }) => who.length > 0)) {
    const answer = await request(house.url)[method](fill(path, [newId(), newId(), 'x']));
    expect([method, path, answer.status]).toEqual([method, path, 401]);
  }
});

it('the door of another tier is closed to everybody, whatever his role', async () => {
  for (const operation of operations.filter(({ door }) => isDoor(door))) {
    for (const [tier, code] of Object.entries(doors).filter(([name]) => name !== operation.door)) {
      const answer = await send(
        house,
        `${code}.${operation.who[0]}`,
        operation,
        fill(operation.path, [newId(), newId(), 'x']),
      );
      expect([tier, operation.path, answer.status, answer.body.code]).toEqual([tier, operation.path, 403, 'tier']);
    }
  }
});

it('a role that is not named for a route does not pass', async () => {
  for (const operation of operations.filter(({ who }) => who.length > 0)) {
    const code = isDoor(operation.door) ? doors[operation.door] : 'd';
    const others = roles.filter((role) => !operation.who.includes(role) && (code === 'd' || !role.includes('_')));
    for (const role of others) {
      const answer = await send(house, `${code}.${role}`, operation, fill(operation.path, [newId(), newId(), 'x']));
      expect([role, operation.method, operation.path, answer.status, answer.body.code]).toEqual([
        role,
        operation.method,
        operation.path,
        403,
        'role',
      ]);
    }
  }
});
