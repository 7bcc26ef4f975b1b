/** The enterprise register (企业库): taken in out of spreadsheets, dated, with a history, counted gross and verified. */
import type { Response } from 'supertest';
import { whereOf } from '../../src/enterprise/enterprise-filter';
import { House } from '../support/house';
import { picture } from '../support/picture';
import { codeOf, csvOf, takenIn } from '../support/register';

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
});
afterAll(() => house.close());

const at = (moment: string): void => house.clock.set(new Date(moment));

const row = (no: number, rest = '甲一社区工联会,非公,100,97,2012-05-01,2027-05-01,2008-01-01'): string =>
  `${codeOf(no)},第${no}企业,${rest}`;

describe('a spreadsheet', () => {
  it('changes nothing when tried, is taken in once, and the second time says that all of it stood there', async () => {
    const d = await house.as('d.administrator');
    const file = csvOf(row(1), row(2), row(3, '甲二社区工联会,非公,,,,,'), row(4, 'B1,公有,0,0,,,'));
    const tried = await takenIn(d, file, '?dryRun=true');
    expect(tried).toMatchObject({ status: 'done', dryRun: true, total: 4, done: 4, created: 4, faulty: 0 });
    expect((await d.get('/district/enterprises').expect(200)).body.total).toBe(0);
    expect(await takenIn(d, file)).toMatchObject({ status: 'done', created: 4, changed: 0, unchanged: 0, faulty: 0 });
    expect(await takenIn(d, file)).toMatchObject({ status: 'done', created: 0, changed: 0, unchanged: 4 });
    const { body } = await d.get('/district/enterprises?sort=creditCode').expect(200);
    expect(body.items.map((each: { workers: number | null }) => each.workers)).toEqual([100, 100, null, 0]);
    expect(body).toMatchObject({ total: 4, workers: 200, members: 194 });
  });

  it('says row by row what is wrong, and takes the rest', async () => {
    const d = await house.as('d.administrator');
    const wrong = `${codeOf(11).slice(0, 17)}${codeOf(11).endsWith('1') ? '2' : '1'}`;
    const file = csvOf(
      row(10),
      row(11).replace(codeOf(11), wrong),
      row(12, '天上工会,非公,1,2,,,'),
      row(13, '甲一社区工联会,私,x,,2012-02-30,,'),
      row(10),
      row(14, ',非公,,,,,'),
    );
    const intake = await takenIn(d, file);
    expect(intake).toMatchObject({ status: 'done', total: 6, created: 1, faulty: 5 });
    const { body } = await d.get(`/intakes/${intake.id}/faults`).expect(200);
    expect(body.items.map(({ row: at, column, code }: Record<string, unknown>) => [at, column, code])).toEqual([
      [3, '统一社会信用代码', 'enterprise.code'],
      [4, '所属工会', 'enterprise.unknownUnion'],
      [4, '会员人数', 'enterprise.members'],
      [5, '企业性质', 'oneOf'],
      [5, '职工人数', 'wholeNumber'],
      [5, '建会日期', 'day'],
      [6, null, 'intake.twice'],
      [7, '所属工会', 'required'],
    ]);
  });
});

