/** The floor: a bare Nest and Fastify application with the product's SQL in its best form and nothing else: no caller, no rules. */
import 'reflect-metadata';
import { Controller, Get, Header, HttpCode, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomBytes, createHash } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { v7 } from 'uuid';
import { statements } from './statements.mjs';

// as the product's own reads: a desk planned anew at every call would cost ten times what it takes
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 4,
  options: '-c plan_cache_mode=force_generic_plan',
});
const asked = async (name, values) =>
  (await pool.query({ name, text: statements[name], values })).rows[0]?.answer ?? '[]';

const uuids = (many) => Array.from({ length: many }, () => v7());

class Floor {
  submit({ params, body }) {
    const { districtId, unionId, officerId, done, note, asOf, evidence } = body;
    const ids = [v7(), v7(), v7()];
    return asked('submit', [districtId, params.task, unionId, officerId, done, note, asOf, evidence, ...ids]);
  }
  accept({ params, body }) {
    return asked('accept', [body.districtId, params.report, body.officerId, v7()]);
  }
  assign({ params, body }) {
    const { districtId, officerId, shares } = body;
    const ids = uuids(shares.length);
    return asked('assign', [
      districtId,
      params.task,
      officerId,
      JSON.stringify(shares.map((share, no) => ({ ...share, id: ids[no] }))),
      v7(),
    ]);
  }
  desk({ query }) {
    return asked('desk', [
      query.district,
      query.union,
      query.since,
      query.kinds.split(','),
      query.officer,
      query.yearAgo,
      query.ahead,
      query.today,
    ]);
  }
  tasks({ query }) {
    return asked('tasks', [query.district, query.union]);
  }
  board({ query }) {
    return asked('board', [query.district, query.union, query.year]);
  }
  standings({ query }) {
    return asked('standings', [query.district, query.parent ?? null, query.year, query.today]);
  }
  async signIn({ body }) {
    const [known] = JSON.parse(await asked('account', [body.account]));
    if (!(await verify(known.hash, body.password))) throw new Error('Not the password');
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await asked('session', [hash, v7(), known.district_id, known.id]);
    return { token };
  }
  feed({ query }) {
    return asked('feed', [query.district, query.union]);
  }
}

const routes = {
  submit: Post('submit/:task'),
  accept: Post('accept/:report'),
  assign: Post('assign/:task'),
  signIn: Post('session'),
  desk: Get('desk'),
  tasks: Get('tasks'),
  board: Get('board'),
  standings: Get('standings'),
  feed: Get('feed'),
};
for (const [name, route] of Object.entries(routes)) {
  const described = Object.getOwnPropertyDescriptor(Floor.prototype, name);
  Req()(Floor.prototype, name, 0);
  Header('content-type', 'application/json; charset=utf-8')(Floor.prototype, name, described);
  HttpCode(200)(Floor.prototype, name, described);
  route(Floor.prototype, name, described);
}
Controller()(Floor);
class FloorModule {}
Module({ controllers: [Floor] })(FloorModule);

const app = await NestFactory.create(FloorModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`floor at ${await app.getUrl()}\n`);
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
