import { Decimal } from 'decimal.js';
import { RATE_SOURCES } from '../../src/assessment/measure';
import { RULE_KINDS, ruleOf } from '../../src/assessment/rules/rules';

const check = (params: { kind: string } & Record<string, unknown>) =>
  (ruleOf(params.kind)?.validate(params, new Decimal(10), 'rule') ?? []).map(({ field, code }) => `${field} ${code}`);
const ground = (more: object = {}) => ({ code: 'a', name: '未建档', points: '2', ...more });

describe('the parameters of a rule are refused', () => {
  it.each<[string, { kind: string } & Record<string, unknown>, string]>([
    ['threshold without a line', { kind: 'threshold' }, 'atLeast notADecimal'],
    ['threshold everybody passes', { kind: 'threshold', atLeast: '0' }, 'atLeast outOfRange'],
    ['threshold nobody can pass', { kind: 'threshold', over: 'punctuality', atLeast: '101' }, 'atLeast outOfRange'],
    ['shortfall by nothing', { kind: 'shortfall', from: '100', per: '0', points: '1' }, 'per outOfRange'],
    ['shortfall of no points', { kind: 'shortfall', from: '100', per: '1', points: '0' }, 'points outOfRange'],
    ['shortfall of more than all', { kind: 'shortfall', from: '100', per: '1', points: '11' }, 'points outOfRange'],
    ['shortfall from nothing', { kind: 'shortfall', from: '0', per: '1', points: '1' }, 'from outOfRange'],
    [
      'shortfall with a floor at the top',
      { kind: 'shortfall', from: '100', per: '1', points: '1', floor: '10' },
      'floor outOfRange',
    ],
    [
      'shortfall with steps in words',
      { kind: 'shortfall', from: '100', per: '1', points: '1', wholeSteps: 'yes' },
      'wholeSteps notYesOrNo',
    ],
    ['interval of no width', { kind: 'interval', base: '60', challenge: '60.0' }, 'challenge dividesByZero'],
    ['interval that punishes work', { kind: 'interval', base: '60', challenge: '50' }, 'challenge moreWorkFewerPoints'],
    [
      'interval with all at the base',
      { kind: 'interval', base: '60', challenge: '90', basePoints: '10' },
      'basePoints outOfRange',
    ],
    [
      'coefficients of nothing',
      { kind: 'coefficients', steps: [{ at: '60', coefficient: '0' }] },
      'steps[0].coefficient dividesByZero',
    ],
    [
      'coefficients that fall',
      {
        kind: 'coefficients',
        steps: [
          { at: '60', coefficient: '2' },
          { at: '70', coefficient: '1' },
        ],
      },
      'steps[1].coefficient moreWorkFewerPoints',
    ],
    [
      'coefficients at one place',
      {
        kind: 'coefficients',
        steps: [
          { at: '60', coefficient: '2' },
          { at: '60', coefficient: '3' },
        ],
      },
      'steps[1].at bandsOverlap',
    ],
    ['deduction of nothing', { kind: 'deduction', grounds: [] }, 'grounds notAList'],
    ['deduction without a name', { kind: 'deduction', grounds: [ground({ name: '' })] }, 'grounds[0].name notAText'],
    ['deduction twice', { kind: 'deduction', grounds: [ground(), ground()] }, 'grounds[1].code codeTaken'],
    [
      'deduction of more than all',
      { kind: 'deduction', grounds: [ground({ points: '11' })] },
      'grounds[0].points outOfRange',
    ],
    [
      'deduction limited below one',
      { kind: 'deduction', grounds: [ground({ most: '1' })] },
      'grounds[0].most outOfRange',
    ],
    ['deduction with a cap', { kind: 'deduction', grounds: [ground({ cap: '5' })] }, 'grounds[0].cap unknownField'],
    ['counted short of full marks', { kind: 'counted', kinds: [ground({ cap: '4' })] }, 'kinds notFullMarks'],
    ['counted above full marks', { kind: 'counted', kinds: [ground({ cap: '11' })] }, 'kinds[0].cap outOfRange'],
    ['rank without full marks', { kind: 'rank', points: ['9', '8'] }, 'points[0] notFullMarks'],
    ['rank above full marks', { kind: 'rank', points: ['11', '8'] }, 'points[0] outOfRange'],
    ['rank that rises', { kind: 'rank', points: ['10', '8', '9'] }, 'points[2] moreWorkFewerPoints'],
    ['rank with a better rest', { kind: 'rank', points: ['10', '8'], rest: '9' }, 'rest moreWorkFewerPoints'],
    ['rank with unknown ties', { kind: 'rank', points: ['10'], ties: 'lot' }, 'ties unknownKind'],
    ['relative with more', { kind: 'relative', best: '1' }, 'best unknownField'],
    [
      'beyond what can be',
      { kind: 'proportional', over: 'quality', beyond: { per: '1', points: '1', cap: '1' } },
      'beyond.per outOfReach',
    ],
    [
      'beyond with a cap below one',
      { kind: 'proportional', beyond: { per: '10', points: '1', cap: '0.5' } },
      'beyond.cap outOfRange',
    ],
    [
      'beyond of steps of nothing',
      { kind: 'proportional', beyond: { per: '0', points: '1', cap: '1' } },
      'beyond.per outOfRange',
    ],
    ['above what can be', { kind: 'proportional', over: 'punctuality', fullAt: '1.1' }, 'fullAt outOfRange'],
  ])('%s', (_, params, error) => {
    expect(check(params)).toEqual([`rule.${error}`]);
  });

  it.each<[{ kind: string } & Record<string, unknown>]>([
    [{ kind: 'threshold', atLeast: '98.5' }],
    [{ kind: 'shortfall', over: 'quality', from: '100', per: '1', points: '0.5', floor: '2', wholeSteps: true }],
    [{ kind: 'interval', over: 'stated', base: '5', challenge: '0' }],
    [{ kind: 'interval', base: '100', challenge: '150', basePoints: '6' }],
    [{ kind: 'coefficients', steps: [{ at: '60', coefficient: '1.25' }] }],
    [{ kind: 'deduction', grounds: [ground({ most: '6' }), ground({ code: 'b' })], floor: '0' }],
    [{ kind: 'counted', kinds: [ground({ cap: '4' }), ground({ code: 'b', cap: '6' })] }],
    [{ kind: 'rank', over: 'punctuality', points: ['10', '10', '8'], rest: '8', ties: 'mean' }],
    [{ kind: 'relative', over: 'stated' }],
    [{ kind: 'proportional', over: 'punctuality', fullAt: '0.9', beyond: { per: '5', points: '0.5', cap: '1' } }],
  ])('but not %j', (params) => {
    expect(check(params)).toEqual([]);
  });
});

