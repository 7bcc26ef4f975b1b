/** Made-up enterprises and spreadsheets of them, for stories of the register. */
import { checkCharacterOf } from '../../src/enterprise/credit-code';
import { eventually } from './eventually';
import type { Door } from './house';

/** The code of the so-many-th made-up enterprise. */
export function codeOf(no: number): string {
  const first = `91440308${String(no).padStart(9, '0')}`;
  return `${first}${checkCharacterOf(first)}`;
}

const heading = '统一社会信用代码*,企业名称*,所属工会,企业性质*,职工人数,会员人数,建会日期,届满日期,成立日期';

export const csvOf = (...rows: string[]): Buffer => Buffer.from([heading, ...rows].join('\r\n'));

/** Hands a spreadsheet in and answers how it ended. */
export async function takenIn(
  door: Door,
  file: Buffer,
  query = '',
  name = '企业.csv',
): Promise<Record<string, never> & { id: string; status: string }> {
  const { body } = await door.post(`/intakes/enterprises${query}`).attach('file', file, name).expect(201);
  return ended(door, body.id);
}

export async function ended(door: Door, id: string): Promise<Record<string, never> & { id: string; status: string }> {
  return eventually(async () => {
    const { body } = await door.get(`/intakes/${id}`).expect(200);
    if (!['done', 'failed', 'stopped'].includes(body.status)) throw new Error(`The intake is ${body.status}`);
    return body;
  }, 30_000);
}
