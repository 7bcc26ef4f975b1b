/** The shape of a Compose file as far as ours uses it: closed, so that a misspelt key is an error. */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, uniqueItems: true };
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' };
const environment = { type: 'object', additionalProperties: { type: ['string', 'number'] } };

const healthcheck = {
  type: 'object',
  required: ['test', 'interval', 'timeout', 'retries', 'start_period'],
  additionalProperties: false,
  properties: {
    test: { type: 'array', items: [{ enum: ['CMD', 'CMD-SHELL'] }], additionalItems: text, minItems: 2 },
    interval: duration,
    timeout: duration,
    retries: { type: 'integer', minimum: 1 },
    start_period: duration,
    start_interval: duration,
  },
};

const dependency = {
  type: 'object',
  required: ['condition'],
  additionalProperties: false,
  properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
};

const service = {
  type: 'object',
  required: ['image', 'restart', 'healthcheck', 'stop_grace_period'],
  additionalProperties: false,
  properties: {
    image: text,
    build: text,
    command: { type: 'array', items: text },
    init: { type: 'boolean' },
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    read_only: { type: 'boolean' },
    tmpfs: texts,
    cap_drop: texts,
    security_opt: texts,
    shm_size: { type: 'string', pattern: '^\\d+[bkmg]$' },
    stop_grace_period: duration,
    environment,
    ports: { type: 'array', items: { type: 'string', pattern: ':\\d+$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^[a-z]+:/' } },
    depends_on: { type: 'object', additionalProperties: dependency },
    healthcheck,
  },
};

export const composeShape = {
  type: 'object',
  required: ['services'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: text,
    services: { type: 'object', additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
  },
};
