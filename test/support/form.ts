/** A statistical form for stories: members of a community, month by month. */
import type { Door, House } from './house';

export const memberCells = [
  { key: 'members', name: '会员人数', unit: '人', kind: 'whole', required: true, min: '0' },
  { key: 'women', name: '女会员人数', unit: '人', kind: 'whole', required: true, min: '0' },
  { key: 'men', name: '男会员人数', unit: '人', kind: 'whole', required: false, min: '0' },
  { key: 'fees', name: '会费收入', unit: '元', kind: 'money', required: false },
  { key: 'rate', name: '入会率', unit: '%', kind: 'percent', decimals: 1, required: false, min: '0', max: '100' },
];

export const memberRules = [
  { key: 'womenWithin', kind: 'part', severity: 'hard', part: 'women', whole: 'members' },
  { key: 'bothMake', kind: 'sum', severity: 'soft', parts: ['men', 'women'], whole: 'members' },
  { key: 'membersMoved', kind: 'change', severity: 'soft', cell: 'members', percent: '30' },
];

/** Due on the fifth working day after the month, locked after the tenth. */
export const memberDefinition = {
  name: '会员统计月报',
  programme: 'S05',
  about: '按期末实有数填报',
  cells: memberCells,
  rules: memberRules,
  owedBy: { tiers: ['community'], under: [] as string[], unions: [] as string[] },
  moments: { opensAfter: 0, dueAfter: 5, locksAfter: 10 },
};

export async function memberForm(
  house: House,
  given: object = {},
  { code = 'members', prefix = '', firstPeriod = '2026-03', periodKind = 'month' } = {},
): Promise<string> {
  const office = await house.as(`${prefix}d.administrator`);
  const definition = { ...memberDefinition, ...given };
  const body = { code, periodKind, firstPeriod, definition, reason: '新建' };
  return (await office.post('/district/forms', body).expect(201)).body.id;
}

export const members = { members: '100', women: '40', men: '60' };

/** Begun and submitted; answers the return's id. */
export async function handedIn(
  door: Door,
  form: string,
  period: string,
  values: object = members,
  said: object = {},
): Promise<string> {
  const { body } = await door.post(`/forms/${form}/periods/${period}/returns`, { values, ...said }).expect(201);
  await door.post(`/form-returns/${body.id}/submission`).expect(201);
  return body.id;
}
