/** Programs and their keys (接口密钥): what a key opens, from where, how often, until when, and what is written down. */
import request, { type Response, type Test } from 'supertest';
import { newToken } from '../../src/access/key/token';
import { tellEndingKeys } from '../../src/chasing/ending-keys';
import { Deeds } from '../../src/outbox/deeds';
import { newId } from '../../src/kernel/id';
import { seedDistrict } from '../support/district';
import { eventually } from '../support/eventually';
import { House, openDoor, type Door } from '../support/house';
import { assigned, memberTask } from '../support/task';

let house: House;
let security: Door;
beforeAll(async () => {
  house = await House.open({ TRUST_PROXY: 'on' });
  await seedDistrict(house.database, 'x.');
  security = await house.as('d.security_administrator');
});
afterAll(() => house.close());

type Code = 'D' | 'A' | 'A1' | 'A2' | 'B' | 'B1';
let no = 0;

async function program(code: Code, role = 'administrator'): Promise<string> {
  no += 1;
  const { body } = await security
    .post('/applications', {
      ...{ unionId: house.district.unions[code], account: `program.${no}`, name: `应用${no}`, role },
      ...{ purpose: '同步任务', contact: '信息中心 王工' },
    })
    .expect(201);
  return body.id;
}

interface Made {
  readonly application: string;
  readonly id: string;
  readonly token: string;
  readonly version: number;
}

async function keyFor(application: string, scopes: string[], more: object = {}): Promise<Made> {
  const { body } = await security
    .post(`/applications/${application}/keys`, { name: '生产', scopes, ...more })
    .expect(201);
  return { application, id: body.id, token: body.token, version: body.version };
}

const keyAt = async (code: Code, scopes: string[], more: object = {}, role = 'administrator'): Promise<Made> =>
  keyFor(await program(code, role), scopes, more);

const doorOf = ({ token }: { token: string }): Door => openDoor(house.url, token);
const seen = ({ status, body }: Response): [number, string] => [status, body.code];
const from = (test: Test, network: string): Test => test.set('x-forwarded-for', network);
/** Every try from a network of its own, or those before would slow it down. */
const somewhere = (): string => `192.0.2.${(no += 1) % 250}`;
const tried = async (token: string, network = somewhere()): Promise<[number, string]> =>
  seen(await from(openDoor(house.url, token).get('/me'), network));

