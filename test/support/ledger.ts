/** A ledger for stories: visits to people in need, with a person under seal. */
import type { House } from './house';

export const visitFields = [
  { key: 'title', name: '事由', kind: 'text', required: true, listed: true, maxLength: 100 },
  {
    key: 'kind',
    name: '类别',
    kind: 'choice',
    required: true,
    listed: true,
    choices: [
      { code: 'visit', name: '慰问' },
      { code: 'illness', name: '大病救助' },
    ],
  },
  { key: 'people', name: '人次', kind: 'whole', required: true, listed: true, unit: '人次', min: '0' },
  { key: 'amount', name: '金额', kind: 'money', required: false, listed: true, unit: '元', min: '0' },
  { key: 'heldOn', name: '慰问日期', kind: 'day', required: true, listed: true },
  { key: 'person', name: '慰问对象', kind: 'person', required: false, listed: true, asks: ['idNumber', 'phone'] },
  { key: 'employer', name: '所在企业', kind: 'enterprise', required: false, listed: true },
];

export const visitDefinition = {
  name: '困难职工慰问',
  programme: 'S16',
  about: '逐次登记',
  fields: visitFields,
  whenField: 'heldOn',
  whereField: null,
  acceptance: true,
  evidence: 'optional',
};

export async function visitLedger(house: House, given: object = {}, code = 'visits', prefix = ''): Promise<string> {
  const office = await house.as(`${prefix}d.administrator`);
  const definition = { ...visitDefinition, ...given };
  const { body } = await office.post('/district/ledger-types', { code, definition, reason: '新建' }).expect(201);
  return body.id;
}

export const visit = { title: '中秋慰问', kind: 'visit', people: '3', amount: '1500', heldOn: '2026-09-25' };

/** Begun and submitted; answers the entry's id. */
export async function visited(house: House, ledger: string, who: string, values: object = {}): Promise<string> {
  const door = await house.as(who);
  const { body } = await door.post(`/ledgers/${ledger}/entries`, { values: { ...visit, ...values } }).expect(201);
  await door.post(`/ledger-entries/${body.id}/submission`).expect(201);
  return body.id;
}
