/** The one guard: who is it (a session or a key), may he use this route, and does the call carry an Idempotency-Key. */
import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config';
import { SESSION_COOKIE } from '../http/openapi';
import { traceParentOf } from '../http/request-id';
import { CONFIG } from '../config';
import type { Actor, RememberedCall, Tier } from '../kernel/actor';
import { DomainError, Forbidden, Refused } from '../kernel/errors';
import { slowDigest } from '../organization/password';
import { may, rights, type Right } from '../organization/rights';
import { type ActingRequest, FURTHER, PUBLIC, RIGHT, TIER } from './declarations';
import { KeyDoor } from './key/key-door.service';
import type { Further } from './key/needed';
import { looksLikeKey } from './key/token';
import { SessionService } from './session.service';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A body with a password in it, as JSON writes it. */
const PASSWORD = /"(currentP|p)assword":/;

type Who = Omit<Actor, 'network' | 'requestId'> & { mustChangePassword: boolean };

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(KeyDoor) private readonly keys: KeyDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, declared)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    const right = this.reflector.getAllAndOverride<Right | undefined>(RIGHT, declared);
    const tier = this.reflector.getAllAndOverride<Tier | undefined>(TIER, declared);
    const further = this.reflector.get<Further | undefined>(FURTHER, context.getHandler());
    const key = keyOf(request);
    const { mustChangePassword, ...who } =
      key === undefined
        ? await this.identify(request)
        : await this.keys.let(key, { right, further }, request, http.getResponse<FastifyReply>());
    if (right === undefined || !may(who.role, right)) throw notYours(right);
    if (tier !== undefined && tier !== who.tier) throw notYourDoor();
    if (mustChangePassword && right !== 'self') throw mustChange();
    const call = reading.has(request.method) ? undefined : await rememberedCall(request, who.officerId);
    const traceParent = traceParentOf(request.headers.traceparent);
    request.actor = {
      ...who,
      network: request.ip,
      requestId: request.id,
      ...(traceParent === undefined ? {} : { traceParent }),
      ...(call === undefined ? {} : { call }),
    };
    return true;
  }

  private async identify(request: ActingRequest): Promise<Who> {
    const bearer = bearerOf(request);
    const token = bearer ?? request.cookies[SESSION_COOKIE];
    if (bearer === undefined && token !== undefined) this.checkOrigin(request);
    const known = token === undefined ? undefined : await this.sessions.find(token);
    if (token === undefined || known === undefined) {
      throw new DomainError('unauthenticated', 'unauthenticated', {
        zh: '请先登录。',
        en: 'Sign in first.',
      });
    }
    request.sessionToken = token;
    const { stale: _, ...who } = known;
    return who;
  }

  /** A cookie travels by itself, so a write with it must come from our own page. */
  private checkOrigin(request: ActingRequest): void {
    if (reading.has(request.method)) return;
    const { origin } = request.headers;
    const own = [`${request.protocol}://${request.host}`, this.config.publicUrl];
    if (origin !== undefined && own.includes(origin)) return;
    throw new Forbidden('origin', { zh: '请求来源不被允许。', en: 'The request comes from a foreign page.' });
  }
}

const bearerOf = (request: ActingRequest): string | undefined =>
  /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];

/** What begins like a key is one, however wrong: it is never taken for a session. */
function keyOf(request: ActingRequest): string | undefined {
  const given = /^Bearer +(\S.*)$/i.exec(request.headers.authorization ?? '')?.[1];
  return given !== undefined && looksLikeKey(given) ? given : undefined;
}

async function rememberedCall(request: ActingRequest, officerId: string): Promise<RememberedCall | undefined> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refused(
      'idempotencyKey.invalid',
      {
        zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符。',
        en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
      },
      'Idempotency-Key',
    );
  }
  const route = `${request.method} ${request.url}`;
  const version = request.headers['if-match'] ?? '';
  const body = JSON.stringify([route, version, request.body ?? null]);
  const fingerprint = PASSWORD.test(body)
    ? await slowDigest(body, `${officerId} ${key}`)
    : createHash('sha256').update(body).digest('hex');
  return { key, route, fingerprint };
}

function notYours(right: Right | undefined): Forbidden {
  const roles = right === undefined ? '' : rights[right].join(', ');
  return new Forbidden('role', {
    zh: '您的角色无权进行此操作。',
    en: `Your role may not do this; it takes: ${roles}.`,
  });
}

function notYourDoor(): Forbidden {
  return new Forbidden('tier', {
    zh: '此入口属于另一层级的工会。',
    en: 'This door belongs to unions of another tier.',
  });
}

function mustChange(): Forbidden {
  return new Forbidden('password.mustChange', {
    zh: '请先修改初始密码（PUT /api/v1/me/password）。',
    en: 'Change the first password before anything else (PUT /api/v1/me/password).',
  });
}
