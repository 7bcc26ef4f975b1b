/** What is offered for expressions (可用数据与函数): all of it can be used as it stands, and nothing that exists is left out. */
import { plainDefinition } from '../../src/indicator/definition/definition';
import { check } from '../../src/indicator/expression/check';
import { functions } from '../../src/indicator/sources/functions';
import { offersIn } from '../../src/indicator/sources/offers';
import { readyWorld } from './world';

const other = { ...plainDefinition, name: '慰问', programme: 'S16', measure: { name: '慰问', unit: '人次' } };
const world = readyWorld({
  visits: { ...other, numerator: "ledger.sum('aid-visits', 'people')" },
  mean: { ...other, numerator: '1', overUnions: 'mean' },
});
const groups = offersIn(world, 'S16');
const checked = (source: string) => check(source, { world, overTime: 'sum', periodKind: 'year', unit: '', within: [] });

it('every call that is offered can be used as it stands, in the unit it is offered with', () => {
  for (const { calls } of groups)
    for (const { text, unit } of calls) expect([text, checked(text).unit]).toEqual([text, unit]);
});

it('every condition narrows every call of its group', () => {
  for (const { calls, conditions } of groups)
    for (const call of calls.filter(({ text }) => !text.includes('excluded')).slice(0, 3))
      for (const { text } of conditions) {
        const narrowed = call.text.replace(/\)$/, `, {${text}})`);
        expect(() => checked(narrowed)).not.toThrow();
      }
});

it('every function is offered, and of other indicators those that can be referred to', () => {
  const texts = groups.flatMap(({ calls }) => calls.map(({ text }) => text));
  for (const name of [...functions.keys(), 'orZero', 'as', 'indicator'])
    expect([name, texts.some((text) => text.startsWith(`${name}(`))]).toEqual([name, true]);
  expect(texts).toContain("indicator('visits')");
  expect(texts).not.toContain("indicator('mean')");
});

it('every ledger is offered with all its numbers, in their units', () => {
  const visits = groups.find(({ code }) => code === 'aid-visits');
  expect(visits?.calls.map(({ text, unit }) => [text, unit])).toEqual(
    expect.arrayContaining([
      ["ledger.sum('aid-visits', 'people')", '人次'],
      ["ledger.sum('aid-visits', 'amount')", '元'],
      ["ledger.count('aid-visits')", null],
    ]),
  );
  expect(visits?.fields.map(({ text }) => text)).toContain('kind');
  expect(visits?.conditions.map(({ text }) => text)).toContain("kind: 'visit'");
});
