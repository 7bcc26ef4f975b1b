/** Boards that did not change are not made again: the JSON of an answer is kept until its district's boards change. */
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { firstValueFrom, type Observable, of } from 'rxjs';
import type { ActingRequest } from '../../access/declarations';
import { digestOf } from '../../http/conditional';
import { languageOf } from '../../http/language';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { HotReads } from '../../kernel/hot-reads';
import { gathered } from '../../kernel/gathered';
import { versions } from './board-version';
import { KeptPages, type Page } from './kept-pages';

interface Standing {
  readonly version: string | null;
  readonly asOf: Date;
}

const JSON_TYPE = 'application/json; charset=utf-8';

@Injectable()
export class KeptAnswers implements NestInterceptor {
  private readonly kept = new KeptPages();
  private readonly standing = gathered<string, Standing>((districts) => this.standingOf(districts));

  constructor(
    @Inject(HotReads) private readonly reads: HotReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { actor } = request;
    if (actor === undefined) return next.handle();
    const key = this.keyOf(actor, request);
    const { version, asOf } = await this.standing(actor.districtId);
    const known = version === null ? undefined : this.kept.find(key, version);
    if (known !== undefined) return of(send(reply, known, asOf.toISOString()));
    const answer: unknown = await firstValueFrom(next.handle());
    const made = version === null ? undefined : keepable(answer, version);
    if (made === undefined) return of(answer);
    this.kept.keep(key, made);
    return of(send(reply, made, asOf.toISOString()));
  }

  /** Whoever sees the same asks by the same address, in the same language, on the same day. */
  private keyOf({ districtId, unionId, path, tier }: Actor, { url, headers }: ActingRequest): string {
    const language = languageOf(headers['accept-language']);
    return [districtId, unionId, path, tier, language, this.clock.today(), url].join('\n');
  }

  private async standingOf(districts: readonly string[]): Promise<Standing[]> {
    const rows: (Standing & { districtId: string })[] = await this.reads.ask(versions, [[...new Set(districts)]]);
    const byDistrict = new Map(rows.map((row) => [row.districtId, row]));
    return districts.map((district) => byDistrict.get(district) as Standing);
  }
}

function send(reply: FastifyReply, { rest, etag }: Page, asOf: string): Buffer {
  void reply.headers({ 'content-type': JSON_TYPE, etag });
  return Buffer.concat([Buffer.from(`{"asOf":"${asOf}"`), rest]);
}

/** An answer that says as of when; what is read again later holds but for that, and so does its ETag. */
function keepable(answer: unknown, version: string): Page | undefined {
  if (typeof answer !== 'object' || answer === null || !('asOf' in answer)) return undefined;
  const { asOf: _, ...others } = answer;
  const rest = Buffer.from(`,${JSON.stringify(others).slice(1)}`);
  return { version, rest, etag: `"${digestOf(rest)}"` };
}
