/** The API as it is published (接口文档): the operations of the doors and the schemas of what a scheme says. */
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { scopeOf } from './access/key/scope';
import { SCHEME_SCHEMAS } from './assessment/documents/scheme-schemas';
import { buildOpenApi } from './http/openapi';
import type { Right } from './organization/rights';

/** Says of every guarded operation by which scope a program may use it. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const document = buildOpenApi(app, SCHEME_SCHEMAS);
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) nameScope(path, method, operation);
  return document;
}

interface Guarded extends OperationObject {
  'x-right'?: Right;
  'x-scope'?: string;
}

function nameScope(path: string, method: string, operation: Guarded): void {
  const right = operation['x-right'];
  if (right === undefined) return;
  delete operation['x-right'];
  const scope = scopeOf(method.toUpperCase(), path, right);
  if (scope === undefined || scope === 'people') operation.security = [{ bearer: [] }, { cookie: [] }];
  const said =
    scope === undefined || scope === 'people'
      ? '仅限本人登录，不可用密钥 / people only, no key'
      : scope === 'any'
        ? '任何密钥 / any key'
        : scope;
  if (scope !== undefined && scope !== 'people') operation['x-scope'] = scope;
  operation.description = [operation.description, `密钥权限 / Key scope: ${said}`].filter(Boolean).join('\n\n');
}
