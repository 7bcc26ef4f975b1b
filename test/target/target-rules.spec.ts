/** Targets (目标): how parts go together, what is easier, what is reached. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { checkParts, isEasier, isShort, judge, periodRule, unionRule } from '../../src/target/target-rules';

const rate = { denominator: 'x', overTime: 'last', overUnions: 'sum' } as const;
const flow = { denominator: null, overTime: 'sum', overUnions: 'sum' } as const;
const stock = { denominator: null, overTime: 'last', overUnions: 'sum' } as const;

it.each([
  ['a rate', rate, 'each', 'last'],
  ['a rate of what happens', { ...rate, overTime: 'sum' } as const, 'each', 'each'],
  ['what happens', flow, 'sum', 'sum'],
  ['what stands', stock, 'sum', 'last'],
  ['a mean', { ...flow, overTime: 'mean', overUnions: 'mean' } as const, 'each', 'each'],
])('parts of %s go together as they may', (_, axes, unions, periods) => {
  expect([unionRule(axes), periodRule(axes)]).toEqual([unions, periods]);
});

it.each([
  ['sum', 'higher', '100', ['60', '40'], '100', '0'],
  ['sum', 'higher', '100', ['60', '39.5'], '99.5', '0.5'],
  ['sum', 'lower', '10', ['6', '5'], '11', '1'],
  ['sum', 'lower', '10', ['6', '3'], '9', '-1'],
  ['last', 'higher', '96', ['90', '96'], '96', '0'],
  ['last', 'higher', '96', ['97', '95'], '95', '1'],
  ['each', 'higher', '96', ['99', '95', '97'], '95', '1'],
  ['each', 'lower', '3', ['2', '4', '1'], '4', '1'],
] as const)(
  '%s, %s is better: of %s the parts %j make %s and lack %s',
  (rule, way, whole, parts, together, shortfall) => {
    expect(checkParts(rule, way, whole, parts)).toEqual({ rule, together, shortfall });
  },
);

it('without parts there is nothing to check', () => {
  expect(checkParts('sum', 'higher', '1', [])).toBeNull();
  expect(isShort(null)).toBe(false);
});

it('rates of which every part is as hard as the whole cannot fall short, whatever their weights', () => {
  const part = fc.record({
    numerator: fc.integer({ min: 0, max: 1000 }),
    denominator: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 100 }), (parts, whole) => {
      const rates = parts.map(({ numerator, denominator }) =>
        new Decimal(numerator).times(100).div(denominator).toFixed(),
      );
      const all = (key: 'numerator' | 'denominator') => parts.reduce((sum, each) => sum + each[key], 0);
      const together = new Decimal(all('numerator')).times(100).div(all('denominator'));
      if (!isShort(checkParts('each', 'higher', String(whole), rates))) expect(together.gte(whole)).toBe(true);
    }),
  );
});

it.each([
  ['higher', '90', '97.2', true],
  ['higher', '97.2', '97.2', false],
  ['lower', '5', '3', true],
  ['lower', '2', '3', false],
  ['higher', '90', null, false],
] as const)('%s is better: %s is easier than %s: %s', (way, value, than, easier) => {
  expect(isEasier(way, value, than)).toBe(easier);
});

it.each([
  ['higher', '96', '97.1', true, 'reached', '1.1'],
  ['higher', '96', '96', false, 'reached', '0'],
  ['higher', '96', '95.9', true, 'missed', '-0.1'],
  ['higher', '96', '95.9', false, 'open', '-0.1'],
  ['higher', '96', null, true, 'noValue', null],
  ['higher', '96', null, false, 'open', null],
  ['higher', '96', '0', true, 'missed', '-96'],
  // what should stay low may still rise
  ['lower', '3', '2', false, 'open', '1'],
  ['lower', '3', '2', true, 'reached', '1'],
  ['lower', '3', '4', true, 'missed', '-1'],
] as const)('%s is better: target %s, now %s, over %s is %s by %s', (way, target, now, over, state, distance) => {
  expect(judge(way, target, now, over)).toEqual({ state, distance });
});
