import { Decimal } from 'decimal.js';
import { bands } from '../../src/assessment/rules/bands';

const ladder = (...steps: [string, string][]) => steps.map(([atLeast, points]) => ({ atLeast, points }));
const HOME = ladder(['70', '3'], ['60', '2'], ['50', '1']);

describe('bands are refused', () => {
  const check = (params: object) => bands.validate({ kind: 'bands', ...params }, new Decimal(3), 'rule');

  it.each([
    ['when they overlap', { bands: ladder(['70', '3'], ['70.0', '2']) }, 'rule.bands[1].atLeast', 'bandsOverlap'],
    ['when nobody can reach full marks', { bands: ladder(['70', '2']) }, 'rule.bands[0].points', 'notFullMarks'],
    ['above full marks', { bands: ladder(['70', '3'], ['60', '3.01']) }, 'rule.bands[1].points', 'outOfRange'],
    [
      'when more work gives less',
      { bands: ladder(['90', '3'], ['50', '1'], ['70', '0.5']) },
      'rule.bands[1].points',
      'moreWorkFewerPoints',
    ],
    ['above twice the target', { bands: ladder(['200.01', '3']) }, 'rule.bands[0].atLeast', 'outOfRange'],
    [
      'above wholly on time',
      { over: 'punctuality', bands: ladder(['101', '3']) },
      'rule.bands[0].atLeast',
      'outOfRange',
    ],
    ['when there are none', { bands: [] }, 'rule.bands', 'notAList'],
    ['when they are missing', {}, 'rule.bands', 'notAList'],
    ['over what nobody may be scored by', { over: 'logins', bands: HOME }, 'rule.over', 'unknownKind'],
    [
      'with numbers that are not text',
      { bands: [{ atLeast: 70, points: '3' }] },
      'rule.bands[0].atLeast',
      'notADecimal',
    ],
    ['with an unknown field', { bands: HOME, cap: '1' }, 'rule.cap', 'unknownField'],
  ])('%s', (_, params, field, code) => {
    expect(check(params)).toEqual([expect.objectContaining({ field, code })]);
  });

  it.each([[HOME], [HOME.toReversed()], [ladder(['70', '3.00'], ['60', '3'])], [ladder(['0', '3'])]])(
    'but not %j',
    (steps) => {
      expect(check({ bands: steps })).toEqual([]);
    },
  );
});
