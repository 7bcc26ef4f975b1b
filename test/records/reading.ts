/** Reading records (数据读取) in tests as a program does: a whole list, and on from change to change. */
import type { Door } from '../support/house';

export type Row = Record<string, unknown> & { id: string };

export interface Told {
  readonly id: string;
  readonly state: 'there' | 'gone';
  readonly title?: string;
  readonly version?: number;
}

export async function all(door: Door, kind: string, query = ''): Promise<Row[]> {
  const { body } = await door.get(`/records/${kind}?limit=1000${query}`).expect(200);
  expect(body).toMatchObject({ kind, nextCursor: null, more: false });
  return body.items;
}

/** Reads from a cursor to the fence, in small pages; answers what was told and where it goes on. */
export async function readOn(
  door: Door,
  kind: string,
  cursor: string,
  limit = 2,
): Promise<{ told: Told[]; cursor: string }> {
  const told: Told[] = [];
  for (let after = cursor; ;) {
    const { body } = await door.get(`/records/${kind}?limit=${limit}&after=${after}`).expect(200);
    told.push(...body.items);
    after = body.nextCursor;
    if (!body.more) return { told, cursor: after };
  }
}

export const fromNow = async (door: Door, kind: string): Promise<string> =>
  (await door.get(`/records/${kind}?limit=1`).expect(200)).body.changes;
