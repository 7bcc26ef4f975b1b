/** Dividing a target: exact, fair, and forgiving about how numbers are typed. */
import { describe, expect, it } from 'vitest';
import { evenly, inProportion, numberIn, percentOf, remainderOf, sumOf } from '../src/tasks/divide';

describe('dividing', () => {
  it('gives what does not come out even to the first, one step each', () => {
    expect(evenly('100', 3, 0)).toEqual(['34', '33', '33']);
    expect(evenly('1', 3, 2)).toEqual(['0.34', '0.33', '0.33']);
    expect(evenly('0', 2, 0)).toEqual(['0', '0']);
  });

  it('follows the weights by the largest remainders and adds up exactly', () => {
    expect(inProportion('70692', ['120', '45', '8'], 0)).toEqual(['49035', '18388', '3269']);
    expect(inProportion('10', ['1', null, '1'], 0)).toEqual(['5', '0', '5']);
    expect(inProportion('10', ['0', null], 0)).toEqual(['', '']);
    for (const total of ['1', '7', '99', '70692', '0.37']) {
      const parts = inProportion(total, ['3', '1.5', '2', '11'], 2);
      expect(remainderOf(total, parts)).toBe('0');
    }
  });

  it('says what is left, and by how much too much was given', () => {
    expect(remainderOf('100', ['60', '', 'x', '1,0'])).toBe('30');
    expect(remainderOf('100', ['60', '40.5'])).toBe('-0.5');
    expect(remainderOf('0.3', ['0.1', '0.2'])).toBe('0');
    expect(sumOf('-10', '0.1', '0.2')).toBe('-9.7');
  });

  it('reads numbers as people type and paste them', () => {
    expect(numberIn(' 1,200 ')).toBe('1200');
    expect(numberIn('１２００')).toBe('1200');
    expect(numberIn('1 200.50')).toBe('1200.5');
    for (const wrong of ['', '-1', 'abc', '1e5', '1.23456', '1234567890123']) expect(numberIn(wrong)).toBeNull();
  });

  it('shows a share in percent, and none of nothing', () => {
    expect(percentOf('40', '60')).toBe('66.7');
    expect(percentOf('', '60')).toBeNull();
    expect(percentOf('1', '0')).toBeNull();
  });
});