describe('nobody can be scored by mere traffic', () => {
  it('the rates are these, and none of them counts logins, clicks, photos or minutes', () => {
    expect(RATE_SOURCES).toEqual(['completion', 'punctuality', 'quality', 'stated']);
  });

  const rated = {
    proportional: {},
    bands: { bands: [{ atLeast: '70', points: '10' }] },
    threshold: { atLeast: '90' },
    shortfall: { from: '100', per: '1', points: '1' },
    interval: { base: '60', challenge: '90' },
    coefficients: { steps: [{ at: '60', coefficient: '1' }] },
    rank: { points: ['10', '8'] },
    relative: {},
  };
  const traffic = [
    'logins',
    'clicks',
    'photos',
    'minutes',
    'visits',
    'uploads',
    'likes',
    'reads',
    'online',
    'constructor',
  ];

  it.each(Object.entries(rated).flatMap(([kind, params]) => traffic.map((over) => [kind, over, params] as const)))(
    'a %s rule over %s is refused at its place',
    (kind, over, params) => {
      expect(check({ kind, ...params, over })).toEqual(['rule.over unknownKind']);
    },
  );

  it('the other kinds take no rate at all', () => {
    const others = RULE_KINDS.filter((kind) => !Object.hasOwn(rated, kind));
    expect(others).toEqual(['deduction', 'counted', 'manual']);
    const whole = { grounds: [ground()], kinds: [ground()] };
    for (const kind of others) {
      const fields = check({ kind, ...whole, over: 'completion' });
      expect(fields).toContain('rule.over unknownField');
    }
  });
});