describe('a program', () => {
  it('is registered by the security administrator, for one union and in one role, and tells with its key who it is', async () => {
    const key = await keyAt('A', ['tasks:read', 'reports:review'], {}, 'reviewer');
    const { body } = await doorOf(key).get('/me').expect(200);
    expect(body).toMatchObject({
      officer: { role: 'reviewer', mustChangePassword: false },
      union: { code: 'A', tier: 'subdistrict' },
      key: { prefix: key.token.split('_')[1], scopes: ['tasks:read', 'reports:review'] },
    });
  });

  it('never signs in with a password', async () => {
    const application = await program('A');
    const { body } = await security.get(`/applications/${application}`).expect(200);
    const answer = await request(house.url).post('/api/v1/session').send({ account: body.account, password: 'null' });
    expect(seen(answer)).toEqual([401, 'signIn.wrong']);
  });

  it('is no officer: nobody finds it among them, gives it a password or a role, or notes it as a leader', async () => {
    const application = await program('D');
    const system = await house.as('d.system_administrator');
    const { body } = await system.get('/officers?pageSize=200').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(application);
    await system.get(`/officers/${application}`).expect(404);
    await system.put(`/officers/${application}/password`, { password: 'First-2026-pass' }, 1).expect(404);
    await security.put(`/officers/${application}/role`, { role: 'administrator' }, 1).expect(404);
    const leader = await system.put(`/unions/${house.district.id}/leader`, { officerId: application });
    expect(seen(leader)).toEqual([422, 'leader.officer']);
  });

  it('belongs to an open union within reach, and to the roles its tier has', async () => {
    const given = { account: 'nobody.app', name: '应用', role: 'viewer', purpose: '试', contact: '王工' };
    await security.post('/applications', { ...given, unionId: newId() }).expect(404);
    const role = 'audit_administrator';
    const wrong = await security.post('/applications', { ...given, role, unionId: house.district.unions.A });
    expect(seen(wrong)).toEqual([422, 'application.districtRole']);
    const taken = await security.post('/applications', {
      ...given,
      account: 'a.viewer',
      unionId: house.district.unions.A,
    });
    expect(taken.status).toBe(409);
  });

  it.each(['d.administrator', 'd.system_administrator', 'd.audit_administrator'])(
    'is nothing to %s: only the security administrator makes keys',
    async (account) => {
      const door = await house.as(account);
      expect(seen(await door.get('/applications'))).toEqual([403, 'role']);
    },
  );

  it('that is stopped loses its keys for good', async () => {
    const key = await keyAt('A', ['tasks:read']);
    await security.patch(`/applications/${key.application}`, { active: false }, 1).expect(200);
    expect(await tried(key.token)).toEqual([401, 'key.revoked']);
    const again = await security.patch(`/applications/${key.application}`, { active: true }, 2).expect(200);
    expect(again.body).toMatchObject({ active: true, liveKeys: 0 });
    expect(await tried(key.token)).toEqual([401, 'key.revoked']);
  });

  it('of a closed union is shut out at once', async () => {
    const key = await keyAt('B1', ['tasks:read']);
    await doorOf(key).get('/community/tasks').expect(200);
    const where = `where id = '${house.district.unions.B1}'`;
    await house.database.query(`update trade_union set closed_on = app_today() - 1 ${where}`);
    expect(await tried(key.token)).toEqual([401, 'key.stopped']);
    await house.database.query(`update trade_union set closed_on = null ${where}`);
  });
});

