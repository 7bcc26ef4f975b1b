/** Every operation of the API as its document says it: where, who may, and a body that is right. */
import type { OpenAPIObject } from '@nestjs/swagger';
import request, { type Response, type Test } from 'supertest';
import { apiDocument } from '../../src/api-document';
import type { Role } from '../../src/kernel/actor';
import { roles, roleWords } from '../../src/organization/rights';
import { tierWords } from '../../src/organization/tier';
import type { House } from '../support/house';

/** The union that stands for each door. */
export const doors = { district: 'd', subdistrict: 'a', community: 'a1' } as const;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Operation {
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly door: string;
  readonly who: readonly Role[];
  readonly body: object | undefined;
  /** What a key needs; none for what only people do. */
  readonly scope: string | undefined;
}

interface Described {
  readonly 'x-scope'?: string;
  readonly 'x-who'?: readonly string[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: object }> };
}

export const operationsOf = (
  house: House,
  document: Pick<OpenAPIObject, 'paths'> = apiDocument(house.app),
): Operation[] => operationsIn(document);

export function operationsIn({ paths }: Pick<OpenAPIObject, 'paths'>): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = item[method] as Described | undefined;
      if (found === undefined) return [];
      const who = roles.filter((role) => found['x-who']?.some((words) => isSaid(words, role)));
      const body = found.requestBody?.content['application/json']?.example;
      return [{ method, path, door: path.split('/')[3] ?? '', who, body, scope: found['x-scope'] }];
    }),
  );
}

/** The document names a role with its tier before it, or alone. */
const isSaid = (words: string, role: Role): boolean =>
  [{ zh: '', en: '' }, ...Object.values(tierWords)].some(
    ({ zh, en }) => words === `${zh}${roleWords[role].zh} (${`${en} ${roleWords[role].en}`.trim()})`,
  );

export const isDoor = (door: string): door is keyof typeof doors => door in doors;

/** Somebody who may. */
export const accountOf = ({ door, who }: Operation): string => `${isDoor(door) ? doors[door] : 'd'}.${who[0]}`;

/** The path with its parameters given, in order. */
export function fill(path: string, parts: readonly string[]): string {
  let no = 0;
  return path.replaceAll(/\{\w+\}/g, () => parts[no++] ?? '');
}

export async function send(
  house: House,
  account: string,
  { method, body }: Pick<Operation, 'method' | 'body'>,
  path: string,
): Promise<Response> {
  const { token } = await house.as(account);
  const call: Test = request(house.url)[method](path).set('authorization', `Bearer ${token}`).set('if-match', '"1"');
  const uploads =
    /\/(evidence|schemes\/spreadsheets|shares\/spreadsheet|intakes\/ledgers\/[^/]+\/entries|intakes\/forms\/.+\/returns)$/.test(
      path,
    ) && method === 'post';
  return uploads ? call.attach('file', Buffer.from('x'), 'x.txt') : call.send(body);
}
