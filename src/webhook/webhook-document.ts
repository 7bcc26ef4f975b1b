/** What receivers are sent, for the API's document (OpenAPI `webhooks`): one entry an event, with the schema of its payload. Pure. */
import { listedEvents, testEvent } from './event-groups';
import { type ToldName, partsOf } from './event-catalogue';
import { type Schema, toldParts } from './told-parts';

const union: Schema = {
  type: 'object',
  description: '事件所属工会。The union it is about.',
  properties: {
    unionId: { type: 'string', format: 'uuid' },
    code: { type: 'string' },
    name: { type: 'string' },
    tier: { type: 'string', enum: ['district', 'subdistrict', 'community'] },
  },
};

const headers = [
  ['webhook-id', '事件编号，每次尝试都相同，用于去重。The same for every try: by it a receiver knows what it has.'],
  ['webhook-timestamp', '本次尝试的时刻（秒）。The moment of this try, in seconds.'],
  [
    'webhook-signature',
    '“v1,”加 HMAC-SHA256（编号.时刻.正文）的 Base64；更换密钥期间有两个，以空格分隔。Over id, moment and body; two while a secret is replaced.',
  ],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } }));

const responses = {
  '2XX': { description: '已收到 / Received' },
  '410': { description: '地址已停用，立即暂停推送 / Gone: deliveries are paused at once' },
  default: { description: '三天内按顺序重试 / Tried again, in order, for three days' },
};

/** The schema of every payload, by its name among the components. */
export const WEBHOOK_SCHEMAS: Readonly<Record<string, object>> = Object.fromEntries([
  ...listedEvents.map(({ type }) => [schemaName(type), payloadSchema(type)]),
  [
    schemaName(testEvent.type),
    envelope(testEvent.type, { type: 'null' }, { type: 'object', required: ['union'], properties: { union } }),
  ],
]);

export const WEBHOOKS: Readonly<Record<string, object>> = Object.fromEntries(
  [...listedEvents, testEvent].map(({ type, words }) => [
    type,
    {
      post: {
        operationId: `webhooks.${type}`,
        summary: `${words.zh} / ${words.en}`,
        tags: ['Webhooks'],
        security: [],
        parameters: headers,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${schemaName(type)}` } } },
        },
        responses,
      },
    },
  ]),
);

/** `task.assigned` → `TaskAssignedWebhook`. */
function schemaName(type: string): string {
  const words = type.split('.').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join('')}Webhook`;
}

function payloadSchema(type: ToldName): object {
  const parts = Object.fromEntries(partsOf(type).map((part) => [part, toldParts[part]]));
  const resource: Schema = {
    type: 'string',
    description: '完整内容的接口地址。Where in the API the whole of it is read.',
  };
  return envelope(
    type,
    { type: 'integer', minimum: 1, description: '本地址的连续序号。Without a gap within the endpoint.' },
    { type: 'object', required: ['union', 'resource'], properties: { union, ...parts, resource } },
  );
}

function envelope(type: string, sequence: Schema, data: Schema): object {
  return {
    type: 'object',
    required: ['type', 'timestamp', 'sequence', 'data'],
    properties: {
      type: { type: 'string', const: type },
      timestamp: { type: 'string', format: 'date-time', description: '发生时刻。When it happened.' },
      sequence,
      data,
    },
  };
}
