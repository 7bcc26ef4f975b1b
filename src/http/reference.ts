/** Serves the API document and its reference page from this server alone: no other host is asked. */
import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Call before `app.init()`. The document is written when it is first asked for: a process starts sooner without it. */
export function registerReference(app: INestApplication, document: () => OpenAPIObject): void {
  SwaggerModule.setup('api/reference', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Sanji · API',
    swaggerOptions: { docExpansion: 'list', persistAuthorization: false, validatorUrl: null },
  });
}
