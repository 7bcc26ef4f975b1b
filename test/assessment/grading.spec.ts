import { gradeSheets } from '../../src/assessment/grading';
import type { GradingRow } from '../../src/assessment/grading-row';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';

type Rules = Pick<SchemeDefinition, 'grading' | 'ties' | 'vetoes'>;

const GRADES = [
  { code: 'best', name: '优秀', atLeast: '90', quota: '30' },
  { code: 'good', name: '良好', atLeast: '80' },
  { code: 'fair', name: '合格', atLeast: '60' },
  { code: 'poor', name: '不合格' },
];
const VETOES = [
  { code: 'zero', name: '重大事故', effect: 'zero' as const },
  { code: 'capped', name: '未缴经费', effect: 'gradeCapped' as const, grade: 'fair' },
  { code: 'lost', name: '弄虚作假', effect: 'awardLost' as const },
];
const OUT: Rules = { grading: { grades: GRADES, quotaTies: 'out' }, vetoes: VETOES };
const IN: Rules = { ...OUT, grading: { grades: GRADES, quotaTies: 'in' } };

const row = (
  unionId: string,
  points: string,
  more: { A1?: string; veto?: string; classCode?: string } = {},
): GradingRow => ({
  unionId,
  classCode: more.classCode ?? null,
  points,
  criteria: more.A1 === undefined ? {} : { A1: more.A1 },
  vetoes: more.veto === undefined ? [] : [more.veto],
});
/** Ten unions: so many at 95, the others from 85 down. */
const ten = (...top: string[]) => [
  ...top.map((points, i) => row(`t${i}`, points)),
  ...Array.from({ length: 10 - top.length }, (_, i) => row(`u${i}`, `${85 - i}.00`)),
];
const grades = (rules: Rules, rows: ReturnType<typeof ten>) => gradeSheets(rules, rows).map(({ grade }) => grade);

describe('ranks', () => {
  it('are shared by equal points, in the class and over all, in the order the unions came', () => {
    const rows = [
      row('a', '80.00', { classCode: 'x' }),
      row('b', '95.00', { classCode: 'y' }),
      row('c', '80.00', { classCode: 'y' }),
      row('d', '9.50', { classCode: 'x' }),
    ];
    expect(gradeSheets({}, rows).map(({ unionId, rank, classRank }) => [unionId, rank, classRank])).toEqual([
      ['a', 2, 1],
      ['b', 1, 1],
      ['c', 2, 2],
      ['d', 4, 2],
    ]);
  });

  it('are told apart by the named criteria in order where the scheme says so, and shared when these are equal too', () => {
    const ties = { by: 'criteria' as const, criteria: ['A1'] };
    const rows = [
      row('a', '80', { A1: '9' }),
      row('b', '80.00', { A1: '10' }),
      row('c', '80', { A1: '9.00' }),
      row('d', '80'),
    ];
    const graded = gradeSheets({ ties }, rows);
    expect(graded.map(({ classRank }) => classRank)).toEqual([2, 1, 2, 4]);
    expect(graded[0]?.why.zh).toBe('本组 4 家中列第 2 名，与另 2 家同分，依次按 A1 分出先后，与另 1 家并列。');
    expect(graded[0]?.grade).toBeNull();
  });
});