describe('a key', () => {
  it('is shown once and kept as a hash; what a repeated call is told does not hold it', async () => {
    const application = await program('A');
    const make = (): Test =>
      security
        .post(`/applications/${application}/keys`, { name: '生产', scopes: ['tasks:read'] })
        .set('idempotency-key', `once-${application}`);
    const { body } = await make().expect(201);
    expect(body.token).toMatch(/^sanji_[0-9a-z]{8}_[0-9A-Za-z]{49}$/);
    expect((await make().expect(201)).body).toEqual({ ...body, token: null });
    const secret = body.token.split('_')[2];
    for (const table of ['api_key', 'remembered_answer', 'audit_entry', 'outbox_message']) {
      const [{ found }] = await house.database.query(
        `select count(*)::int as found from ${table} t where t::text like $1`,
        [`%${secret}%`],
      );
      expect([table, found]).toEqual([table, 0]);
    }
    const { text } = await security.get(`/applications/${application}`).expect(200);
    expect(text).not.toContain(secret);
  });

  it('opens what its scopes say and nothing else, and says which it takes', async () => {
    const key = await keyAt('D', ['tasks:read']);
    await doorOf(key).get('/district/tasks').expect(200);
    const answer = await doorOf(key).post('/district/tasks', memberTask);
    expect(seen(answer)).toEqual([403, 'key.scope']);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="sanji", error="insufficient_scope", scope="tasks:write"',
    );
    expect(seen(await doorOf(key).get('/district/reports'))).toEqual([403, 'key.scope']);
  });

  it('opens nothing its program may not do, nor the door of another tier', async () => {
    const key = await keyAt('A', ['tasks:read', 'tasks:write'], {}, 'reporter');
    expect(seen(await doorOf(key).post(`/subdistrict/tasks/${newId()}/shares`, { shares: [] }))).toEqual([403, 'role']);
    expect(seen(await doorOf(key).get('/district/tasks'))).toEqual([403, 'tier']);
  });

  it('never takes the place of a person: own account, sign-ins, messages and keys', async () => {
    const every = (await security.get('/key-scopes').expect(200)).body.items;
    const mine = every.filter(({ roles }: { roles: string[] }) => roles.includes('security_administrator'));
    const scopes = mine.map(({ scope }: { scope: string }) => scope);
    const key = await keyAt('D', scopes, {}, 'security_administrator');
    for (const path of ['/me/sessions', '/me/messages', '/me/desk', '/applications', '/key-scopes'])
      expect([path, ...seen(await doorOf(key).get(path))]).toEqual([path, 403, 'key.peopleOnly']);
    const made = await doorOf(key).post(`/applications/${key.application}/keys`, {
      name: '再来',
      scopes: ['unions:read'],
    });
    expect(seen(made)).toEqual([403, 'key.peopleOnly']);
    expect(seen(await doorOf(key).delete('/session'))).toEqual([403, 'key.peopleOnly']);
  });

  it('of a sub-district sees its own and what lies below: a task of its sibling is not there', async () => {
    const { shareA, shareB } = await assigned(house);
    const key = await keyAt('A', ['tasks:read', 'unions:read']);
    await doorOf(key).get(`/subdistrict/tasks/${shareA}`).expect(200);
    const [sibling, missing] = [
      await doorOf(key).get(`/subdistrict/tasks/${shareB}`),
      await doorOf(key).get(`/subdistrict/tasks/${newId()}`),
    ];
    const facts = ({ status, body: { detail, code } }: Response): unknown => ({ status, detail, code });
    expect(facts(sibling)).toEqual(facts(missing));
    expect(sibling.status).toBe(404);
    expect((await doorOf(key).get(`/unions/${house.district.unions.B}`)).status).toBe(404);
  });

  it('makes no session, takes no cookie and needs no Origin', async () => {
    const key = await keyAt('D', ['tasks:write']);
    const cookie = `sanji_session=${(await house.as('d.viewer')).token}`;
    const answer = await doorOf(key)
      .post('/district/tasks', memberTask)
      .set('cookie', cookie)
      .set('origin', 'https://elsewhere.cn');
    expect(answer.status).toBe(201);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const wrong = await request(house.url)
      .get('/api/v1/me')
      .set('authorization', `Bearer ${key.token.slice(0, -1)}`)
      .set('cookie', cookie)
      .set('x-forwarded-for', somewhere());
    expect(seen(wrong)).toEqual([401, 'key.invalid']);
  });

  it('is named in history by its program, in the audit trail by its prefix as well', async () => {
    const key = await keyAt('D', ['tasks:write']);
    const { body } = await doorOf(key).post('/district/tasks', memberTask).expect(201);
    const auditor = await house.as('d.audit_administrator');
    const trail = await auditor.get(`/audit-entries?subjectId=${body.task.id}`).expect(200);
    const { account } = (await security.get(`/applications/${key.application}`).expect(200)).body;
    expect(trail.body.items).toEqual([
      expect.objectContaining({
        deed: 'task.created',
        account,
        officerId: key.application,
        keyPrefix: key.token.split('_')[1],
      }),
    ]);
    await eventually(async () => {
      const [{ waiting }] = await house.database.query('select count(*)::int as waiting from audit_unsealed');
      expect(waiting).toBe(0);
    });
    expect((await auditor.get('/audit-entries/verification').expect(200)).body.sound).toBe(true);
  });

  it('has a twin while a program changes over, and no third', async () => {
    const first = await keyAt('A', ['tasks:read']);
    const path = `/applications/${first.application}/keys`;
    const second = await security.post(`${path}/${first.id}/rotation`, {}).expect(201);
    expect(await tried(first.token)).toEqual([200, undefined]);
    expect(await tried(second.body.token)).toEqual([200, undefined]);
    expect(second.body.scopes).toEqual(['tasks:read']);
    expect(seen(await security.post(path, { name: '三', scopes: ['tasks:read'] }))).toEqual([409, 'key.tooMany']);
    expect(seen(await security.post(`${path}/${first.id}/rotation`, {}))).toEqual([409, 'key.tooMany']);
    const [{ left }] = await house.database.query(
      'select expires_on - app_today() as left from api_key where id = $1',
      [first.id],
    );
    expect(left).toBe(7);
    await security.delete(`${path}/${first.id}`).expect(204);
    expect(await tried(first.token)).toEqual([401, 'key.revoked']);
    await security.post(path, { name: '三', scopes: ['tasks:read'] }).expect(201);
  });

  it('ends after 180 days unless it says otherwise, and after 366 at the latest', async () => {
    const application = await program('A');
    const key = await keyFor(application, ['tasks:read']);
    const days = 'select expires_on - app_today() as days from api_key where id = $1';
    expect((await house.database.query(days, [key.id]))[0].days).toBe(180);
    const inDays = async (n: number): Promise<string> =>
      (await house.database.query('select (app_today() + $1::int)::text as day', [n]))[0].day;
    for (const n of [0, 367])
      expect(
        seen(
          await security.post(`/applications/${application}/keys`, {
            name: '二',
            scopes: ['tasks:read'],
            expiresOn: await inDays(n),
          }),
        ),
      ).toEqual([422, 'key.tooLong']);
    await keyFor(application, ['tasks:read'], { expiresOn: await inDays(366) });
    await house.database.query('update api_key set expires_on = app_today() where id = $1', [key.id]);
    expect(await tried(key.token)).toEqual([200, undefined]);
    await house.database.query('update api_key set expires_on = app_today() - 1 where id = $1', [key.id]);
    expect(await tried(key.token)).toEqual([401, 'key.expired']);
  });

  it('is refused where its scopes open nothing to the role of its program', async () => {
    const application = await program('A', 'viewer');
    const answer = await security.post(`/applications/${application}/keys`, {
      name: '一',
      scopes: ['tasks:read', 'tasks:write'],
    });
    expect(seen(answer)).toEqual([422, 'key.scopeForRole']);
    expect(answer.body.detail).toContain('tasks:write');
  });

  it('of another district is not there', async () => {
    const key = await keyAt('A', ['tasks:read']);
    const other = await house.as('x.d.security_administrator');
    await other.get(`/applications/${key.application}`).expect(404);
    await other.delete(`/applications/${key.application}/keys/${key.id}`).expect(404);
    expect((await other.get('/applications').expect(200)).body.total).toBe(0);
    const mine = await program('A');
    await security.delete(`/applications/${mine}/keys/${key.id}`).expect(404);
  });

  it('remembers to the minute when and from where it was used last', async () => {
    const key = await keyAt('A', ['tasks:read']);
    await from(doorOf(key).get('/me'), '198.51.100.7').expect(200);
    await eventually(async () => {
      const { body } = await security.get(`/applications/${key.application}`).expect(200);
      expect(body.keys[0]).toMatchObject({ usedFrom: '198.51.100.7', usedAt: expect.any(String) });
      expect(body.usedAt).toBe(body.keys[0].usedAt);
    });
  });
});

