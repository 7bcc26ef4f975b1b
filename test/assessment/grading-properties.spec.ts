import fc from 'fast-check';
import { gradeSheets, type GradedRow } from '../../src/assessment/grading';
import type { Grading, TieRule } from '../../src/assessment/scheme-types';
import { hundredths } from './arbitrary-rules';

const grading = fc
  .record({
    cutOffs: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    quotas: fc.array(fc.option(hundredths(1, 10_000)), { minLength: 4, maxLength: 4 }),
    cut: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    quotaTies: fc.constantFrom('in' as const, 'out' as const),
  })
  .map(({ cutOffs, quotas, cut, quotaTies }): Grading => {
    const falling = [...new Set(cutOffs)].toSorted((a, b) => b - a);
    const grades = falling.map((atLeast, i) => {
      const quota = quotas[i] ?? null;
      return {
        code: `g${i}`,
        name: `等次${i}`,
        ...(quota === null || cut[i] ? { atLeast: String(atLeast) } : {}),
        ...(quota === null ? {} : { quota }),
      };
    });
    return { grades: [...grades, { code: 'last', name: '其余' }], quotaTies };
  });
const ties = fc.constantFrom<TieRule>({ by: 'shared' }, { by: 'criteria', criteria: ['A1', 'A2'] });
const rows = fc
  .array(fc.record({ points: fc.nat(25), A1: fc.nat(2), A2: fc.option(fc.nat(2)), class: fc.boolean() }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((all) =>
    all.map(({ points, A1, A2, class: one }, i) => ({
      unionId: `u${i}`,
      classCode: one ? 'x' : 'y',
      points: points.toFixed(2),
      criteria: { A1: String(A1), ...(A2 === null ? {} : { A2: String(A2) }) },
      vetoes: [] as string[],
    })),
  );

const best = ({ grades }: Grading, { grade }: GradedRow) => grades.findIndex(({ code }) => code === grade);

describe('whatever the points and the grades are', () => {
  it('with ties staying out no class has more of a grade than its quota', () => {
    fc.assert(
      fc.property(grading, ties, rows, (given, by, all) => {
        const graded = gradeSheets({ grading: { ...given, quotaTies: 'out' }, ties: by }, all);
        for (const classCode of ['x', 'y']) {
          const members = new Set(all.filter((one) => one.classCode === classCode).map(({ unionId }) => unionId));
          for (const { code, quota } of given.grades) {
            const holders = graded.filter(({ unionId, grade }) => members.has(unionId) && grade === code).length;
            if (quota !== undefined) expect(holders * 100).toBeLessThanOrEqual(Number(quota) * members.size);
          }
        }
      }),
    );
  });

  it('equals in a class have the same rank and grade, and more points never a worse one', () => {
    fc.assert(
      fc.property(grading, ties, rows, (given, by, all) => {
        const graded = gradeSheets({ grading: given, ties: by }, all);
        for (const [i, a] of all.entries()) {
          for (const [k, b] of all.entries()) {
            const [one, other] = [graded[i], graded[k]];
            if (one === undefined || other === undefined || a.classCode !== b.classCode) continue;
            const same =
              JSON.stringify([a.points, by.by === 'shared' || a.criteria]) ===
              JSON.stringify([b.points, by.by === 'shared' || b.criteria]);
            if (same) expect([one.classRank, one.rank, one.grade]).toEqual([other.classRank, other.rank, other.grade]);
            if (Number(a.points) <= Number(b.points)) continue;
            expect(one.classRank).toBeLessThan(other.classRank);
            expect(one.rank).toBeLessThan(other.rank);
            expect(best(given, one)).toBeLessThanOrEqual(best(given, other));
          }
        }
      }),
    );
  });

  it('everybody gets a grade and is told why, whatever the vetoes', () => {
    const vetoes = [
      { code: 'capped', name: '否决', effect: 'gradeCapped' as const, grade: 'last' },
      { code: 'lost', name: '取消', effect: 'awardLost' as const },
    ];
    const held = fc.array(fc.constantFrom<string[]>([], ['capped'], ['lost'], ['capped', 'lost']), {
      minLength: 24,
      maxLength: 24,
    });
    fc.assert(
      fc.property(grading, ties, rows, held, (given, by, all, which) => {
        const vetoed = all.map((one, i) => ({ ...one, vetoes: which[i] ?? [] }));
        for (const [i, one] of gradeSheets({ grading: given, ties: by, vetoes }, vetoed).entries()) {
          expect(one.unionId).toBe(all[i]?.unionId);
          expect(one.why.zh).toContain('等次为');
          if (vetoed[i]?.vetoes.includes('capped')) expect(one.grade).toBe('last');
        }
      }),
    );
  });
});