describe('grades', () => {
  it('follow cut-offs, the last one taking who is left', () => {
    const rows = [row('a', '89.99'), row('b', '80.00'), row('c', '79.99'), row('d', '12.00')];
    expect(grades(OUT, rows)).toEqual(['good', 'good', 'fair', 'poor']);
  });

  it('have as many places as the quota of the class has whole unions, and who finds them taken gets the next', () => {
    const graded = gradeSheets(OUT, ten('99', '98', '97', '96'));
    expect(graded.map(({ grade }) => grade).slice(0, 5)).toEqual(['best', 'best', 'best', 'good', 'good']);
    expect(graded[2]?.why.zh).toBe('本组 10 家中列第 3 名。达到 90 分，在名额 3 名之内，等次为“优秀”。');
    expect(graded[3]?.why.zh).toBe(
      '本组 10 家中列第 4 名。“优秀”名额为本组的 30%，即 3 名，已满。达到 80 分，等次为“良好”。',
    );
    expect(grades(OUT, [row('a', '99'), row('b', '98'), row('c', '97')])).toEqual(['good', 'good', 'good']);
  });

  it('never split equal points at the last place: all stay out, or all come in, as the scheme says', () => {
    const rows = ten('99', '98', '97', '97');
    expect(grades(OUT, rows).slice(0, 4)).toEqual(['best', 'best', 'good', 'good']);
    expect(grades(IN, rows).slice(0, 5)).toEqual(['best', 'best', 'best', 'best', 'good']);
    expect(gradeSheets(OUT, rows)[2]?.why.zh).toContain('同分的 2 家不能全部进入，按方案都不进入');
    expect(gradeSheets(IN, rows)[2]?.why.zh).toContain('名额 3 名，同分一并进入');
  });

  it('are not reached past those who had to stay out', () => {
    expect(grades(OUT, ten('99', '98', '98', '98', '97')).slice(0, 5)).toEqual([
      'best',
      'good',
      'good',
      'good',
      'good',
    ]);
  });

  it('follow the deciding criteria where they tell equal points apart', () => {
    const rows = [...ten('99', '98').slice(0, 9), row('x', '98', { A1: '5' })];
    const ties = { by: 'criteria' as const, criteria: ['A1'] };
    const two = {
      grades: [
        { code: 'best', name: '优秀', quota: '20' },
        { code: 'rest', name: '其他' },
      ],
      quotaTies: 'out' as const,
    };
    expect(
      gradeSheets({ grading: two, ties }, rows)
        .filter(({ grade }) => grade === 'best')
        .map(({ unionId }) => unionId),
    ).toEqual(['t0', 'x']);
  });

  it('count the quota in each class by itself', () => {
    const rows = ten('99', '98', '97', '96').map((one, i) => ({ ...one, classCode: i % 2 === 0 ? 'x' : 'y' }));
    expect(grades(OUT, rows).slice(0, 4)).toEqual(['best', 'best', 'good', 'good']);
  });
});

describe('a veto', () => {
  it('that caps the grade leaves no better one and no place to it', () => {
    const rows = ten('99', '98', '97', '96').map((one, i) => (i === 0 ? { ...one, vetoes: ['capped'] } : one));
    const graded = gradeSheets(OUT, rows);
    expect(graded.map(({ grade }) => grade).slice(0, 5)).toEqual(['fair', 'best', 'best', 'best', 'good']);
    expect(graded[0]).toMatchObject({ classRank: 1, awardLost: false });
    expect(graded[0]?.why.zh).toBe(
      '本组 10 家中列第 1 名。一票否决“未缴经费”，等次不高于“合格”。因否决不得评为“优秀”。因否决不得评为“良好”。达到 60 分，等次为“合格”。',
    );
  });

  it('that takes the award leaves the grade, but no place of the quota', () => {
    const rows = ten('99', '98', '97', '96').map((one, i) => (i === 1 ? { ...one, vetoes: ['lost'] } : one));
    const graded = gradeSheets(OUT, rows);
    expect(graded.map(({ grade }) => grade).slice(0, 5)).toEqual(['best', 'best', 'best', 'best', 'good']);
    expect(graded.map(({ awardLost }) => awardLost).slice(0, 3)).toEqual([false, true, false]);
    expect(graded[1]?.why.zh).toContain('取消评优资格。达到 90 分，不占名额，等次为“优秀”。');
  });

  it('to zero says so', () => {
    const [graded] = gradeSheets(OUT, [row('a', '0.00', { veto: 'zero' })]);
    expect(graded).toMatchObject({ grade: 'poor', awardLost: false });
    expect(graded?.why.en).toContain('Veto “重大事故”: all points are zero.');
  });
});
