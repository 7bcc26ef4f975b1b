/** Sends a refusal as problem details, in the caller's language. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language';
import { PROBLEM_TYPE, problemOf, type Refusal } from './problem';

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(refusal, language, request.raw.url ?? '/', request.id);
  if (refusal.retryAfter !== undefined) void reply.header('retry-after', String(refusal.retryAfter));
  if (refusal.status === 401 && !reply.hasHeader('www-authenticate'))
    void reply.header('www-authenticate', 'Bearer realm="sanji"');
  void reply
    .code(refusal.status)
    .headers({
      'content-type': PROBLEM_TYPE,
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
      vary: varyWith(reply.getHeader('vary')),
    })
    .removeHeader('content-length')
    .removeHeader('content-disposition')
    .removeHeader('etag')
    .send(JSON.stringify(problem));
}

function varyWith(present: string | number | string[] | undefined): string {
  const names = String(present ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.includes('*') || names.some((name) => name.toLowerCase() === 'accept-language')) return names.join(', ');
  return [...names, 'Accept-Language'].join(', ');
}
