import { type EntryFact, scoreAll, type UnionFacts } from '../../src/assessment/scoring';
import { occurrence } from './arbitrary-rules';
import { recomputed } from './recompute';
import { taskFact } from './task-fact';
import { WHOLE } from './whole-scheme';

const given = (more: object) => ({ reason: '据检查', by: 'officer-1', at: '2026-12-20T08:00:00Z', ...more });
const entry = (kind: EntryFact['kind'], ground: string, count: number, more: Partial<EntryFact> = {}): EntryFact => ({
  ...occurrence(ground, count),
  kind,
  criterion: null,
  ...more,
});

const union = (unionId: string, done: number, more: Partial<UnionFacts> = {}): UnionFacts => ({
  unionId,
  classCode: 'big',
  tasks: [taskFact(done, 100, { code: 'found' })],
  judgements: {
    'A1.2': given({ numerator: '75', denominator: '100' }),
    A3: given({ counts: { file: 1 } }),
    B2: given({ points: '30' }),
  },
  entries: [entry('occurrence', 'city', 3, { criterion: 'B1' })],
  ...more,
});

describe('a scheme that says everything scores', () => {
  // x, by hand: A1.1 10 × 1 × 0.7 = 7; A1.2 (12 + 8 × 15 ÷ 30) × 0.7 = 11.2; A2 second of the class 27 × 0.7 = 18.9;
  // A3 (40 − 2) × 0.7 = 26.6; B1 3 × 2 × 0.5 = 3; B2 30 × 0.5 = 15: together 81.7.
  const x = union('x', 120, {
    entries: [
      entry('occurrence', 'city', 3, { criterion: 'B1' }),
      entry('bonus', 'honour', 4),
      entry('bonus', 'other', 1, { points: '1.5' }),
      entry('penalty', 'late', 3),
    ],
  });
  const sheets = scoreAll(WHOLE, [x, union('y', 150), union('z', 90), union('alone', 10, { classCode: 'small' })]);
  const [first, second, third, alone] = sheets;

  it('every criterion by its rule and weight, as worked out by hand', () => {
    expect(first?.criteria.map(({ code, points, marks }) => [code, points, marks])).toEqual([
      ['A1.1', '7.00', '7.00'],
      ['A1.2', '11.20', '14.00'],
      ['A2', '18.90', '21.00'],
      ['A3', '26.60', '28.00'],
      ['B1', '3.00', '10.00'],
      ['B2', '15.00', '20.00'],
    ]);
    expect(first?.criteria.map(({ groups }) => groups.join('/'))).toEqual(['A1/A1.0', 'A1/A1.0', 'A1', '', '', '']);
    expect(first?.parts.map(({ code, points, marks }) => [code, points, marks])).toEqual([
      ['A', '63.70', '70.00'],
      ['B', '18.00', '30.00'],
    ]);
  });

  it('bonuses under their caps, what went beyond the target among them, and penalties', () => {
    // honour 4 × 1, at most 3; other 1.5; beyond 20 % → 2 × 0.5 = 1; together 5.5, at most 5. late 3 × 0.5 = 1.5.
    expect(first).toMatchObject({ base: '81.70', bonus: '5.00', penalty: '1.50', points: '85.20', openCriteria: [] });
    expect(first?.extras.map(({ code, points }) => [code, points])).toEqual([
      ['honour', '3.00'],
      ['other', '1.50'],
      ['A1.1', '1.00'],
      ['late', '1.50'],
    ]);
    for (const { arithmetic, points } of first?.extras ?? []) expect(recomputed(arithmetic)).toBe(points);
  });

  it('rank points among the unions of the same class only', () => {
    const ranked = sheets.map(({ criteria }) => criteria.find(({ code }) => code === 'A2')?.points);
    expect([first, second, third, alone].map((sheet) => sheet?.unionId)).toEqual(['x', 'y', 'z', 'alone']);
    expect(ranked).toEqual(['18.90', '21.00', '16.80', '21.00']);
  });

  it('and each arithmetic, read from its text, gives the points', () => {
    for (const { criteria } of sheets) {
      for (const { arithmetic, points } of criteria) expect(recomputed(arithmetic ?? '')).toBe(points);
    }
  });

  it('a veto to zero whatever was done', () => {
    const [vetoed] = scoreAll(WHOLE, [{ ...x, entries: [...x.entries, entry('veto', 'accident', 1)] }]);
    expect(vetoed).toMatchObject({ base: '83.80', points: '0.00', vetoes: ['accident'] });
  });

  it('nothing for silence: who has to state something and has not leaves it open', () => {
    const [silent] = scoreAll(WHOLE, [{ ...x, tasks: [], judgements: {} }]);
    // A1.1 has no task: full marks by the scheme. A1.2 is not stated: open, though the scheme says zero without facts.
    expect(silent?.openCriteria).toEqual(['A1.2', 'A2', 'A3', 'B2']);
    expect(silent?.criteria[0]?.points).toBe('7.00');
    const nothing = given({ numerator: '0', denominator: '0' });
    const [stated] = scoreAll(WHOLE, [{ ...x, judgements: { 'A1.2': nothing } }]);
    expect(stated?.criteria[1]).toMatchObject({
      points: '0.00',
      explanation: { zh: expect.stringContaining('分母为零') },
    });
  });
});