describe('networks', () => {
  it.each([
    [['10.20.0.0/16'], '10.20.3.4', 200],
    [['10.20.0.0/16'], '::ffff:10.20.3.4', 200],
    [['10.20.0.0/16'], '10.21.3.4', 403],
    [['10.20.3.4'], '10.20.3.4', 200],
    [['10.20.3.4'], '10.20.3.5', 403],
    [['2001:db8::/32', '10.0.0.0/8'], '2001:db8:1::9', 200],
    [['2001:db8::/32'], '2001:db9::1', 403],
    [['2001:db8::/32'], '10.0.0.1', 403],
    [[], '203.0.113.9', 200],
  ])('%j lets %s in or not: %i', async (networks, network, status) => {
    const key = await keyAt('A', ['tasks:read'], { networks });
    const answer = await from(doorOf(key).get('/me'), network);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.code).toBe('key.network');
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0/8',
    'example.cn',
    '10.0.0.0/-1',
    '::1/129',
    '10.0.0.0/8/8',
    '10.0.0.0/08',
    'fe80::1%eth0',
  ])('%s is none, and the field is named', async (network) => {
    const application = await program('A');
    const given = { name: '一', scopes: ['tasks:read'], networks: ['10.0.0.0/8', network] };
    const { status, body } = await security.post(`/applications/${application}/keys`, given);
    expect([status, body.errors[0].field]).toEqual([422, 'networks[1]']);
  });

  it('and limits change without a new key', async () => {
    const key = await keyAt('A', ['tasks:read']);
    const path = `/applications/${key.application}/keys/${key.id}`;
    await security.patch(path, { networks: ['10.0.0.0/8'] }, 1).expect(200);
    expect(await tried(key.token, '203.0.113.9')).toEqual([403, 'key.network']);
    expect((await security.patch(path, { networks: [] }, 1)).status).toBe(412);
    const { body } = await security.patch(path, { networks: [], readsPerMinute: 7 }, 2).expect(200);
    expect(body).toMatchObject({ readsPerMinute: 7, writesPerMinute: 120, networks: [], version: 3 });
    expect(await tried(key.token, '203.0.113.9')).toEqual([200, undefined]);
  });
});