describe('an enterprise', () => {
  let id: string;
  let version: number;
  beforeAll(async () => {
    const given = { creditCode: codeOf(100), name: '海山机械', kind: 'non_public', openedOn: '2014-01-01' };
    const counted = { workers: 300, members: 200, countedOn: '2014-12-31', unionEstablishedOn: '2014-06-01' };
    const { body } = await (
      await house.as('a1.reporter')
    )
      .post('/community/enterprises', { ...given, ...counted })
      .expect(201);
    ({ id, version } = body);
  });

  it('is counted anew, moves and is looked up by the name it has: what was, is still answered', async () => {
    const [own, above, d] = [
      await house.as('a1.reporter'),
      await house.as('a.administrator'),
      await house.as('d.viewer'),
    ];
    const counted = { countedOn: '2026-06-30', workers: 320, members: 310 };
    await own.put(`/community/enterprises/${id}/headcount`, counted, version).expect(200);
    const stale = await own.put(`/community/enterprises/${id}/headcount`, counted, version);
    expect(stale.status).toBe(412);
    const moved = { unionId: house.district.unions.A2, since: '2026-06-15', reason: '搬迁' };
    await above.put(`/subdistrict/enterprises/${id}/placement`, moved, version + 1).expect(200);
    await own.get(`/community/enterprises/${id}`).expect(404);
    const history = await above.get(`/subdistrict/enterprises/${id}/history`).expect(200);
    expect(history.body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['moved', 'counted', 'registered']);
    expect(history.body.places).toMatchObject([
      { since: '2026-06-15', until: null, unionName: '甲二社区工联会' },
      { since: '2014-01-01', until: '2026-06-14', unionName: '甲一社区工联会' },
    ]);
    const { A, A1, A2 } = house.district.unions;
    const rate = async (unionId: string, on: string) => {
      const { body } = await d.get(`/district/enterprises/rates?unionId=${unionId}&on=${on}`).expect(200);
      return [body.counts.workers, body.counts.members, body.membership.gross.percent];
    };
    expect(await rate(A, '2014-12-31')).toEqual([300, 200, '66.7']);
    expect(await rate(A1, '2014-12-31')).toEqual([300, 200, '66.7']);
    expect(await rate(A2, '2014-12-31')).toEqual([0, 0, null]);
    expect((await rate(A2, '2026-07-01')).slice(0, 2)).toEqual([320, 310]);
    const found = await d.get('/district/enterprises?q=海山机械').expect(200);
    expect(found.body).toMatchObject({
      total: 1,
      items: [{ id, unionName: '甲二社区工联会', placedSince: '2026-06-15' }],
    });
  });

  it('is closed from a day on and gone from the counts; a sibling never saw it', async () => {
    const own = await house.as('a2.reporter');
    await (await house.as('b1.reporter')).get(`/community/enterprises/${id}`).expect(404);
    const before = await own.get('/community/enterprises/rates').expect(200);
    await own.put(`/community/enterprises/${id}/closure`, { closedOn: '2026-06-20', reason: '注销' }, 3).expect(200);
    await own.patch(`/community/enterprises/${id}`, { name: '更名' }, 4).expect(409);
    const after = await own.get('/community/enterprises/rates').expect(200);
    expect(before.body.counts.preset - after.body.counts.preset).toBe(1);
    const earlier = await own.get('/community/enterprises/rates?on=2026-06-19').expect(200);
    expect(earlier.body.counts.workers).toBe(300);
  });
});

