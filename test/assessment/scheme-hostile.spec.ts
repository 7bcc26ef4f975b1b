import fc from 'fast-check';
import { scoreSheet, type ScoredSheet } from '../../src/assessment/scoring';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { validateScheme } from '../../src/assessment/scheme-definition';
import { taskFact } from './task-fact';
import type { Path } from './town-scheme';
import { A1, changed, TOWN } from './town-scheme';
import { WHOLE } from './whole-scheme';

const found = (definition: unknown) => validateScheme(definition).map(({ field, code }) => `${field} ${code}`);

describe('a scheme', () => {
  const criterion = (i: number) => ({ ...TOWN.parts[1]?.criteria[0], code: `C${i}`, marks: '1' });
  const part = (i: number, size: number) => ({
    code: `P${i}`,
    name: '部分',
    marks: String(size),
    criteria: Array.from({ length: size }, (_, n) => criterion(i * 1000 + n)),
  });

  it.each([
    [20, 10, []],
    [21, 1, ['parts notAList']],
    [4, 101, ['parts tooManyCriteria']],
    [1, 201, ['parts[0].criteria notAList']],
  ])('of %s parts with %s criteria each: %j', (parts, size, errors) => {
    const all = Array.from({ length: parts }, (_, i) => part(i, size));
    const definition = { fullMarks: String(parts * size), parts: all };
    expect(found(definition).filter((error) => !error.endsWith('marksDoNotAddUp'))).toEqual(errors);
  });

  it('that is wrong everywhere is answered with a hundred errors, not with thousands', () => {
    const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 1]));
    expect(validateScheme({ ...TOWN, ...fields })).toHaveLength(100);
  });

  it('with a gap in a list is told that an entry is nothing', () => {
    const gap = changed(['parts', 0, 'criteria', 1, 'rule', 'bands', 0], undefined);
    expect(found(gap)).toEqual(['parts[0].criteria[1].rule.bands[0] notAnObject']);
  });

  it('of hostile depth or length is answered like any other', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i += 1) deep = { parts: [deep] };
    expect(validateScheme(deep).length).toBeGreaterThan(0);
    expect(found(changed(['fullMarks'], '9'.repeat(5_000_000)))).toEqual(['fullMarks notADecimal']);
    expect(found(changed([...A1, 'code'], 'A'.repeat(5_000_000)))).toEqual(['parts[0].criteria[0].code notACode']);
  });
});

describe('whatever stands in a scheme', () => {
  const places = fc.constantFrom<Path>(
    [],
    ['fullMarks'],
    ['parts'],
    ['parts', 0],
    ['parts', 0, 'criteria'],
    A1,
    [...A1, 'rule'],
    [...A1, 'tasks'],
    [...A1, 'marks'],
    [...A1, 'scorer'],
    [...A1, 'rule', 'kind'],
    ['parts', 0, 'criteria', 1, 'rule', 'bands'],
    ['parts', 0, 'criteria', 1, 'rule', 'bands', 0],
    ['parts', 1, 'criteria', 0, 'rule', 'min'],
  );
  const anything = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.constantFrom('', '0', '1', '20', 'NaN', 'all', {}, [], null, { kind: 'bands' }, { kind: 'manual' }),
  );

  it('it is answered with errors or it can be scored; nothing is thrown', () => {
    fc.assert(
      fc.property(places, anything, (path, value) => {
        const definition = changed(path, value);
        const errors = validateScheme(definition);
        for (const { words } of errors) expect(words.zh !== '' && words.en !== '').toBe(true);
        if (errors.length > 0) return;
        const sheet: ScoredSheet = scoreSheet(definition as SchemeDefinition, { tasks: [taskFact(1, 2)] }, {});
        expect(Number(sheet.points)).toBeLessThanOrEqual(40);
      }),
      { numRuns: 2000 },
    );
  });

  const everyPlace = (value: unknown, path: Path = []): Path[] => [
    path,
    ...(typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          everyPlace(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : []),
  ];

  it('so it is in every place of a scheme that says everything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyPlace(WHOLE)), anything, (path, value) => {
        const definition = changed(path, value, WHOLE);
        const errors = validateScheme(definition);
        for (const { words } of errors) expect(words.zh !== '' && words.en !== '').toBe(true);
        if (errors.length > 0) return;
        const sheet = scoreSheet(definition as SchemeDefinition, { tasks: [taskFact(3, 2, { code: 'found' })] }, {});
        expect(Number(sheet.points)).toBeLessThanOrEqual(105);
      }),
      { numRuns: 3000 },
    );
  });
});
