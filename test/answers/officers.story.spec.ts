/** Officers, sessions and the three separated administrators (三员分立): who gets in, who is put out, and what is written down. */
import request, { type Test } from 'supertest';
import { PASSWORD } from '../support/district';
import { House, openDoor, type Door } from '../support/house';
import { memberTask } from '../support/task';

let house: House;
beforeAll(async () => {
  house = await House.open({ TRUST_PROXY: 'on', PUBLIC_URL: 'https://sanji.example' });
});
afterAll(() => house.close());

const signIn = (account: string, password = PASSWORD, network = '10.0.0.1'): Test =>
  request(house.url).post('/api/v1/session').set('x-forwarded-for', network).send({ account, password });
const fresh = async (account: string, password = PASSWORD): Promise<Door> =>
  openDoor(house.url, (await signIn(account, password).expect(201)).body.token);
const officerOf = async (account: string): Promise<{ id: string; version: number; role: string }> => {
  const { body } = await (await house.as('d.security_administrator')).get('/officers?pageSize=200').expect(200);
  return body.items.find((officer: { account: string }) => officer.account === account);
};

describe('a session', () => {
  it('ends at once when the officer signs out', async () => {
    const door = await fresh('a1.viewer');
    await door.get('/me').expect(200);
    await door.delete('/session').expect(204);
    expect((await door.get('/me').expect(401)).body).toMatchObject({ code: 'unauthenticated' });
  });

  it('ends everywhere else when he changes his password, and the old one no longer opens', async () => {
    const [here, there] = [await fresh('a2.viewer'), await fresh('a2.viewer')];
    const change = { currentPassword: PASSWORD, password: 'Changed-2026-pass' };
    expect(
      (await here.put('/me/password', { ...change, currentPassword: 'Wrong-2026-pass' }).expect(422)).body.errors,
    ).toMatchObject([{ field: 'currentPassword' }]);
    await there.get('/me').expect(200);
    await here.put('/me/password', change).expect(204);
    await here.get('/me').expect(200);
    await there.get('/me').expect(401);
    await signIn('a2.viewer').expect(401);
    await signIn('a2.viewer', 'Changed-2026-pass').expect(201);
  });

  it('of an officer who is switched off is over at once, and he cannot sign in again', async () => {
    const [door, { id, version }] = [await fresh('b1.reporter'), await officerOf('b1.reporter')];
    await (await house.as('d.system_administrator')).patch(`/officers/${id}`, { active: false }, version).expect(200);
    await door.get('/me').expect(401);
    expect((await signIn('b1.reporter').expect(401)).body).toMatchObject({ code: 'signIn.wrong' });
  });

  it('is over after half an hour without a call, and after twelve hours in any case', async () => {
    for (const ended of [`seen_at = now() - interval '31 minutes'`, `expires_at = now() - interval '1 second'`]) {
      const door = await fresh('b.viewer');
      await door.get('/me').expect(200);
      await house.database.query(`update session set ${ended} where officer_id = $1`, [
        (await officerOf('b.viewer')).id,
      ]);
      await door.get('/me').expect(401);
    }
  });

  it('by cookie writes only from our own page; by token from anywhere', async () => {
    const { body, headers } = await signIn('b.administrator').expect(201);
    const [cookie = ''] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^sanji_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const sent = cookie.split(';')[0] ?? '';
    const write = () => request(house.url).put('/api/v1/me/password').send({ currentPassword: 'x', password: 'y' });
    await request(house.url).get('/api/v1/me').set({ cookie: sent, origin: 'https://evil.example' }).expect(200);
    for (const origin of [
      undefined,
      'null',
      'https://evil.example',
      'https://sanji.example.evil',
      `${house.url}.evil`,
      'http://sanji.example',
    ]) {
      const refused = await write()
        .set({ cookie: sent, ...(origin === undefined ? {} : { origin }) })
        .expect(403);
      expect(refused.body).toMatchObject({ code: 'origin' });
    }
    for (const origin of [house.url, 'https://sanji.example']) await write().set({ cookie: sent, origin }).expect(422);
    await write()
      .set({ authorization: `Bearer ${body.token}`, origin: 'https://evil.example' })
      .expect(422);
  });

  it('by cookie is marked secure behind HTTPS', async () => {
    const { headers } = await signIn('b.administrator').set('x-forwarded-proto', 'https').expect(201);
    expect(headers['set-cookie']).toEqual([expect.stringContaining('; Secure')]);
  });
});

describe('failed sign-ins', () => {
  it('five slow down that account from that network, and nobody else', async () => {
    const wrong = (account: string, network: string) => signIn(account, 'Wrong-2026-pass', network);
    for (const _ of [1, 2, 3, 4, 5]) await wrong('a.reporter', '10.1.1.1').expect(401);
    const slowed = await signIn('A.Reporter ', PASSWORD, '10.1.1.1').expect(429);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(800);
    await signIn('a.reporter', PASSWORD, '10.1.1.2').expect(201);
    await signIn('a.viewer', PASSWORD, '10.1.1.1').expect(201);
    await signIn('a.reporter', PASSWORD, '10.1.1.1').expect(429);
  });

  it('an account that does not exist reads and slows down like one that does', async () => {
    const answers = [];
    for (const _ of [1, 2, 3, 4, 5, 6])
      answers.push([
        await signIn('nobody', 'Wrong-2026-pass', '10.1.1.3'),
        await signIn('b.reviewer', 'Wrong-2026-pass', '10.1.1.3'),
      ]);
    for (const pair of answers) {
      const [one, other] = pair.map(({ status, body }) => ({ status, code: body.code, title: body.title }));
      expect(one).toEqual(other);
    }
    expect(answers.at(-1)?.[0]?.status).toBe(429);
  });

  it('a sign-in that succeeds forgets the failures before it', async () => {
    for (const _ of [1, 2]) {
      for (const __ of [1, 2, 3, 4]) await signIn('b.reporter', 'Wrong-2026-pass').expect(401);
      await signIn('b.reporter').expect(201);
    }
  });
});