describe('a search', () => {
  const named = async (q: string): Promise<string[]> => {
    const d = await house.as('d.viewer');
    const { body } = await d.get(`/district/enterprises?sort=creditCode&q=${encodeURIComponent(q)}`).expect(200);
    return body.items.map(({ name }: { name: string }) => name);
  };
  beforeAll(async () => {
    const names = ['盐田港物流（深圳）有限公司', '深圳盐田田园ABC科技', '鑫盛田港盐业', '园田科技 分公司'];
    const own = await house.as('b1.reporter');
    for (const [no, name] of names.entries())
      await own.post('/community/enterprises', { creditCode: codeOf(77_100 + no), name, kind: 'public' }).expect(201);
  });

  it('finds any part of a name: one character, two, more of them in a row, whatever their width and size', async () => {
    expect(await named('鑫')).toEqual(['鑫盛田港盐业']);
    expect(await named('盐田')).toEqual(['盐田港物流（深圳）有限公司', '深圳盐田田园ABC科技']);
    expect(await named('田港')).toEqual(['盐田港物流（深圳）有限公司', '鑫盛田港盐业']);
    expect(await named('盐田港')).toEqual(['盐田港物流（深圳）有限公司']);
    expect(await named('盐田园')).toEqual([]);
    expect(await named('(深圳)')).toEqual(['盐田港物流（深圳）有限公司']);
    expect(await named('ａｂｃ科')).toEqual(['深圳盐田田园ABC科技']);
    expect(await named('科技 分')).toEqual(['园田科技 分公司']);
    expect(await named('科技分公')).toEqual(['园田科技 分公司']);
    expect(await named('公司 深圳')).toEqual(['盐田港物流（深圳）有限公司']);
    expect(await named('没有_这%家')).toEqual([]);
  });

  it('finds the beginning of a credit code, in small letters and with gaps too, and never its middle', async () => {
    const code = codeOf(77_101);
    for (const q of [code, code.toLowerCase(), `${code.slice(0, 8)} ${code.slice(8)}`])
      expect(await named(q)).toEqual(['深圳盐田田园ABC科技']);
    expect(await named(code.slice(0, 15))).toHaveLength(4);
    expect(await named(code.slice(3))).toEqual([]);
  });

  it('reads indexes, not the register', async () => {
    const runner = house.database.createQueryRunner();
    await runner.startTransaction();
    try {
      const [{ id: districtId, path }] = await runner.query(`select id, path from trade_union where tier = 'district'`);
      await runner.query(
        `insert into enterprise (district_id, id, credit_code, name, kind, union_id, placed_since, opened_on)
         select $1, gen_random_uuid(), 'T' || lpad(no::text, 17, '0'), '第' || no || '号科技有限公司', 'public', $2, '2020-01-01',
           '2020-01-01' from generate_series(1, 5000) no`,
        [districtId, house.district.unions.B1],
      );
      await runner.query('analyze enterprise');
      const plan = async (q: string): Promise<string> => {
        const { where, values } = whereOf(districtId, path, { q });
        const sql = `explain select e.id from enterprise e join trade_union u on u.district_id = $1 and u.id = e.union_id where ${where}`;
        return JSON.stringify(await runner.query(sql, values));
      };
      expect(await plan('鑫盛')).toContain('enterprise_sought');
      const byCode = await plan('T0000000000000432');
      expect(byCode).toContain('enterprise_code');
      expect(byCode).toContain('enterprise_sought');
      expect(byCode).not.toContain('Seq Scan on enterprise');
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});

describe('what an enterprise is', () => {
  let id: string;
  let version = 1;
  const change = async (given: object) => {
    const door = await house.as('b1.reporter');
    const { body } = await door.patch(`/community/enterprises/${id}`, given, version).expect(200);
    ({ version } = body);
    return body;
  };
  const on = async (day?: string) => {
    const d = await house.as('d.viewer');
    const { B1 } = house.district.unions;
    const of = `unionId=${B1}${day === undefined ? '' : `&on=${day}`}`;
    const { body } = await d.get(`/district/enterprises/rates?kind=non_public&${of}`).expect(200);
    const own = await house.as('b1.viewer');
    const lists = await own
      .get(`/community/enterprises/derived-lists${day === undefined ? '' : `?on=${day}`}`)
      .expect(200);
    const count = (name: string): number =>
      lists.body.items.find(({ list }: { list: string }) => list === name).enterprises;
    return [body.counts.preset, count('withoutCommittees'), count('termEnding')];
  };
  beforeAll(async () => {
    const facts = {
      kind: 'non_public',
      openedOn: '2014-01-01',
      unionEstablishedOn: '2014-02-01',
      termEndsOn: '2019-01-31',
    };
    const given = { creditCode: codeOf(300), name: '远帆电子', workers: 500, countedOn: '2014-01-01', ...facts };
    const { body } = await (await house.as('b1.reporter')).post('/community/enterprises', given).expect(201);
    ({ id } = body);
    version = body.version;
  });

  it('holds from the day on that is told: rates and lists of earlier days stay', async () => {
    expect(await on()).toEqual([1, 1, 1]);
    await change({
      kind: 'public',
      mediation: true,
      legalSupervision: true,
      termEndsOn: '2029-01-31',
      since: '2026-06-01',
    });
    expect(await on()).toEqual([0, 0, 0]);
    expect(await on('2026-06-01')).toEqual([0, 0, 0]);
    expect(await on('2026-05-31')).toEqual([1, 1, 1]);
    expect(await on('2018-11-30')).toEqual([1, 1, 0]);
    await change({ kind: 'non_public' });
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ]);
    const { body } = await (await house.as('b1.viewer')).get(`/community/enterprises/${id}/history`).expect(200);
    expect(body.former).toEqual([
      { fact: 'kind', until: '2026-06-30', value: 'public' },
      { fact: 'kind', until: '2026-05-31', value: 'non_public' },
      { fact: 'legalSupervision', until: '2026-05-31', value: null },
      { fact: 'mediation', until: '2026-05-31', value: null },
      { fact: 'termEndsOn', until: '2026-05-31', value: '2019-01-31' },
    ]);
  });

  it('is corrected by telling an earlier day, overrules what was told of later ones, and never from a day to come', async () => {
    await change({ kind: 'public', since: '2020-01-01' });
    expect([await on('2019-12-31'), await on('2026-05-01'), await on()]).toEqual([
      [1, 1, 1],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    await change({ kind: 'non_public', since: '2013-01-01' });
    expect([await on('2014-06-01'), await on()]).toEqual([
      [1, 1, 0],
      [1, 0, 0],
    ]);
    const door = await house.as('b1.reporter');
    const later = await door.patch(`/community/enterprises/${id}`, { industry: '电子', since: '2026-07-02' }, version);
    expect([later.status, later.body.errors[0].field]).toEqual([422, 'since']);
  });

  it('is told by a spreadsheet from the day of the spreadsheet on', async () => {
    const line = `${codeOf(300)},远帆电子,乙一社区工联会,公有,,,,,`;
    const taken = await takenIn(await house.as('b1.reporter'), csvOf(line), '?countedOn=2025-12-31');
    expect(taken).toMatchObject({ status: 'done', changed: 1 });
    expect([await on('2025-12-30'), await on('2025-12-31'), await on()]).toEqual([
      [1, 1, 1],
      [0, 1, 1],
      [0, 0, 0],
    ]);
  });
});

describe('a verification', () => {
  const propose = async (who: string, ids: string[], finding = 'nonexistent') =>
    (await house.as(who)).post('/community/verifications', { enterpriseIds: ids, finding, reason: '查无此企' });
  const decide = async (who: string, verificationId: string, outcome = 'accepted', reason?: string) =>
    (await house.as(who)).post('/subdistrict/verifications/decisions', {
      decisions: [{ verificationId, outcome, reason }],
    });
  const rates = async () => (await (await house.as('b1.viewer')).get('/community/enterprises/rates').expect(200)).body;

  it('needs evidence and a second person of the tier above; both rates are told, and it can be taken back the same way', async () => {
    at('2026-07-02T02:00:00Z');
    const own = await house.as('b1.reporter');
    const made: string[] = [];
    for (const no of [201, 202, 203]) {
      const union = no === 203 ? {} : { unionEstablishedOn: '2020-01-01' };
      const given = { creditCode: codeOf(no), name: `企业${no}`, kind: 'non_public', ...union };
      made.push((await own.post('/community/enterprises', given).expect(201)).body.id);
    }
    const [, , gone = ''] = made;
    const proposed = await propose('b1.reporter', [gone]);
    expect(proposed.status).toBe(201);
    const [{ id }] = proposed.body.items;
    expect((await propose('b1.administrator', [gone])).status).toBe(409);
    expect((await decide('b.administrator', id)).body.code).toBe('verification.noEvidence');
    await own
      .post(`/community/verifications/${id}/evidence`)
      .attach('file', await picture(), '走访.jpg')
      .expect(201);
    expect((await decide('a.administrator', id)).status).toBe(422);
    expect((await decide('b.administrator', id, 'refused')).body.code).toBe('verification.reason');
    const desk = await (await house.as('b.reviewer')).get('/me/desk').expect(200);
    expect(desk.body.now).toContainEqual(expect.objectContaining({ kind: 'verification', target: '1', unit: '家' }));
    const before = await rates();
    expect(before.establishment.gross).toEqual(before.establishment.verified);
    expect((await decide('b.reviewer', id)).status).toBe(201);
    expect((await decide('b.reviewer', id)).status).toBe(409);
    const after = await rates();
    expect(after.counts.excluded).toBe(1);
    expect(after.establishment.gross).toEqual(before.establishment.gross);
    expect(after.establishment.verified.denominator).toBe(before.establishment.verified.denominator - 1);
    const yesterday = await own.get('/community/enterprises/rates?on=2026-07-01').expect(200);
    expect(yesterday.body.counts.excluded).toBe(0);
    const back = await propose('b1.reporter', [gone], 'normal');
    expect((await decide('b.administrator', back.body.items[0].id)).status).toBe(201);
    expect((await rates()).counts.excluded).toBe(0);
  });

  it('is never decided by the person who proposed it, whatever union he works for by then', async () => {
    const own = await house.as('b1.administrator');
    const list = await own.get('/community/enterprises?q=企业201').expect(200);
    const proposed = await propose('b1.administrator', [list.body.items[0].id], 'abnormal');
    const [{ id }] = proposed.body.items;
    await own
      .post(`/community/verifications/${id}/evidence`)
      .attach('file', await picture(), '走访.jpg')
      .expect(201);
    await house.database.query(
      `update enterprise_verification set proposed_by =
      (select id from officer where account = 'b.administrator') where id = $1`,
      [id],
    );
    expect((await decide('b.administrator', id)).body.code).toBe('verification.samePerson');
    const desk = await (await house.as('b.administrator')).get('/me/desk').expect(200);
    expect(desk.body.now.filter(({ kind }: { kind: string }) => kind === 'verification')).toEqual([]);
    expect((await decide('b.reviewer', id)).status).toBe(201);
  });
});

describe('a union that closes', () => {
  it('does not close over its enterprises: another union is named that takes them over, and what was, stays', async () => {
    const { A1, A2, B1, D } = house.district.unions;
    const [system, d] = [await house.as('d.system_administrator'), await house.as('d.viewer')];
    const given = { creditCode: codeOf(400), name: '今日企业', kind: 'public', workers: 10 };
    const { body: fresh } = await (await house.as('a2.reporter')).post('/community/enterprises', given).expect(201);
    const counted = async (unionId: string, on = '2026-07-02') => {
      const { body } = await d.get(`/district/enterprises/rates?unionId=${unionId}&on=${on}`).expect(200);
      return body.counts.preset;
    };
    const [here, there, then, before] = [
      await counted(A2),
      await counted(A1),
      await counted(A2, '2026-07-01'),
      await counted(A1, '2026-07-01'),
    ];
    expect([here, then]).toEqual([2, 1]);
    const version = (await system.get(`/unions/${A2}`).expect(200)).body.version;
    const close = (successorId?: string) =>
      system.put(`/unions/${A2}/closure`, { closedOn: '2026-07-01', reason: '社区合并', successorId }, version);
    const refused = await close();
    expect([refused.status, refused.body.code]).toEqual([409, 'union.hasEnterprises']);
    expect(refused.body.detail).toContain('2 家');
    for (const wrong of [A2, D]) expect((await close(wrong)).body.errors).toMatchObject([{ field: 'successorId' }]);
    expect((await close('01900000-0000-7000-8000-000000000000')).status).toBe(404);
    expect(await counted(A2)).toBe(2);
    expect((await close(A1)).status).toBe(200);
    expect([await counted(A2), await counted(A1)]).toEqual([0, there + 2]);
    expect([await counted(A2, '2026-07-01'), await counted(A1, '2026-07-01')]).toEqual([then, before]);
    const { body } = await d.get(`/district/enterprises/${fresh.id}/history`).expect(200);
    expect(body.places).toMatchObject([{ since: '2026-07-02', until: null, unionId: A1, reason: '社区合并' }]);
    expect(body.changes[0]).toMatchObject({ no: 2, kind: 'moved', reason: '社区合并' });
    const late = await takenIn(await house.as('d.administrator'), csvOf(row(401, 'A2,公有,1,1,,,')));
    expect(late).toMatchObject({ created: 0, faulty: 1 });
    expect((await close(B1)).status).toBe(412);
  });
});

describe('the platform', () => {
  it('shows what the register counts, and says in the feed what was found', async () => {
    await house.settled();
    const d = await house.as('d.viewer');
    const [board, register, feed] = await Promise.all([
      d.get('/platform/boards/enterprises').expect(200),
      d.get('/district/enterprises/rates').expect(200),
      d.get('/platform/feed?limit=50').expect(200),
    ]);
    const { preset, excluded, workersVerified, membersVerified } = register.body.counts;
    expect(board.body.total).toMatchObject({ preset, excluded, workers: workersVerified, members: membersVerified });
    expect(board.body.total.establishmentVerified).toBe(register.body.establishment.verified.percent);
    expect(board.body.rows.map(({ unionName }: { unionName: string }) => unionName)).toEqual([
      '甲街道总工会',
      '乙街道总工会',
    ]);
    expect(feed.body.items.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining([
        '乙一社区工联会的“企业203”经核查认定为事实不存在',
        '甲二社区工联会的企业“海山机械”划转而来：搬迁',
        '甲一社区工联会接收甲二社区工联会的 2 家企业：社区合并',
      ]),
    );
    const [{ wrong }]: [{ wrong: number }] = await house.database.query(
      `select count(*)::int as wrong from enterprise_count c left join (
         select union_id, kind, count(*) as n, sum(workers) as workers, count(*) filter (where standing <> 'normal') as gone
         from enterprise where closed_on is null group by 1, 2) e on e.union_id = c.union_id and e.kind = c.kind
       where (c.preset, c.excluded, c.workers) is distinct from (coalesce(e.n, 0), coalesce(e.gone, 0), coalesce(e.workers, 0))`,
    );
    expect(wrong).toBe(0);
  });
});

describe('a list to look after', () => {
  it('holds what it says, counts it, and leaves the house as a spreadsheet that can come back', async () => {
    const d = await house.as('d.administrator');
    const lists = await d.get('/district/enterprises/derived-lists').expect(200);
    for (const { list, enterprises } of lists.body.items as { list: string; enterprises: number }[]) {
      const { body } = await d.get(`/district/enterprises?list=${list}`).expect(200);
      expect([list, body.total]).toEqual([list, enterprises]);
    }
    const sheet = await d.get('/district/enterprises/spreadsheet?list=withoutUnion').buffer().parse(bytes).expect(200);
    expect(sheet.headers['content-disposition']).toContain(encodeURIComponent('企业库.xlsx'));
    const again = await takenIn(d, sheet.body as Buffer, '', '企业库.xlsx');
    const [{ enterprises }] = lists.body.items;
    expect(again).toMatchObject({ status: 'done', total: enterprises, unchanged: enterprises, faulty: 0 });
  });
});

/** The body of an answer as it came. */
function bytes(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
}
