/** Holds answers against the API's document: the status, the kind of content, and every field of the body. */
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { Response } from 'supertest';

type Schema = Record<string, unknown>;

export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, formats: FORMATS });
  private readonly checks = new Map<object, ValidateFunction>();

  constructor(private readonly document: Pick<OpenAPIObject, 'paths' | 'components'>) {
    addFormats(this.ajv);
    const { schemas = {} } = document.components ?? {};
    this.ajv.addSchema({ $id: 'api', components: { schemas: closed(schemas) } }, 'api');
  }

  /** What is wrong with an answer, in words; nothing where it is as the document says. */
  faults(
    path: string,
    method: string,
    { status, type, text, body }: Pick<Response, 'status' | 'type' | 'text' | 'body'>,
  ): string[] {
    const operation = Reflect.get(Object(this.document.paths[path]), method) as OperationObject;
    if (status >= 500) return [`it answers ${status}: ${text.slice(0, 300)}`];
    const said = this.resolved(operation.responses[status]);
    if (said === undefined) return [`it answers ${status}, which the document does not name: ${text.slice(0, 300)}`];
    const { content } = said as { content?: Record<string, { schema?: Schema }> };
    if (content === undefined) return text === '' ? [] : [`${status} has a body, and the document names none`];
    const named = Object.keys(content).find((each) => each.split(';')[0] === type) ?? '*/*';
    const media = content[named];
    if (media === undefined)
      return [`${status} comes as ${type || 'nothing'}, not as ${Object.keys(content).join(', ')}`];
    if (!/[/+]json$/.test(type) || media.schema === undefined) return [];
    const check = this.checkOf(media.schema);
    return check(body)
      ? []
      : (check.errors ?? []).map(
          ({ instancePath, message, params }) => `${status}${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  }

  private resolved(said: object | undefined): object | undefined {
    const name = said !== undefined && '$ref' in said ? String(said.$ref).split('/').at(-1) : undefined;
    return name === undefined ? said : this.document.components?.responses?.[name];
  }

  private checkOf(schema: Schema): ValidateFunction {
    const known = this.checks.get(schema);
    if (known !== undefined) return known;
    const check = this.ajv.compile(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"api#/')) as object);
    this.checks.set(schema, check);
    return check;
  }
}

const FORMATS = { decimal: true, code: true, binary: true, password: true } as const;

/** The same schemas, in which a field that is not named is a fault. */
function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closed) as T;
  if (typeof node !== 'object' || node === null) return node;
  const within = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const open = !('properties' in node) || 'additionalProperties' in node || typeof within['properties'] !== 'object';
  return (open || !('type' in node) ? within : { ...within, additionalProperties: false }) as T;
}
