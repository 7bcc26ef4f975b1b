/** What administrators look for: an officer among thousands, an entry of the audit trail. */
import { seedDistrict } from '../support/district';
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await seedDistrict(house.database, 'x.');
});
afterAll(() => house.close());

describe('officers', () => {
  const found = async (query: string, account = 'd.system_administrator'): Promise<string[]> => {
    const { body } = await (await house.as(account)).get(`/officers?pageSize=200&${query}`).expect(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map((officer: { account: string }) => officer.account);
  };

  it('are found by part of a name or an account, whatever the capitals; signs of a pattern are letters', async () => {
    const officer = {
      unionId: house.district.unions.A1,
      account: 'li_1',
      name: '李秀英 Ann',
      password: 'First-2026-pass',
    };
    await (await house.as('d.system_administrator')).post('/officers', officer).expect(201);
    for (const q of ['秀英', 'ANN', 'LI_1', ' 李秀 '])
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual(['li_1']);
    expect(await found('q=a1.re')).toEqual(['a1.reporter', 'a1.reviewer']);
    for (const q of ['%', 'i%1', '\\', "'"]) expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
    expect(await found('q=_')).toEqual(await found('q=%5F'));
  });

  it('are found by role and by whether they may sign in', async () => {
    const system = await house.as('d.system_administrator');
    expect(await found('role=reviewer&q=a')).toEqual(['a.reviewer', 'a1.reviewer', 'a2.reviewer']);
    const { id, version } = (await system.get('/officers?q=b1.viewer').expect(200)).body.items[0];
    await system.patch(`/officers/${id}`, { active: false }, version).expect(200);
    expect(await found('active=false')).toEqual(['b1.viewer']);
    expect(await found('active=true&q=b1.')).toEqual(['b1.administrator', 'b1.reporter', 'b1.reviewer']);
  });

  it('of other unions stay out of sight of a union’s administrator, however he looks for them', async () => {
    expect(await found('q=reporter', 'a.administrator')).toEqual(['a.reporter', 'a1.reporter', 'a2.reporter']);
    expect(await found('q=b1', 'a.administrator')).toEqual([]);
    expect((await found('q=reporter')).some((account) => account.startsWith('x.'))).toBe(false);
  });
});

describe('the audit trail', () => {
  const entries = async (query: string): Promise<{ deed: string; account: string; at: string }[]> =>
    (await (await house.as('d.audit_administrator')).get(`/audit-entries?pageSize=200&${query}`).expect(200)).body
      .items;

  it('is read by deed, by account and by Shanghai day, the newest first', async () => {
    const system = await house.as('d.system_administrator');
    const rename = async (moment: string, name: string) => {
      house.clock.set(new Date(moment));
      const { version } = (await system.get(`/unions/${house.district.unions.A}`).expect(200)).body;
      await system.patch(`/unions/${house.district.unions.A}`, { name }, version).expect(200);
    };
    // the second minute of the 2nd of March in Shanghai, then the last one
    await rename('2026-03-01T16:01:00Z', '一');
    await rename('2026-03-02T15:59:00Z', '二');
    await rename('2026-03-02T16:01:00Z', '三');
    house.clock.set(null);
    const day = await entries('from=2026-03-02&to=2026-03-02');
    expect(day.map(({ at }) => at)).toEqual(['2026-03-02T15:59:00.000Z', '2026-03-01T16:01:00.000Z']);
    const renamed = await entries('deed=union.changed&account=D.System_Administrator&from=2026-03-01');
    expect(renamed.map(({ at }) => at)).toEqual([
      '2026-03-02T16:01:00.000Z',
      '2026-03-02T15:59:00.000Z',
      '2026-03-01T16:01:00.000Z',
    ]);
    expect(await entries('deed=union.changed&account=d.viewer')).toEqual([]);
    expect(await entries('from=2026-03-03&to=2026-03-02')).toEqual([]);
    expect((await entries('')).map(({ at }) => at)).toEqual(
      (await entries(''))
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('names a filter that is wrong', async () => {
    const auditor = await house.as('d.audit_administrator');
    for (const [query, field] of [
      ['from=2026-02-30', 'from'],
      ['to=x', 'to'],
      ['deed=%27%20or%201', 'deed'],
      ['account=%00', 'account'],
      ['subjectId=1', 'subjectId'],
    ]) {
      const { body } = await auditor.get(`/audit-entries?${query}`).expect(422);
      expect(body.errors).toMatchObject([{ field }]);
    }
  });
});
