/** What an audit entry changed, in lines. */
import { expect, it } from 'vitest';
import { changesOf } from '../src/administration/changes';

it('says what changed first, and finds a field again that lies deeper on the other side', () => {
  const lines = changesOf(
    { unionId: 'u', name: '甲', code: 'A' },
    { union: { unionId: 'u', name: '乙', code: 'A' }, reason: '更名' },
  );
  expect(lines).toEqual([
    { field: 'name', before: '甲', after: '乙', changed: true },
    { field: 'unionId', before: 'u', after: 'u', changed: false },
    { field: 'code', before: 'A', after: 'A', changed: false },
    { field: 'reason', before: null, after: '更名', changed: false },
  ]);
});

it('one side alone changed nothing', () => {
  expect(changesOf(null, { active: true, note: null })).toEqual([
    { field: 'active', before: null, after: 'true', changed: false },
    { field: 'note', before: null, after: null, changed: false },
  ]);
  expect(changesOf(null, null)).toEqual([]);
});

it('fields of the same name keep their whole path', () => {
  const lines = changesOf(null, { shares: [{ target: '1' }, { target: '2' }] });
  expect(lines.map(({ field, after }) => [field, after])).toEqual([
    ['shares.0.target', '1'],
    ['shares.1.target', '2'],
  ]);
});
