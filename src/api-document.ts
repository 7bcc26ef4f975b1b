/** The API as it is published (接口文档): the operations of the doors and the schemas of what a scheme says. */
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SCHEME_SCHEMAS } from './assessment/documents/scheme-schemas';
import { buildOpenApi } from './http/openapi';

export const apiDocument = (app: INestApplication): OpenAPIObject => buildOpenApi(app, SCHEME_SCHEMAS);
