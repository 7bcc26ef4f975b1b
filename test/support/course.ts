/** A scheme with everything its course needs, and the steps that stories of the course begin with. */
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { CourseClock } from '../../src/assessment/course/course-clock.service';
import { opened } from './assessment';
import type { Door, House } from './house';

/**
 * 100 points: A1 40 computed, A2 20 by a stated rate of the union itself, B1 20 judged by any office, B2 10 by the
 * named office 组织部, C1 10 less 2 for each late statement. Bonuses, a penalty and a veto; five days for each step.
 */
export const courseDefinition: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务',
      marks: '60',
      criteria: [
        {
          code: 'A1',
          name: '任务完成',
          marks: '40',
          rule: { kind: 'proportional' },
          tasks: 'all',
          scorer: 'computed',
        },
        {
          code: 'A2',
          name: '培训覆盖',
          marks: '20',
          rule: { kind: 'proportional', over: 'stated' },
          scorer: 'self',
        },
      ],
    },
    {
      code: 'B',
      name: '工作质量',
      marks: '40',
      criteria: [
        { code: 'B1', name: '特色工作', marks: '20', rule: { kind: 'manual' }, scorer: 'office' },
        { code: 'B2', name: '组织建设', marks: '10', rule: { kind: 'manual' }, scorer: { office: 'ZZ' } },
        {
          code: 'C1',
          name: '报送及时',
          marks: '10',
          rule: { kind: 'deduction', grounds: [{ code: 'CD', name: '迟报', points: '2' }] },
          scorer: 'computed',
        },
      ],
    },
  ],
  offices: [{ code: 'ZZ', name: '组织部' }],
  bonuses: {
    cap: '5',
    kinds: [
      { code: 'J1', name: '市级荣誉', each: '1', cap: '3' },
      { code: 'J2', name: '创新', cap: '2' },
    ],
  },
  penalties: { cap: '10', kinds: [{ code: 'K1', name: '通报批评', each: '2', cap: '4' }] },
  vetoes: [{ code: 'V1', name: '弄虚作假', effect: 'zero' }],
  course: { selfScore: 5, review: 5, final: 5 },
};

export const withCourse = (change: Partial<SchemeDefinition> = {}, title = '2026 年度考核'): object => ({
  year: 2026,
  title,
  definition: { ...courseDefinition, ...change },
});

/** Opened by A for A1 and A2 on a Thursday: the self-score ends a week later. */
export async function openedByA(house: House, change?: Partial<SchemeDefinition>): Promise<{ a: Door; id: string }> {
  const a = await house.as('a.administrator');
  const { id } = await opened(a, 'subdistrict', withCourse(change));
  return { a, id };
}

/** The minute of a worker. */
export const tick = (house: House): Promise<number> => house.app.get(CourseClock).tick();

/** Another officer of a union in the role of one there is; answers his account. */
export async function colleague(house: House, of: string, account: string): Promise<Door> {
  await house.database.query(
    `insert into officer (district_id, id, union_id, account, name, role, password_hash, must_change_password, active, version, created_at)
     select district_id, gen_random_uuid(), union_id, $2, $2, role, password_hash, false, true, 1, now() from officer where account = $1`,
    [of, account],
  );
  return house.as(account);
}

export async function officerId(house: House, account: string): Promise<string> {
  const [row]: { id: string }[] = await house.database.query('select id from officer where account = $1', [account]);
  return row?.id ?? '';
}

/** On to a step, by the version it has now. */
export async function movedTo(door: Door, path: string, to: string): Promise<void> {
  const { body } = await door.get(path).expect(200);
  await door.post(`${path}/steps`, { to }).set('if-match', `"${body.version}"`).expect(201);
}
