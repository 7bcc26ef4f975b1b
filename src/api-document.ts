/** The API as it is published (接口文档): the operations of the doors, the schemas of what a scheme says, and what receivers of webhooks are sent. */
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { Further } from './access/key/needed';
import { routeOf, scopeOf } from './access/key/scope';
import { SCHEME_SCHEMAS } from './assessment/documents/scheme-schemas';
import { buildOpenApi } from './http/openapi';
import type { Right } from './organization/rights';
import { kindOfList, type WithoutRecords, whyWithout } from './records/people-lists';
import { WEBHOOKS, WEBHOOK_SCHEMAS } from './webhook/webhook-document';

/** With the `webhooks` of OpenAPI 3.1, which Nest's type does not know. */
type ApiDocument = OpenAPIObject & { readonly webhooks: Readonly<Record<string, object>> };

/** Says of every guarded operation by which scope a program may use it, and of every list as which records it reads the same. */
export function apiDocument(app: INestApplication): ApiDocument {
  const document = buildOpenApi(app, { ...SCHEME_SCHEMAS, ...WEBHOOK_SCHEMAS });
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      nameScope(path, method, operation);
      if (method === 'get') nameRecords(path, operation);
    }
  const webhooks = { name: 'Webhooks', description: '推送给接收方的事件。What receivers of webhooks are sent.' };
  return { ...document, tags: [...(document.tags ?? []), webhooks], webhooks: WEBHOOKS };
}

interface Guarded extends OperationObject {
  'x-right'?: Right;
  'x-scope'?: string;
  'x-further'?: Further;
  'x-scope-by'?: Exclude<Further, string>;
}

interface Listing extends OperationObject {
  'x-records'?: string;
  'x-records-none'?: WithoutRecords;
}

function nameScope(path: string, method: string, operation: Guarded): void {
  const { 'x-right': right, 'x-further': further } = operation;
  if (right === undefined) return;
  delete operation['x-right'];
  delete operation['x-further'];
  const scope = scopeOf(method.toUpperCase(), path, right);
  if (scope === undefined || scope === 'people') operation.security = [{ bearer: [] }, { cookie: [] }];
  const said =
    scope === undefined || scope === 'people'
      ? '仅限本人登录，不可用密钥 / people only, no key'
      : scope === 'any'
        ? '任何密钥 / any key'
        : together(scope, further);
  if (scope !== undefined && scope !== 'people') operation['x-scope'] = together(scope, further);
  if (typeof further === 'object') operation['x-scope-by'] = further;
  operation.description = [operation.description, `密钥权限 / Key scope: ${said}${byParameter(further)}`]
    .filter(Boolean)
    .join('\n\n');
}

/** As OAuth writes several. */
const together = (scope: string, further: Further | undefined): string =>
  typeof further === 'string' ? `${scope} ${further}` : scope;

function byParameter(further: Further | undefined): string {
  if (typeof further !== 'object') return '';
  const { parameter, scopes } = further;
  const listed = Object.entries(scopes).map(([value, scope]) => `${parameter}=${value}: ${scope}`);
  return `；另需 / and as well: ${listed.join(', ')}`;
}

/** Records themselves are read as they are. */
function nameRecords(path: string, operation: Listing): void {
  if (path.startsWith('/api/v1/records/')) return;
  const route = routeOf(path);
  const [kind, why] = [kindOfList[route], whyWithout.get(route)];
  if (kind !== undefined) {
    operation['x-records'] = kind;
    operation.description = [operation.description, `程序读取 / For programs: GET /records/${kind}`]
      .filter(Boolean)
      .join('\n\n');
  }
  if (why !== undefined) operation['x-records-none'] = why;
}
