/** What did not change is not made again: the JSON of an answer is kept until something is told of its district. */
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { firstValueFrom, type Observable, of } from 'rxjs';
import type { ActingRequest } from '../access/declarations';
import { digestOf } from '../http/conditional';
import { languageOf } from '../http/language';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import type { Page } from './kept-pages';
import { Kept, type Standing } from './kept.service';

const JSON_TYPE = 'application/json; charset=utf-8';

abstract class Keeping implements NestInterceptor {
  constructor(
    @Inject(Kept) private readonly kept: Kept,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The version under which an answer given now may be kept and found; null where it may not. */
  protected abstract versionOf(standing: Standing): string | null;

  /** What of the answer stays the same while nothing changes; undefined where it is not to be kept. */
  protected abstract lasting(answer: object): Buffer | undefined;

  protected abstract whole(page: Page, standing: Standing): Buffer;

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    const { actor } = request;
    if (actor === undefined) return next.handle();
    const standing = await this.kept.standing(actor.districtId);
    const version = this.versionOf(standing);
    if (version === null) return next.handle();
    const send = (page: Page): Observable<Buffer> => {
      void http.getResponse<FastifyReply>().headers({ 'content-type': JSON_TYPE, etag: page.etag });
      return of(this.whole(page, standing));
    };
    const key = this.keyOf(actor, request);
    const known = this.kept.pages.find(key, version);
    if (known !== undefined) return send(known);
    const answer: unknown = await firstValueFrom(next.handle());
    const rest = typeof answer === 'object' && answer !== null ? this.lasting(answer) : undefined;
    if (rest === undefined) return of(answer);
    const page: Page = { version, rest, etag: `"${digestOf(rest)}"` };
    this.kept.pages.keep(key, page);
    return send(page);
  }

  /** Whoever sees the same asks by the same address, in the same language, on the same day. */
  private keyOf({ districtId, unionId, path, tier }: Actor, { url, headers }: ActingRequest): string {
    const language = languageOf(headers['accept-language']);
    return [districtId, unionId, path, tier, language, this.clock.today(), url].join('\n');
  }
}

/** Boards (看板): kept until they change. Each says as of when; what is read again later holds but for that, and so does its ETag. */
@Injectable()
export class KeptBoards extends Keeping {
  protected versionOf({ version }: Standing): string | null {
    return version;
  }

  protected lasting(answer: object): Buffer | undefined {
    if (!('asOf' in answer)) return undefined;
    const { asOf: _, ...others } = answer;
    return Buffer.from(`,${JSON.stringify(others).slice(1)}`);
  }

  protected whole({ rest }: Page, { asOf }: Standing): Buffer {
    return Buffer.concat([Buffer.from(`{"asOf":"${asOf.toISOString()}"`), rest]);
  }
}

/**
 * Lists of what was written, under a version of the boards: while everything that was done has arrived there, a list is as it was at that
 * version; while something is on its way, it is made anew. Only for what never changes without an announcement.
 */
@Injectable()
export class KeptLists extends Keeping {
  protected versionOf({ version, underWay }: Standing): string | null {
    return underWay ? null : version;
  }

  protected lasting(answer: object): Buffer {
    return Buffer.from(JSON.stringify(answer));
  }

  protected whole({ rest }: Page): Buffer {
    return rest;
  }
}
