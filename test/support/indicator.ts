/** Indicators for stories: defined, asked for, followed down to what they are made of. */
import type { House } from './house';

const plain = {
  programme: 'S16',
  about: '',
  measure: { name: '慰问', unit: '人次' },
  denominator: null,
  factor: '1',
  decimals: 0,
  direction: 'higher',
  periodKind: 'month',
  overTime: 'sum',
  overUnions: 'sum',
  qualifier: 'exact',
  by: null,
  limits: { notAbove: null, change: null },
};

export const definitionOf = (numerator: string, given: object = {}): object => ({
  ...plain,
  name: '慰问人次',
  numerator,
  ...given,
});

export async function defined(
  house: House,
  code: string,
  numerator: string,
  given: object = {},
  { holdsFrom = '2014', prefix = '' }: { holdsFrom?: string; prefix?: string } = {},
): Promise<string> {
  const office = await house.as(`${prefix}d.administrator`);
  const body = { code, definition: definitionOf(numerator, given), holdsFrom, reason: '新建' };
  return (await office.post('/district/indicators', body).expect(201)).body.id;
}

interface Value {
  readonly code: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly frozen: boolean;
  readonly marks: { code: string }[];
}

/** By code. */
export async function values(house: House, who: string, query: string): Promise<Record<string, Value>> {
  const { body } = await (await house.as(who)).get(`/indicator-values?${query}`).expect(200);
  return Object.fromEntries(body.items.map((item: Value) => [item.code, item]));
}

export const valueIn = async (house: House, who: string, code: string, query: string): Promise<string | null> =>
  (await values(house, who, `codes=${code}&${query}`))[code]?.value ?? null;

interface Part {
  readonly no: number;
  readonly value: string | null;
}
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly amount: string;
  readonly unionName: string;
}

/** The parts of a value with all that stands behind each, page by page. */
export async function traced(
  house: House,
  who: string,
  id: string,
  query: string,
  limit = 50,
): Promise<{ value: string | null; valueNow: string | null; parts: (Part & { items: Item[] })[] }> {
  const door = await house.as(who);
  const { body } = await door.get(`/indicators/${id}/trace?${query}`).expect(200);
  const parts = [];
  for (const part of body.parts as Part[]) {
    const items: Item[] = [];
    let after = '';
    do {
      const at = `/indicators/${id}/trace/items?${query}&part=${part.no}&limit=${limit}${after}`;
      const page = (await door.get(at).expect(200)).body;
      items.push(...page.items);
      after = page.nextCursor === null ? '' : `&after=${page.nextCursor}`;
    } while (after !== '');
    parts.push({ ...part, items });
  }
  return { value: body.value, valueNow: body.valueNow, parts };
}
