/** Consequences (督办结果运用): what supervision counts is offered to an assessment, counted where its scheme says so, told and appealed. */
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { opened } from '../support/assessment';
import { type Door, House } from '../support/house';
import { colleague } from '../support/course';
import { assigned, cascaded } from '../support/task';

let house: House;
let a: Door;
const at = (moment: string): void => house.clock.set(new Date(moment));

/** 100 judged but for D1, which loses 2 for each red order; two orange orders cost 1 more as a penalty, up to 1. */
const scheme = (counting: boolean): SchemeDefinition => ({
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作',
      marks: '100',
      criteria: [
        { code: 'A1', name: '重点工作', marks: '90', rule: { kind: 'manual' }, scorer: 'office' },
        {
          code: 'D1',
          name: '督办情况',
          marks: '10',
          rule: {
            kind: 'deduction',
            grounds: [{ code: 'DR', name: '红色督办', points: '2', ...(counting && { counts: 'order.red' as const }) }],
          },
          scorer: 'computed',
        },
      ],
    },
  ],
  penalties: {
    cap: '5',
    kinds: [
      {
        code: 'KO',
        name: '橙色督办',
        each: '1',
        cap: '1',
        ...(counting && { counts: 'order.orange' as const, per: 2 }),
      },
    ],
  },
});

async function ordered(degree: string): Promise<string> {
  const given = {
    unionId: house.district.unions.A1,
    title: '限期整改',
    requirement: '请查明',
    limitOn: '2026-12-28',
    degree,
  };
  return (await a.post('/subdistrict/orders', given).expect(201)).body.id;
}

async function assessed(counting: boolean): Promise<string> {
  const { id } = await opened(a, 'subdistrict', { year: 2026, title: '社区考核', definition: scheme(counting) });
  const { A1, A2 } = house.district.unions;
  const reviewer = await house.as('a.reviewer');
  for (const union of [A1, A2])
    await reviewer
      .put(`/subdistrict/assessments/${id}/score-sheets/${union}/scores/A1`, { points: '80', reason: '按台账' })
      .expect(200);
  return `/subdistrict/assessments/${id}`;
}

const sheetOf = async (path: string) =>
  (await a.get(`${path}/score-sheets/${house.district.unions.A1}`).expect(200)).body;

let red: string;
let oranges: string[];

beforeAll(async () => {
  house = await House.open();
  at('2026-12-14T02:00:00Z');
  a = await house.as('a.administrator');
  red = await ordered('red');
  oranges = [await ordered('orange'), await ordered('orange'), await ordered('orange')];
  const withdrawn = await ordered('red');
  await a.post(`/subdistrict/orders/${withdrawn}/withdrawal`, { reason: '误发' }).expect(201);
});
afterAll(() => house.close());

it('nothing is counted where the scheme does not say so', async () => {
  const sheet = await sheetOf(await assessed(false));
  expect(sheet).toMatchObject({ points: '90.00', penalty: '0.00', extras: [] });
});

it('counts what the scheme names, each thing with its link, and lets nobody record it by hand', async () => {
  const path = await assessed(true);
  expect(await sheetOf(path)).toMatchObject({
    points: '87.00',
    penalty: '1.00',
    extras: [
      { code: 'KO', points: '1.00', arithmetic: 'min(1 × 1, 1)', facts: oranges.map((orderId) => ({ orderId })) },
    ],
  });
  const { A1 } = house.district.unions;
  const { body } = await a.get(`${path}/score-sheets/${A1}/explanation`).expect(200);
  expect(body.criteria.find(({ code }: { code: string }) => code === 'D1')).toMatchObject({
    points: '8.00',
    arithmetic: 'max(10 − 1 × 2, 0) = 8.00',
    facts: [{ ground: 'DR', fact: 'order.red', orderId: red, day: '2026-12-14' }],
  });
  expect(body.whole.lines).toMatchObject([{ code: 'KO', facts: [{ fact: 'order.orange' }, {}, {}] }]);
  const byHand = { kind: 'penalty', ground: 'KO', occurredOn: '2026-06-12', words: '两次橙色' };
  const refused = await a.post(`${path}/score-sheets/${A1}/entries`, byHand).expect(422);
  expect(refused.body.errors).toMatchObject([{ field: 'ground', code: 'entry.selfCounting' }]);
});

it('an upheld appeal corrects what was counted; what was published stays counted as it was', async () => {
  const path = await assessed(true);
  const id = path.split('/').at(-1) ?? '';
  await a.post(`${path}/publication`).expect(201);
  // Counted later, and no longer of this publication.
  await ordered('red');
  const own = await house.as('a1.administrator');
  const appeal = await own
    .post('/community/appeals', { assessmentId: id, criteria: ['D1'], reason: '该督办单已说明' })
    .expect(201);
  const judge = await colleague(house, 'a.administrator', 'a.judge');
  await judge
    .post(`${path}/appeals/${appeal.body.id}/decision`, {
      outcome: 'upheld',
      reason: '情况属实',
      corrections: [{ criterion: 'D1', points: '10', reason: '不可抗力' }],
    })
    .expect(201);
  expect(await sheetOf(path)).toMatchObject({
    points: '89.00',
    penalty: '1.00',
    extras: [{ code: 'KO', facts: [{}, {}, {}] }],
  });
});

it('lights that stood at the end of a day count as often as the scheme says, each with its task', async () => {
  at('2026-12-16T02:00:00Z');
  const late = await cascaded(
    house,
    (await assigned(house, { title: '岁末入会', startOn: '2026-11-01', dueOn: '2026-12-25' })).shareA,
  );
  const slow = await cascaded(
    house,
    (await assigned(house, { title: '冬季走访', startOn: '2026-12-11', dueOn: '2027-01-19' })).shareA,
  );
  await house.settled();
  const grounds = [
    { code: 'LR', name: '红灯', points: '2', counts: 'light.red' as const },
    { code: 'LY', name: '黄灯', points: '1', counts: 'light.yellow' as const, per: 2 },
  ];
  const definition = scheme(false);
  const [part] = definition.parts;
  const lit = {
    ...definition,
    parts: [{ ...part, criteria: [part?.criteria[0], { ...part?.criteria[1], rule: { kind: 'deduction', grounds } }] }],
  };
  const { id } = await opened(a, 'subdistrict', {
    year: 2026,
    title: '社区亮灯考核',
    definition: lit as SchemeDefinition,
  });
  const { A1 } = house.district.unions;
  const { body } = await a.get(`/subdistrict/assessments/${id}/score-sheets/${A1}/explanation`).expect(200);
  expect(body.criteria.find(({ code }: { code: string }) => code === 'D1')).toMatchObject({
    points: '8.00',
    facts: [
      { ground: 'LR', fact: 'light.red', taskId: late.a1, words: '岁末入会', day: '2026-12-16' },
      { ground: 'LY', fact: 'light.yellow', taskId: slow.a1 },
    ],
  });
});
