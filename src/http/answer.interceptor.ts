/** What every answer carries: the ETag of a version, and the Location of what was made. */
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { etagOf } from './etag';

/** A POST to one of these makes a member. */
const collections = new Set([
  'unions',
  'officers',
  'tasks',
  'reports',
  'submissions',
  'evidence',
  'schemes',
  'assessments',
  'entries',
  'appeals',
  'orders',
  'interviews',
  'runs',
  'robots',
  'ledger-types',
  'indicators',
  'applications',
  'imports',
  'case-sources',
]);

/** These are read under the address they were made at. */
const readAsTheyAre = new Set(['shares', 'session', 'reopenings', 'extensions']);

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (typeof answer !== 'object' || answer === null || reply.sent) return;
        const id = memberId(answer);
        if ('version' in answer && typeof answer.version === 'number')
          void reply.header('etag', etagOf(answer.version));
        if (request.method === 'POST' && (reply.statusCode === 201 || reply.statusCode === 202))
          void reply.header('location', locationOf(request.url, id));
      }),
    );
  }
}

/** Creations answer the thing, or the thing with what belongs to it (`task` with its shares). */
function memberId(answer: object): string | undefined {
  if ('id' in answer && typeof answer.id === 'string') return answer.id;
  if ('task' in answer && typeof answer.task === 'object' && answer.task !== null) return memberId(answer.task);
  return undefined;
}

/** Copied, taken in or made of a template: a scheme is read among the schemes. */
const SCHEMES_MADE = /^(.*)\/(?:schemes\/(?:[^/]+\/copies|imports|spreadsheets)|scheme-templates\/[^/]+\/schemes)$/;

/** Begun in a ledger, or as a correction of another: read among the entries of ledgers. */
const LEDGER_TYPES_MADE = /^(.*)\/ledger-templates\/[^/]+\/ledger-types$/;
const INDICATORS_MADE = /^(.*)\/indicator-templates\/[^/]+\/indicators$/;
/** Closed and opened again at the district's door, read among all that were. */
const CLOSURES_MADE = /^(.*)\/district\/indicator-closures(?:\/[^/]+\/reopening)?$/;
const TARGETS_MADE = /^(.*)\/district\/targets$/;
const TARGET_CHANGES_MADE = /^(.*)\/district\/(?:targets\/[^/]+\/changes|target-changes\/[^/]+\/\w+)$/;
const ANNUAL_REPORTS_MADE = /^(.*)\/annual-report-submissions(?:\/[^/]+\/\w+)?$/;
const LEDGER_ENTRIES_MADE = /^(.*)\/(?:ledgers\/[^/]+\/entries|ledger-entries\/[^/]+\/corrections)$/;

/** Where what was made can be read. A deed (a signature, a return) is read on the thing it was done to. */
function locationOf(url: string, id: string | undefined): string {
  const path = url.split('?')[0] ?? url;
  const door = SCHEMES_MADE.exec(path)?.[1];
  if (door !== undefined) return `${door}/schemes/${id}`;
  const types = LEDGER_TYPES_MADE.exec(path)?.[1];
  if (types !== undefined) return `${types}/ledger-types/${id}`;
  const indicators = INDICATORS_MADE.exec(path)?.[1];
  if (indicators !== undefined) return `${indicators}/indicators/${id}`;
  const closures = CLOSURES_MADE.exec(path)?.[1];
  if (closures !== undefined) return `${closures}/indicator-closures`;
  const targets = TARGETS_MADE.exec(path)?.[1];
  if (targets !== undefined) return `${targets}/targets/${id}`;
  const changes = TARGET_CHANGES_MADE.exec(path)?.[1];
  if (changes !== undefined) return `${changes}/target-changes`;
  const reports = ANNUAL_REPORTS_MADE.exec(path)?.[1];
  if (reports !== undefined) return `${reports}/annual-report-submissions`;
  const ledgers = LEDGER_ENTRIES_MADE.exec(path)?.[1];
  if (ledgers !== undefined) return `${ledgers}/ledger-entries/${id}`;
  const noun = path.split('/').at(-1) ?? '';
  if (readAsTheyAre.has(noun)) return path;
  if (id === undefined || !collections.has(noun)) return itself(path.slice(0, path.lastIndexOf('/')));
  return itself(`${path}/${id}`);
}

/** Reports and shares are made below a task and read under their own noun; so are entries, made on a sheet. */
function itself(path: string): string {
  return path
    .replace(/\/send-back$/, '')
    .replace(/(\/applications\/[^/]+)\/keys\/[^/]+$/, '$1')
    .replace(/\/tasks\/[^/]+\/(reports|submissions|shares)(?=\/[^/]+$)/, (_, noun) =>
      noun === 'shares' ? '/tasks' : '/reports',
    )
    .replace(/\/score-sheets\/[^/]+\/entries(?=\/[^/]+$)/, '/entries');
}
