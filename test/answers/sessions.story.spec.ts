/** Open sessions: my own on other devices, and who is on line; ended at once, and written down. */
import request from 'supertest';
import { newId } from '../../src/kernel/id';
import { PASSWORD, seedDistrict } from '../support/district';
import { House, openDoor, type Door } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open({ TRUST_PROXY: 'on' });
  await seedDistrict(house.database, 'x.');
});
afterAll(() => house.close());

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

async function fresh(account: string, network = '10.0.0.1', agent = FIREFOX): Promise<Door> {
  const { body } = await request(house.url)
    .post('/api/v1/session')
    .set('x-forwarded-for', network)
    .set('user-agent', agent)
    .send({ account, password: PASSWORD })
    .expect(201);
  return openDoor(house.url, body.token);
}

interface Listed {
  id: string;
  account: string;
  current: boolean;
}

const mine = async (door: Door): Promise<Listed[]> => (await door.get('/me/sessions').expect(200)).body.items;
const idOf = async (door: Door): Promise<string> => (await mine(door)).find(({ current }) => current)?.id ?? '';

describe('my sessions', () => {
  it('say where, on what and since when, and which one is this', async () => {
    const [here, there] = [
      await fresh('a1.reporter', '10.0.0.7'),
      await fresh('a1.reporter', '10.0.0.8', 'curl/8.5.0'),
    ];
    const { body } = await here.get('/me/sessions').expect(200);
    expect(body.total).toBe(2);
    expect(
      body.items.map(({ network, device, current }: Record<string, unknown>) => ({ network, device, current })),
    ).toEqual(
      expect.arrayContaining([
        { network: '10.0.0.7', device: 'Firefox 128 · Linux', current: true },
        { network: '10.0.0.8', device: 'curl', current: false },
      ]),
    );
    const [{ openedAt, seenAt, expiresAt }] = body.items;
    expect(Date.parse(seenAt)).toBeGreaterThanOrEqual(Date.parse(openedAt));
    expect(Date.parse(expiresAt) - Date.parse(openedAt)).toBe(12 * 3600_000);
    await there.delete('/session').expect(204);
  });

  it('are named by ids with which nobody can sign in', async () => {
    const door = await fresh('a1.reporter');
    const { text } = await door.get('/me/sessions').expect(200);
    expect(text).not.toContain(door.token);
    await openDoor(house.url, await idOf(door))
      .get('/me')
      .expect(401);
  });

  it('end one by one; what is ended is over at once, and once', async () => {
    const [here, there] = [await fresh('a1.viewer'), await fresh('a1.viewer')];
    const id = await idOf(there);
    await here.delete(`/me/sessions/${id}`).expect(204);
    await there.get('/me').expect(401);
    await here.get('/me').expect(200);
    await here.delete(`/me/sessions/${id}`).expect(404);
  });

  it('end all but this one', async () => {
    const [here, ...others] = [await fresh('b.reviewer'), await fresh('b.reviewer'), await fresh('b.reviewer')];
    await here.delete('/me/sessions').expect(204);
    for (const door of others) await door.get('/me').expect(401);
    expect((await mine(here)).map(({ current }) => current)).toEqual([true]);
  });

  it('are not those of a colleague: his answer like one that does not exist', async () => {
    const [me, colleague] = [await fresh('a1.reporter'), await fresh('a1.administrator')];
    const told = async (id: string) => (await me.delete(`/me/sessions/${id}`).expect(404)).body.detail;
    expect(await told(await idOf(colleague))).toBe(await told(newId()));
    await colleague.get('/me').expect(200);
    expect((await mine(me)).every(({ account }) => account === 'a1.reporter')).toBe(true);
  });

  it('that were idle for half an hour are not shown, nor ended', async () => {
    const [here, idle] = [await fresh('b1.viewer'), await fresh('b1.viewer')];
    const id = await idOf(idle);
    await house.database.query(`update session set seen_at = now() - interval '31 minutes' where id = $1`, [id]);
    expect((await mine(here)).map((session) => session.id)).not.toContain(id);
    await here.delete(`/me/sessions/${id}`).expect(404);
  });
});

describe('who is on line', () => {
  it('is seen by the security administrator, by officer and by union, and only in his district', async () => {
    const [security, reporter] = [await house.as('d.security_administrator'), await fresh('a2.reporter')];
    await fresh('x.a2.reporter');
    const me = (await reporter.get('/me').expect(200)).body;
    const { body } = await security.get('/sessions?pageSize=200').expect(200);
    const accounts: string[] = body.items.map(({ account }: Listed) => account);
    expect(accounts).toContain('a2.reporter');
    expect(accounts).toContain('d.security_administrator');
    expect(accounts.some((account) => account.startsWith('x.'))).toBe(false);
    for (const filter of [`officerId=${me.officer.id}`, `unionId=${me.union.id}`]) {
      const some = (await security.get(`/sessions?${filter}`).expect(200)).body;
      expect(some.items.map(({ account }: Listed) => account)).toEqual(['a2.reporter']);
      expect(some.items[0]).toMatchObject({ officerName: 'A2 reporter', unionName: '甲二社区工联会', current: false });
    }
  });

  it('is put out at once, with what he listens to, and may sign in again; the trail says by whom', async () => {
    const [security, reporter] = [await house.as('d.security_administrator'), await fresh('b1.reporter', '10.0.0.9')];
    const id = await idOf(reporter);
    const { officer } = (await reporter.get('/me').expect(200)).body;
    const live = await fetch(`${house.url}/api/v1/platform/live`, {
      headers: { authorization: `Bearer ${reporter.token}` },
    });
    const begun = Date.now();
    await security.delete(`/sessions/${id}`).expect(204);
    await reporter.get('/me').expect(401);
    await live.text(); // ends with the session
    expect(Date.now() - begun).toBeLessThan(5_000);
    await fresh('b1.reporter');
    const trail = await (
      await house.as('d.audit_administrator')
    ).get(`/audit-entries?deed=session.ended&subjectId=${officer.id}`);
    expect(trail.body.items).toMatchObject([
      { account: 'd.security_administrator', subjectId: officer.id, before: { id, network: '10.0.0.9' } },
    ]);
  });

  it('in another district is out of reach, and answers like one who does not exist', async () => {
    const security = await house.as('d.security_administrator');
    const other = await fresh('x.b1.viewer');
    const told = async (id: string) => (await security.delete(`/sessions/${id}`).expect(404)).body.detail;
    expect(await told(await idOf(other))).toBe(await told(newId()));
    await other.get('/me').expect(200);
  });

  it('is nobody else’s to see or to end', async () => {
    for (const account of ['d.system_administrator', 'd.audit_administrator', 'd.administrator', 'a.administrator']) {
      const door = await house.as(account);
      await door.get('/sessions').expect(403);
      await door.delete(`/sessions/${await idOf(door)}`).expect(403);
    }
  });
});