describe('the three separated administrators', () => {
  const first = 'First-2026-pass';
  const newOfficer = async (account: string): Promise<{ id: string; version: number }> => {
    const officer = { unionId: house.district.unions.A1, account, name: '李秀英', password: first };
    const { body } = await (await house.as('d.system_administrator')).post('/officers', officer).expect(201);
    expect(body).toMatchObject({ role: 'viewer', mustChangePassword: true, active: true });
    return body;
  };

  it('a first password must be changed, into another one, before anything else', async () => {
    await newOfficer('lixiuying');
    const door = await fresh('LiXiuYing', first);
    expect((await door.get('/community/tasks').expect(403)).body).toMatchObject({ code: 'password.mustChange' });
    expect((await door.get('/me').expect(200)).body.officer.mustChangePassword).toBe(true);
    expect(
      (await door.put('/me/password', { currentPassword: first, password: first }).expect(422)).body,
    ).toMatchObject({ code: 'password.same' });
    await door.put('/me/password', { currentPassword: first, password: 'Second-2026-pass' }).expect(204);
    await door.get('/community/tasks').expect(200);
  });

  it('who makes accounts gives no roles; who gives roles makes no accounts; neither reads the trail nor works', async () => {
    const [system, security, auditor] = await Promise.all(
      ['system', 'security', 'audit'].map((kind) => house.as(`d.${kind}_administrator`)),
    );
    const { id, version } = await newOfficer('wangqiang');
    await system?.put(`/officers/${id}/role`, { role: 'administrator' }, version).expect(403);
    await system?.patch(`/officers/${id}`, { role: 'administrator' }, version).expect(422);
    await security?.post('/officers', {}).expect(403);
    await security?.put(`/officers/${id}/password`, { password: first }, version).expect(403);
    for (const door of [system, security]) await door?.get('/audit-entries').expect(403);
    for (const door of [system, security, auditor]) {
      await door?.post('/district/tasks', memberTask).expect(403);
      await door?.get('/platform/boards/tasks').expect(403);
    }
    const given = await security?.put(`/officers/${id}/role`, { role: 'reporter' }, version).expect(200);
    expect(given?.body).toMatchObject({ role: 'reporter', version: version + 1 });
    await security?.put(`/officers/${id}/role`, { role: 'audit_administrator' }, version + 1).expect(422);
    await security
      ?.put(`/officers/${(await officerOf('d.security_administrator')).id}/role`, { role: 'administrator' }, 1)
      .expect(422);
  });

  it('an officer who changes his union may look, and no more, until he is given a role there', async () => {
    const { id, version } = await officerOf('a1.administrator');
    const moved = await (
      await house.as('d.system_administrator')
    )
      .patch(`/officers/${id}`, { unionId: house.district.unions.D }, version)
      .expect(200);
    expect(moved.body).toMatchObject({ unionId: house.district.unions.D, role: 'viewer' });
    const door = await fresh('a1.administrator');
    await door.get('/district/tasks').expect(200);
    await door.post('/district/tasks', memberTask).expect(403);
  });

  it('a password that was set anew ends his sessions and must be changed', async () => {
    const [door, { id, version }] = [await fresh('a1.reviewer'), await officerOf('a1.reviewer')];
    await (
      await house.as('d.system_administrator')
    )
      .put(`/officers/${id}/password`, { password: first }, version)
      .expect(200);
    await door.get('/me').expect(401);
    await (await fresh('a1.reviewer', first)).get('/community/tasks').expect(403);
  });
});

describe('the audit trail', () => {
  it('says who did what, from where, on what, before and after', async () => {
    const [{ id, version }, security] = [await officerOf('b1.viewer'), await house.as('d.security_administrator')];
    await signIn('b1.viewer', 'Wrong-2026-pass', '10.9.9.9').expect(401);
    await signIn('b1.viewer', PASSWORD, '10.9.9.9').expect(201);
    const { headers } = await security
      .put(`/officers/${id}/role`, { role: 'reviewer' }, version)
      .set('x-forwarded-for', '10.9.9.8')
      .expect(200);
    const { body } = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${id}`).expect(200);
    expect(
      body.items.map((entry: { deed: string; network: string; account: string }) => [
        entry.deed,
        entry.network,
        entry.account,
      ]),
    ).toEqual([
      ['officer.roleGiven', '10.9.9.8', 'd.security_administrator'],
      ['session.opened', '10.9.9.9', 'b1.viewer'],
      ['session.refused', '10.9.9.9', 'b1.viewer'],
    ]);
    expect(body.items[0]).toMatchObject({
      before: { role: 'viewer' },
      after: { role: 'reviewer' },
      requestId: headers['x-request-id'],
    });
  });

  it('can be added to and never changed', async () => {
    for (const sql of [`update audit_entry set account = 'x'`, 'delete from audit_entry', 'truncate audit_entry']) {
      await expect(house.database.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  it('holds no password, in any form', async () => {
    const [{ found }]: [{ found: number }] = await house.database.query(
      `select count(*)::int as found from audit_entry e where e::text ~* '(-2026-pass|argon2|password_?hash)'`,
    );
    expect(found).toBe(0);
  });
});
