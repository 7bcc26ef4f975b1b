import { exampleOf } from '../../src/http/openapi-examples';

const schemas = {
  Share: {
    type: 'object',
    properties: {
      unionId: { type: 'string', format: 'uuid', example: 'u' },
      target: { type: 'string', example: '1.5' },
    },
  },
  Tree: {
    type: 'object',
    properties: {
      name: { type: 'string', example: '甲' },
      below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
};

it.each<[string, Record<string, unknown>, unknown]>([
  ['its own example', { type: 'string', example: '甲' }, '甲'],
  ['an example that is null', { type: ['string', 'null'], example: null }, null],
  ['the first of several', { type: 'integer', examples: [7, 8] }, 7],
  ['the default', { type: 'integer', default: 50 }, 50],
  ['the first word', { type: 'string', enum: ['red', 'green'] }, 'red'],
  ['a falsy example', { type: 'boolean', example: false }, false],
  ['a reference', { $ref: '#/components/schemas/Share' }, { unionId: 'u', target: '1.5' }],
  [
    'a list of one',
    { type: 'array', items: { $ref: '#/components/schemas/Share' } },
    [{ unionId: 'u', target: '1.5' }],
  ],
  [
    'a reference or null',
    { anyOf: [{ $ref: '#/components/schemas/Share' }, { type: 'null' }] },
    { unionId: 'u', target: '1.5' },
  ],
  [
    'all parts',
    { allOf: [{ $ref: '#/components/schemas/Share' }, { properties: { x: { type: 'boolean' } } }] },
    { unionId: 'u', target: '1.5', x: true },
  ],
  ['a day', { type: 'string', format: 'date' }, '2026-11-23'],
  ['text of a length', { type: 'string', minLength: 5, maxLength: 5 }, '示例示例示'],
  ['a number within bounds', { type: 'integer', minimum: 3 }, 3],
  ['an unknown reference', { $ref: '#/components/schemas/Nix' }, undefined],
])('an example is %s', (_, schema, example) => {
  expect(exampleOf(schema, schemas)).toEqual(example);
});

it('ends in a tree that contains itself', () => {
  expect(exampleOf({ $ref: '#/components/schemas/Tree' }, schemas)).toMatchObject({
    name: '甲',
    below: [{ name: '甲' }],
  });
});
