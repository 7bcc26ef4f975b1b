/** The API as an OpenAPI 3.1 document, read from the controllers and completed by the rules of the house. */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type OperationObject } from '@nestjs/swagger';
import { completeOperation } from './openapi-operation';
import { NOT_MODIFIED, PROBLEM_SCHEMA, problemResponses } from './openapi-problems';
import { groupOperations } from './openapi-tags';

export const SESSION_COOKIE = 'sanji_session';

/** Of the document: a change that breaks a caller raises the first number (scripts/contract.mjs holds that). */
const API_VERSION = '1.0.0';

const BEARER =
  'API 密钥（sanji_…，供程序使用，各操作的 x-scope 注明所需权限）或会话令牌。An API key (sanji_…, for programs; x-scope says which scope an operation takes) or a session token.';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

/** `further` are schemas that the operations refer to, by their names. */
export function buildOpenApi(app: INestApplication, further: Readonly<Record<string, object>> = {}): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sanji · 三级工会工作动态平台')
    .setDescription(
      '区、街道、社区三级工会的工作任务、量化考核与动态平台。Work, assessment and live boards of a three-tier trade union.',
    )
    .setVersion(API_VERSION)
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: BEARER }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'cookie')
    .build();
  Object.assign(config.info, { license: { name: '专有软件 Proprietary', identifier: 'LicenseRef-Proprietary' } });
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationIdOf });
  addSchemas(document, further);
  const operations = operationsOf(document);
  for (const { path, method, operation } of operations) completeOperation(document, path, method, operation);
  makeUnique(operations.map(({ operation }) => operation));
  groupOperations(document, operations);
  unwrap(document);
  return document;
}

function addSchemas(document: OpenAPIObject, further: Readonly<Record<string, object>>): void {
  const { schemas, responses, ...others } = document.components ?? {};
  document.components = {
    ...others,
    schemas: { ...schemas, ...further, Problem: PROBLEM_SCHEMA },
    responses: { ...responses, NotModified: NOT_MODIFIED, ...problemResponses() },
  };
}

/** `DistrictTasksController.assign` → `districtTasks.assign`. */
function operationIdOf(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${method}`;
}

interface Found {
  readonly path: string;
  readonly method: string;
  readonly operation: OperationObject;
}

function operationsOf(document: OpenAPIObject): Found[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** One method behind two addresses gets a number from the second on. */
function makeUnique(operations: readonly OperationObject[]): void {
  const taken = new Map<string, number>();
  for (const operation of operations) {
    const id = operation.operationId ?? 'operation';
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    operation.operationId = times === 1 ? id : `${id}${times}`;
  }
}

/** What says `all of` one schema says that schema. */
function unwrap(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('allOf' in node && Array.isArray(node.allOf) && node.allOf.length === 1) {
    const [only] = node.allOf;
    Reflect.deleteProperty(node, 'allOf');
    Object.assign(node, only);
  }
  Object.values(node).forEach(unwrap);
}
