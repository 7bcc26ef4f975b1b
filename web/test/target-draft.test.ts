/** A target while it is written: what is sent of it, and into which periods it is divided. */
import { expect, it } from 'vitest';
import { blankFor, definitionOf, divisionsOf, draftOf, partsIn } from '../src/targets/target-draft';

it('a period is divided into all shorter ones in it, in the order of time', () => {
  expect(partsIn('2026', 'half')).toEqual(['2026H1', '2026H2']);
  expect(partsIn('2026', 'quarter')).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4']);
  expect(partsIn('2026', 'month')).toHaveLength(12);
  expect(partsIn('2026H2', 'quarter')).toEqual(['2026Q3', '2026Q4']);
  expect(partsIn('2026H2', 'month')).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
  expect(partsIn('2026Q2', 'month')).toEqual(['2026-04', '2026-05', '2026-06']);
  expect(divisionsOf('2026', 'month')).toEqual(['half', 'quarter', 'month']);
  expect(divisionsOf('2026H1', 'quarter')).toEqual(['quarter']);
  expect(divisionsOf('2026', 'year')).toEqual([]);
});

it('only what was given is a part, in the order of the page and of time, as the API writes numbers', () => {
  const draft = {
    ...blankFor('2026'),
    ...{ value: '1,200', unions: { b: '７００', a: '500', c: ' ' } },
    ...{ dividedBy: 'half' as const, periods: { '2026H2': '800', '2026H1': '400', '2026Q1': '9' } },
  };
  expect(definitionOf(draft, '2026', ['a', 'b', 'c'])).toEqual({
    ...{ value: '1200', baseline: { period: '2025', value: null, source: null } },
    unions: [
      { unionId: 'a', value: '500' },
      { unionId: 'b', value: '700' },
    ],
    periods: [
      { period: '2026H1', value: '400' },
      { period: '2026H2', value: '800' },
    ],
    shortfallReason: null,
  });
});

it('what stands comes back as it is, a stated baseline with its source, a union that is no longer below too', () => {
  const given = {
    ...{ value: '96', baseline: { value: '90', period: null, source: '工作报告' } },
    ...{ unions: [{ unionId: 'gone', value: '96' }], periods: [{ period: '2026Q1', value: '95' }] },
    shortfallReason: '分步达到',
  };
  const standing = { ...given, period: { name: '2026' } } as Parameters<typeof draftOf>[0];
  const sent = definitionOf(draftOf(standing), '2026', []);
  expect(sent).toEqual({ ...given, baseline: { period: null, value: '90', source: '工作报告' } });
  expect(definitionOf({ ...draftOf(standing), from: 'none' }, '2026', []).baseline).toBeNull();
});