describe('limits', () => {
  it('are told in headers, and beyond them the key waits', async () => {
    const key = await keyAt('A', ['tasks:read', 'tasks:write'], { readsPerMinute: 3, writesPerMinute: 1 });
    const answers = [];
    for (let times = 0; times < 4; times++) answers.push(await doorOf(key).get('/subdistrict/tasks'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['2', '1', '0', '0']);
    expect(answers[0]?.headers).toMatchObject({
      'ratelimit-limit': '3',
      'ratelimit-reset': '20',
      'ratelimit-policy': '"read";q=3;w=60',
      ratelimit: '"read";r=2;t=20',
    });
    const { headers, body } = answers[3] as Response;
    expect(body.code).toBe('key.tooFast');
    expect(Number(headers['retry-after'])).toBeGreaterThan(15);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(20);
    // writing has a bucket of its own
    expect((await doorOf(key).post(`/subdistrict/tasks/${newId()}/shares`, { shares: [] })).status).not.toBe(429);
    expect((await doorOf(key).post(`/subdistrict/tasks/${newId()}/shares`, { shares: [] })).status).toBe(429);
  });

  it('fill up again as time goes by, never above what they are', async () => {
    const key = await keyAt('A', ['tasks:read'], { readsPerMinute: 3 });
    for (let times = 0; times < 4; times++) await doorOf(key).get('/subdistrict/tasks');
    await house.database.query(`update key_pace set at = at - interval '20 seconds' where key_id = $1`, [key.id]);
    expect((await doorOf(key).get('/subdistrict/tasks')).status).toBe(200);
    expect((await doorOf(key).get('/subdistrict/tasks')).status).toBe(429);
    await house.database.query(`update key_pace set at = at - interval '1 hour' where key_id = $1`, [key.id]);
    expect((await doorOf(key).get('/subdistrict/tasks')).headers['ratelimit-remaining']).toBe('2');
  });

  it('are those of one key: its twin has its own', async () => {
    const key = await keyAt('A', ['tasks:read'], { readsPerMinute: 1 });
    const { body } = await security.post(`/applications/${key.application}/keys/${key.id}/rotation`, {}).expect(201);
    expect((await doorOf(key).get('/me')).status).toBe(200);
    expect((await doorOf(key).get('/me')).status).toBe(429);
    expect((await doorOf(body).get('/me')).status).toBe(200);
  });
});

describe('wrong keys', () => {
  it.each([
    'sanji_',
    'sanji_8h3k2m9q',
    `sanji_8h3k2m9q_${'a'.repeat(49)}`,
    'sanji_8h3k2m9q_工会',
    "sanji_' or 1=1 --_x",
    'sanji_%00_x',
  ])('%s opens nothing', async (token) => {
    const answer = await from(request(house.url).get('/api/v1/me'), somewhere()).set(
      'authorization',
      Buffer.from(`Bearer ${token}`).toString('latin1'),
    );
    expect(seen(answer)).toEqual([401, 'key.invalid']);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('of a prefix that exists are written down, and say nothing more than others', async () => {
    const other = await keyAt('A', ['tasks:read']);
    // written right but for the secret: made as a key is made
    const { token } = newToken();
    await house.database.query('update api_key set prefix = $2 where id = $1', [other.id, token.split('_')[1]]);
    expect(await tried(token)).toEqual([401, 'key.invalid']);
    const auditor = await house.as('d.audit_administrator');
    const { body } = await auditor.get(`/audit-entries?subjectId=${other.id}&deed=key.refused`).expect(200);
    expect(body.items[0]).toMatchObject({ keyPrefix: token.split('_')[1], after: { why: 'key.invalid' } });
  });

  it('slow their network down and nobody else, and no right key', async () => {
    const key = await keyAt('A', ['tasks:read']);
    const wrong = `sanji_8h3k2m9q_${'a'.repeat(49)}`;
    const answers = [];
    for (let times = 0; times < 22; times++) answers.push(await tried(wrong, '203.0.113.77'));
    expect(answers.slice(0, 20).every(([status]) => status === 401)).toBe(true);
    expect(answers.slice(20)).toEqual([
      [429, 'key.tooManyFailures'],
      [429, 'key.tooManyFailures'],
    ]);
    expect(await tried(key.token, '203.0.113.77')).toEqual([200, undefined]);
    expect(await tried(wrong, '203.0.113.78')).toEqual([401, 'key.invalid']);
  });
});

it('live changes are heard with a key until it is revoked', async () => {
  const key = await keyAt('A', ['boards:read']);
  const stop = new AbortController();
  const answer = await fetch(`${house.url}/api/v1/platform/live`, {
    headers: { authorization: `Bearer ${key.token}` },
    signal: stop.signal,
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('hello');
  await security.delete(`/applications/${key.application}/keys/${key.id}`).expect(204);
  let part = await reader?.read();
  while (part?.done === false) part = await reader?.read();
  expect(part?.done).toBe(true);
  stop.abort();
});

describe('the end of a key', () => {
  afterAll(() => house.clock.set(null));
  const at = (day: string, hour = '09:00'): void => house.clock.set(new Date(`${day}T${hour}:00+08:00`));
  const read = async (account = 'd.security_administrator'): Promise<string[]> => {
    await house.app.get(Deeds).transaction((tx) => tellEndingKeys(tx, undefined));
    const rows: { items: { words: { zh: string } }[] }[] = await house.database.query(
      `select m.items from message m join officer o on o.id = m.officer_id where o.account = $1 and m.items::text like '%接口密钥%'
       order by m.created_at, m.id`,
      [account],
    );
    return rows.map(({ items }) => items.map(({ words }) => words.zh).join('|'));
  };

  it('is told to the security administrators of the district fourteen and three days before, once each, by day', async () => {
    const ending = async (code: Code, name: string, madeOn: string, expiresOn: string): Promise<Made> => {
      const key = await keyAt(code, ['tasks:read'], { name });
      await house.database.query(`update api_key set created_at = $2::date, expires_on = $3 where id = $1`, [
        ...[key.id, madeOn, expiresOn],
      ]);
      return key;
    };
    await ending('A', '甲', '2027-03-01', '2027-03-31');
    const revoked = await ending('B', '乙', '2027-03-01', '2027-03-31');
    await security.delete(`/applications/${revoked.application}/keys/${revoked.id}`).expect(204);
    // made inside the fourteen days: who made it knows
    await ending('A1', '丙', '2027-03-16', '2027-03-29');
    at('2027-03-16');
    expect(await read()).toEqual([]);
    at('2027-03-17', '07:59');
    expect(await read()).toEqual([]);
    at('2027-03-17');
    const [first, ...more] = await read();
    expect(first).toContain('“甲”');
    expect(first).toContain('还有 14 天到期，2027-03-31 之后不能再用');
    expect(more).toEqual([]);
    at('2027-03-18');
    expect(await read()).toHaveLength(1);
    at('2027-03-26');
    expect((await read())[1]).toContain('“丙”');
    at('2027-03-28');
    const third = await read();
    expect(third).toHaveLength(3);
    expect(third[2]).toMatch(/“甲”.*还有 3 天到期/);
    expect(await read('d.administrator')).toEqual([]);
    expect(await read('a.administrator')).toEqual([]);
  });
});
