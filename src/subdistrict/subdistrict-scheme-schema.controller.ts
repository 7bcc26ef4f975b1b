/** The subdistrict door (街道总工会) for the JSON Schema of a scheme: for whoever checks a scheme before sending it. */
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { forTier } from '../access/declarations';
import { type JsonSchema } from '../assessment/documents/schema-parts';
import { schemeSchemaDocument } from '../assessment/documents/scheme-schemas';

const May = forTier('subdistrict');

@Controller('subdistrict/scheme-schema')
export class SubdistrictSchemeSchemaController {
  /** The JSON Schema (2020-12) of what a scheme says, as one document. */
  @Get()
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @May('work.read')
  get(): JsonSchema {
    return schemeSchemaDocument();
  }
}
