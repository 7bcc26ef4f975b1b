/** By what an entry is told from others of its ledger (记录摘要). */
import { telling, tellingField } from '../../src/indicator/sources/telling';
import type { FieldKind, LedgerDefinition, LedgerField } from '../../src/ledger/type/definition';

const field = (key: string, kind: FieldKind, given: Partial<LedgerField> = {}): LedgerField => ({
  ...{ key, name: key, kind, required: false, listed: false },
  ...given,
});
const form = (...fields: LedgerField[]): LedgerDefinition => ({
  ...{ name: '台账', programme: 'S02', about: '', fields, whenField: null, whereField: null },
  ...{ acceptance: true, evidence: 'none' },
});
const choices = [{ code: 'visit', name: '慰问' }];

it.each<[string, LedgerField[], string | null]>([
  ['a listed line before another', [field('note', 'text'), field('title', 'text', { listed: true })], 'title'],
  ['a line before several lines', [field('story', 'text', { multiline: true }), field('note', 'text')], 'note'],
  ['an enterprise before a choice', [field('kind', 'choice', { choices }), field('firm', 'enterprise')], 'firm'],
  ['a choice before nothing', [field('people', 'whole'), field('kind', 'choice', { choices })], 'kind'],
  ['no person, no number', [field('who', 'person'), field('people', 'whole')], null],
])('%s', (_, fields, key) => {
  expect(tellingField(form(...fields))?.key ?? null).toBe(key);
});

it('a choice is told by its name, everything else as it is said', () => {
  expect(telling(field('kind', 'choice', { choices }), 'visit')).toBe('慰问');
  expect(telling(field('title', 'text'), 'visit')).toBe('visit');
  expect(telling(null, null)).toBeNull();
});
