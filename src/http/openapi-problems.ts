/** Which refusals an operation can answer, read from what it takes and who may use it. */
import type { OperationObject, ParameterObject, ReferenceObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { houseWord } from './house-words';
import { houseRefusal, problemOf } from './problem';

const text = (description: string, example: string): SchemaObject => ({ type: 'string', description, example });

export const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  description: '错误说明（RFC 9457）。Problem details.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'requestId'],
  properties: {
    type: { ...text('错误类型。The kind of problem.', '/problems/invalid'), format: 'uri-reference' },
    title: text('标题。', '内容不符合要求'),
    status: { type: 'integer', description: 'HTTP 状态码。', example: 422 },
    detail: text('说明。', '有字段不符合要求，请修改后重新提交。'),
    instance: { ...text('请求路径。', '/api/v1/district/tasks'), format: 'uri-reference' },
    code: text('稳定的错误代码。A stable code.', 'invalid'),
    errors: {
      type: 'array',
      description: '有误的字段。The fields that are wrong.',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: {
          field: text('字段路径。', 'shares[2].target'),
          code: text('错误代码。', 'quantity'),
          message: text('应如何填写。', '应为数字，小数不超过 2 位。'),
          place: {
            type: 'object',
            description: '在算式中的位置（行、列，从 1 起）。Where in an expression, from 1.',
            required: ['line', 'column'],
            properties: { line: { type: 'integer', example: 1 }, column: { type: 'integer', example: 9 } },
          },
        },
      },
    },
    requestId: text('请求编号。', '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374'),
  },
};

const DOCUMENTED = [400, 401, 403, 404, 409, 412, 413, 414, 415, 422, 428, 429, 431, 503, 507];

interface Circumstances {
  readonly path: string;
  readonly writes: boolean;
  readonly guarded: boolean;
  readonly signsIn: boolean;
}

/** The statuses an operation can answer besides its own. */
export function problemStatuses(
  operation: OperationObject,
  { path, writes, guarded, signsIn }: Circumstances,
): number[] {
  const parameters = operation.parameters ?? [];
  const names = parameters.flatMap((parameter) => ('name' in parameter ? [parameter.name.toLowerCase()] : []));
  const body = operation.requestBody !== undefined;
  const upload = isUpload(operation.requestBody);
  const statuses: [number, boolean][] = [
    [400, true],
    [401, guarded || signsIn],
    [403, guarded],
    [404, path.includes('{') || body || parameters.some(isId)],
    [409, writes || names.includes('updatedsince')],
    [412, names.includes('if-match')],
    [413, writes],
    [414, path.includes('{')],
    [415, writes],
    [422, true],
    [428, names.includes('if-match')],
    [429, true],
    [431, true],
    [503, true],
    [507, upload],
  ];
  return statuses.filter(([, applies]) => applies).map(([status]) => status);
}

const counted = (description: string, example: number) =>
  ({ description, schema: { type: 'integer', example } }) as const;

const RETRY_AFTER = counted('多少秒后重试。', 2);

/** On every answer to a key. */
const RATE_LIMIT = {
  'RateLimit-Limit': counted(
    '密钥每分钟的请求数（读与写分别计算）。What the key may do a minute, reads and writes apart.',
    600,
  ),
  'RateLimit-Remaining': counted('目前还可请求几次。How many are left now.', 0),
  'RateLimit-Reset': counted('多少秒后恢复满额。Seconds until all are back.', 60),
};

/** 304: whoever asks with If-None-Match still has it. */
export const NOT_MODIFIED: ResponseObject = {
  description: '自 If-None-Match 所示的 ETag 以来未变化 / Not changed since the ETag given as If-None-Match',
};

/** The answers named in the document, one per status: `#/components/responses/Problem422`. */
export function problemResponses(): Record<string, ResponseObject> {
  return Object.fromEntries(DOCUMENTED.map((status) => [`Problem${status}`, problemResponse(status)]));
}

function problemResponse(status: number): ResponseObject {
  const example = problemOf(
    houseRefusal(status),
    'zh',
    '/api/v1/district/tasks',
    '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374',
  );
  const { title } = houseWord(status);
  const retry = status === 429 || status === 503;
  return {
    description: `${title.zh} / ${title.en}`,
    ...(retry ? { headers: { 'Retry-After': RETRY_AFTER, ...(status === 429 ? RATE_LIMIT : {}) } } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

/** What is asked about may not be there. */
const isId = (parameter: ParameterObject | ReferenceObject): boolean =>
  'schema' in parameter &&
  parameter.schema !== undefined &&
  'format' in parameter.schema &&
  parameter.schema.format === 'uuid';

function isUpload(body: OperationObject['requestBody'] | ReferenceObject): boolean {
  return body !== undefined && 'content' in body && 'multipart/form-data' in body.content;
}
