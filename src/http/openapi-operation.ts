/** Completes one operation of the document: who may, what it can refuse, its headers and its examples. */
import type { ContentObject, OpenAPIObject, OperationObject, ParameterObject } from '@nestjs/swagger';
import { exampleOf, isSchema, type Schemas } from './openapi-examples';
import { problemStatuses } from './openapi-problems';
import { FILE_TYPES } from './route-kinds';

const WRITES = new Set(['post', 'put', 'patch', 'delete']);
const SIGN_IN = '/api/v1/session';

const IDEMPOTENCY_KEY: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '重试同一请求时使用同一个键，只会执行一次（保留七天）。Repeat a call with the same key and it happens once (kept seven days).',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$', example: '0190f5a2-7c3e-7d41' },
};

const FREE = new Set(['accept-language', 'last-event-id']);

const ANSWERS: Readonly<Record<string, string>> = {
  200: '成功 / OK',
  201: '已创建 / Created',
  202: '已受理 / Accepted',
  204: '成功，无内容 / No content',
};

/** Without `x-who` anybody may use it. */
interface Described extends OperationObject {
  'x-who'?: unknown;
  'x-retirement'?: unknown;
}

export function completeOperation(document: OpenAPIObject, path: string, method: string, operation: Described): void {
  const who = Array.isArray(operation['x-who']) ? operation['x-who'].map(String) : [];
  const guarded = who.length > 0;
  const writes = WRITES.has(method);
  const signsIn = path === SIGN_IN && method === 'post';
  if (operation['x-retirement'] !== undefined) operation.deprecated = true;
  const sentence = `谁可以用 / Who may: ${guarded ? who.join('、') : '任何人 / anyone'}`;
  operation.description = [operation.description, sentence].filter(Boolean).join('\n\n');
  operation.security = guarded ? [{ bearer: [] }, { cookie: [] }] : [];
  for (const status of problemStatuses(operation, { path, writes, guarded, signsIn })) {
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
  if (method === 'get' && answersJson(operation))
    operation.responses['304'] ??= { $ref: '#/components/responses/NotModified' };
  nameFiles(operation);
  nameAnswers(operation);
  if (method === 'get') nameFile(operation);
  freeHeaders(operation);
  if (writes && !signsIn) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  addExamples(operation, { ...document.components?.schemas } as Schemas);
}

/** A file that is the body itself is no form with a field. */
function nameFiles({ requestBody }: OperationObject): void {
  if (requestBody === undefined || !('content' in requestBody)) return;
  for (const type of FILE_TYPES) {
    const media = requestBody.content[type];
    if (media !== undefined) media.schema = { type: 'string', format: 'binary' };
  }
}

function answersJson({ responses }: OperationObject): boolean {
  const answer = responses['200'];
  return answer !== undefined && 'content' in answer && answer.content?.['application/json'] !== undefined;
}

/** Headers a caller may leave out: Nest's decorator calls every one of them required. */
function freeHeaders({ parameters = [] }: OperationObject): void {
  for (const parameter of parameters) {
    if ('in' in parameter && parameter.in === 'header' && FREE.has(parameter.name)) parameter.required = false;
  }
}

/** An answer without a description gets the plain word for its status. */
function nameAnswers({ responses }: OperationObject): void {
  for (const [status, answer] of Object.entries(responses)) {
    if (answer !== undefined && 'description' in answer) answer.description ||= ANSWERS[status] ?? '回答 / Answer';
  }
}

/** A read that answers no shape answers a file. */
function nameFile({ responses }: OperationObject): void {
  const answer = responses[200];
  if (answer === undefined || !('description' in answer) || answer.content !== undefined) return;
  answer.content = { '*/*': { schema: { type: 'string', format: 'binary' } } };
}

function addExamples(operation: OperationObject, schemas: Schemas): void {
  if (operation.requestBody !== undefined && 'content' in operation.requestBody) {
    addExampleTo(operation.requestBody.content, schemas);
  }
  for (const answer of Object.values(operation.responses)) {
    if (answer !== undefined && 'content' in answer && answer.content !== undefined)
      addExampleTo(answer.content, schemas);
  }
}

function addExampleTo(content: ContentObject, schemas: Schemas): void {
  for (const media of Object.values(content)) {
    if (media.example !== undefined || media.examples !== undefined || !isSchema(media.schema)) continue;
    const example = exampleOf(media.schema, schemas);
    if (example !== undefined) media.example = example;
  }
}
