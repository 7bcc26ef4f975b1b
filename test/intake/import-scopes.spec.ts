/** What a key may import (导入所需的密钥权限): only into the areas it may write by hand, tried or taken in, begun or stopped. */
import type { Test } from 'supertest';
import { apiDocument } from '../../src/api-document';
import { CONFIG, type Config } from '../../src/config';
import { scopeOfKind } from '../../src/intake/kind-scope';
import { takersOf } from '../../src/takers';
import { sendingProgram } from '../support/case';
import { memberForm } from '../support/form';
import { type Door, House } from '../support/house';
import { visitLedger } from '../support/ledger';

const NDJSON = 'application/x-ndjson';
const areas = ['enterprises', 'ledgers', 'forms', 'indicators'] as const;
const ways = {
  enterprises: 'enterprises',
  'ledger-entries&ledger=visits': 'ledgers',
  'indicator-values': 'indicators',
};

let house: House;
let files: Door;
let every: Door;
/** With the scope of one area only, beside that of imports. */
let alone: Record<(typeof areas)[number], Door>;
/** With all areas, and not that of imports. */
let none: Door;
let ledgerId: string;
let formId: string;

beforeAll(async () => {
  // no worker: what is asked for waits
  house = await House.open({ ROLE: 'api' });
  const key = (account: string, ...scopes: string[]): Promise<Door> => sendingProgram(house, account, { scopes });
  const both = ['intakes:read', 'intakes:write'];
  files = await key('files', ...both);
  every = await key('every', ...both, ...areas.map((area) => `${area}:write`));
  none = await key('none', ...areas.map((area) => `${area}:write`));
  alone = {
    enterprises: await key('enterprises', ...both, 'enterprises:write'),
    ledgers: await key('ledgers', ...both, 'ledgers:write'),
    forms: await key('forms', ...both, 'forms:write'),
    indicators: await key('indicators', ...both, 'indicators:write'),
  };
  // a key is looked at by the day of the database
  house.clock.set(new Date('2026-03-20T02:00:00Z'));
  ledgerId = await visitLedger(house);
  formId = await memberForm(house);
});
afterAll(() => house.close());

const send = (door: Door, query: string): Test =>
  door.post(`/imports?kind=${query}`).set('content-type', NDJSON).send('{}');
const upload = (door: Door, path: string): Test => door.post(path).attach('file', Buffer.from('x'), '表.csv');

/** Refused for want of this scope, and the header says all that it takes. */
async function lacks(sent: Test, scope: string): Promise<void> {
  const { status, body, headers } = await sent;
  expect([status, body.code]).toEqual([403, 'key.scope']);
  expect(headers['www-authenticate']).toBe(
    `Bearer realm="sanji", error="insufficient_scope", scope="intakes:write ${scope}"`,
  );
}

describe.each(Object.entries(ways))('a file of %s', (query, area) => {
  it.each(['', '&dryRun=true', '&only=all'])(
    'is sent with the scope of imports and that of its area, no less (%s)',
    async (how) => {
      const scope = `${area}:write`;
      await lacks(send(files, `${query}${how}`), scope);
      expect((await send(none, `${query}${how}`)).status).toBe(403);
      for (const [other, door] of Object.entries(alone))
        if (other === area) expect((await send(door, `${query}${how}`)).status).toBe(202);
        else await lacks(send(door, `${query}${how}`), scope);
      expect((await send(every, `${query}${how}`)).status).toBe(202);
    },
  );
});

it('the other door for the same files asks for no less', async () => {
  const doors = {
    '/intakes/enterprises': 'enterprises',
    [`/intakes/ledgers/${ledgerId}/entries`]: 'ledgers',
    [`/intakes/forms/${formId}/periods/2026-03/returns`]: 'forms',
  } as const;
  for (const [path, area] of Object.entries(doors)) {
    await lacks(upload(files, path), `${area}:write`);
    for (const door of [alone[area], every]) expect((await upload(door, path)).status).not.toBe(403);
  }
});

it('of a ledger that is not there nothing is said to a key that may not write into any', async () => {
  await lacks(send(files, 'ledger-entries&ledger=nothing'), 'ledgers:write');
  expect((await send(alone.ledgers, 'ledger-entries&ledger=nothing')).status).toBe(404);
});

it('another key reads how it went; it stops only what it might have begun', async () => {
  for (const [query, area] of Object.entries(ways)) {
    const { body } = await send(every, query);
    const other = area === 'ledgers' ? alone.enterprises : alone.ledgers;
    for (const door of [files, other]) {
      for (const path of ['', '/results', '/results/lines']) await door.get(`/imports/${body.id}${path}`).expect(200);
      for (const at of ['imports', 'intakes']) await lacks(door.delete(`/${at}/${body.id}`), `${area}:write`);
    }
    expect((await files.get(`/imports/${body.id}`)).body.status).toBe('waiting');
    await alone[area as 'ledgers'].delete(`/imports/${body.id}`).expect(204);
    await every.delete(`/imports/${body.id}`).expect(409);
  }
});

it('people are asked for their role alone', async () => {
  const { body } = await send(await house.as('d.administrator'), 'enterprises');
  await (await house.as('d.reporter')).delete(`/imports/${body.id}`).expect(204);
});

it('every kind that is taken in has an area, and the document names them', () => {
  const kinds = takersOf(house.app.get<Config>(CONFIG)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(Object.keys(scopeOfKind).toSorted());
  const { paths } = apiDocument(house.app);
  const at = (path: string): object => (paths[`/api/v1/${path}`] as { post: object }).post;
  expect(at('imports')).toMatchObject({
    'x-scope': 'intakes:write',
    'x-scope-by': {
      parameter: 'kind',
      scopes: {
        enterprises: 'enterprises:write',
        'ledger-entries': 'ledgers:write',
        'indicator-values': 'indicators:write',
      },
    },
    description: expect.stringContaining('kind=indicator-values: indicators:write'),
  });
  expect(at('intakes/enterprises')).toMatchObject({ 'x-scope': 'intakes:write enterprises:write' });
  expect(at('intakes/ledgers/{id}/entries')).toMatchObject({ 'x-scope': 'intakes:write ledgers:write' });
  expect(at('intakes/forms/{id}/periods/{period}/returns')).toMatchObject({ 'x-scope': 'intakes:write forms:write' });
  expect(JSON.stringify(paths)).not.toContain('x-further');
});
