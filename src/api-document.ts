/** The API as it is published (接口文档): the operations of the doors, the schemas of what a scheme says, and what receivers of webhooks are sent. */
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SCHEME_SCHEMAS } from './assessment/documents/scheme-schemas';
import { buildOpenApi } from './http/openapi';
import { WEBHOOKS, WEBHOOK_SCHEMAS } from './webhook/webhook-document';

/** With the `webhooks` of OpenAPI 3.1, which Nest's type does not know. */
type ApiDocument = OpenAPIObject & { readonly webhooks: Readonly<Record<string, object>> };

export function apiDocument(app: INestApplication): ApiDocument {
  const document = buildOpenApi(app, { ...SCHEME_SCHEMAS, ...WEBHOOK_SCHEMAS });
  const tags = [...(document.tags ?? []), { name: 'Webhooks' }];
  return { ...document, tags, webhooks: WEBHOOKS };
}
