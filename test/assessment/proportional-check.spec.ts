import { Decimal } from 'decimal.js';
import { proportional } from '../../src/assessment/rules/proportional';

describe('the parameters of a proportional rule', () => {
  it.each([[{}], [{ fullAt: '1' }], [{ fullAt: '0.985' }], [{ fullAt: '2' }]])('may be %j', (params) => {
    expect(proportional.validate({ kind: 'proportional', ...params }, new Decimal(10), 'rule')).toEqual([]);
  });

  it.each([
    [{ fullAt: '0' }, 'rule.fullAt'],
    [{ fullAt: '2.01' }, 'rule.fullAt'],
    [{ fullAt: '-1' }, 'rule.fullAt'],
    [{ fullAt: 1 }, 'rule.fullAt'],
    [{ fullAt: null }, 'rule.fullAt'],
    [{ cap: '0.9' }, 'rule.cap'],
  ])('may not be %j', (params, field) => {
    const faults = proportional.validate({ kind: 'proportional', ...params }, new Decimal(10), 'rule');
    expect(faults.map((fault) => fault.field)).toEqual([field]);
  });
});
