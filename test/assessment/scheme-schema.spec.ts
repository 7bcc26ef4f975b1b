/** The JSON Schema of a scheme: whoever checks by it sees what the house sees, as far as shapes go. */
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { schemeSchemaDocument } from '../../src/assessment/documents/scheme-schemas';
import { validateScheme } from '../../src/assessment/scheme-definition';
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import { templates } from '../../src/assessment/templates/templates';
import { anyScheme } from './any-scheme';

const fits = new Ajv2020({ allErrors: true }).compile(schemeSchemaDocument());
const faults = (scheme: unknown): unknown => (fits(scheme) ? [] : fits.errors);

it('the example and every template fit', () => {
  expect(faults(SCHEME_EXAMPLE)).toEqual([]);
  for (const facts of ['stated', 'tasks'] as const) {
    for (const { code, definition } of templates(facts)) expect([code, faults(definition)]).toEqual([code, []]);
  }
});

it('what the house accepts fits, whatever the scheme', () => {
  let accepted = 0;
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      if (validateScheme(scheme).length > 0) return;
      accepted += 1;
      expect(faults(scheme)).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(accepted).toBeGreaterThan(50);
});

describe('what is no scheme does not fit', () => {
  const [part] = SCHEME_EXAMPLE.parts;
  const [criterion] = part?.criteria ?? [];
  const withCriterion = (change: object): object => ({
    ...SCHEME_EXAMPLE,
    parts: [{ ...part, criteria: [{ ...criterion, ...change }] }],
  });
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no parts', { fullMarks: '100', parts: [] }],
    ['marks as a number', { ...SCHEME_EXAMPLE, fullMarks: 100 }],
    ['marks with three places', { ...SCHEME_EXAMPLE, fullMarks: '1.005' }],
    ['a field nobody knows', { ...SCHEME_EXAMPLE, colour: 'red' }],
    ['a rule nobody knows', withCriterion({ rule: { kind: 'clicks' } })],
    ['a rule with another’s parameters', withCriterion({ rule: { kind: 'manual', bands: [] } })],
    ['a criterion without a rule', withCriterion({ rule: undefined })],
    ['a scorer nobody knows', withCriterion({ scorer: 'everybody' })],
    ['a group with a rule', withCriterion({ criteria: [criterion] })],
    ['a veto without effect', { ...SCHEME_EXAMPLE, vetoes: [{ code: 'V', name: '否决' }] }],
    ['half a working day', { ...SCHEME_EXAMPLE, course: { appeal: 0.5 } }],
  ])('%s', (_, scheme) => {
    expect(fits(JSON.parse(JSON.stringify(scheme)))).toBe(false);
  });
});
