/** Division and what happens to it (任务分解、调整、撤回): nothing is silently left over, nothing changes without a reason. */
import { House, type Door } from '../support/house';
import { assigned, cascaded, memberTask, onBoard, submitted } from '../support/task';

let house: House;
let district: Door;
let a: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  [district, a] = [await house.as('d.administrator'), await house.as('a.administrator')];
});
afterAll(() => house.close());

/** A's share, signed for and not yet divided. */
async function signed(): Promise<{ root: string; shareA: string }> {
  const { root, shareA } = await assigned(house);
  await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
  return { root, shareA };
}
const divide = (task: string, shares: object[], more: object = {}) =>
  a.post(`/subdistrict/tasks/${task}/shares`, { shares, ...more });
const read = async (door: Door, path: string): Promise<Record<string, never>> =>
  (await door.get(path).expect(200)).body;

describe('a cascade', () => {
  it('that falls short says why, and shows what remains', async () => {
    const [{ shareA }, { A1, A2 }] = [await signed(), house.district.unions];
    const shares = [{ unionId: A1, target: '35' }];
    const refused = await divide(shareA, shares).expect(422);
    expect(refused.body).toMatchObject({ code: 'cascade.shortfall', errors: [{ field: 'shortfallReason' }] });
    expect(refused.body.detail).toContain('25');
    expect(await read(a, `/subdistrict/tasks/${shareA}/shares`)).toMatchObject({ shares: [], remainder: '60' });
    const { body } = await divide(shareA, shares, { shortfallReason: '甲二社区尚在筹建' }).expect(201);
    expect(body).toMatchObject({ allocated: '35', remainder: '25', task: { shortfallReason: '甲二社区尚在筹建' } });
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({
      allocated: '35',
      remainder: '25',
      shortfallReason: '甲二社区尚在筹建',
    });
    const rest = await divide(shareA, [{ unionId: A2, target: '25' }]).expect(201);
    expect(rest.body).toMatchObject({ remainder: '0', task: { shortfallReason: null } });
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({ remainder: '0', shortfallReason: null });
  });

  it('may ask for more than the share', async () => {
    const [{ shareA }, { A1, A2 }] = [await signed(), house.district.unions];
    const { body } = await divide(
      shareA,
      [
        { unionId: A1, target: '50' },
        { unionId: A2, target: '30' },
      ],
      { shortfallReason: '不足' },
    ).expect(201);
    expect(body).toMatchObject({ allocated: '80', remainder: '-20', task: { shortfallReason: null } });
  });

  it('goes to own open children only, and to each once', async () => {
    const [{ shareA }, { A, A1, A2, B, B1, D }] = [await signed(), house.district.unions];
    for (const unionId of [A, B, B1, D]) {
      const refused = await divide(shareA, [
        { unionId: A1, target: '30' },
        { unionId, target: '30' },
      ]).expect(422);
      expect(refused.body).toMatchObject({ code: 'share.union', errors: [{ field: 'shares[1].unionId' }] });
    }
    const twice = [
      { unionId: A1, target: '30' },
      { unionId: A1, target: '30' },
    ];
    expect((await divide(shareA, twice).expect(422)).body.errors).toMatchObject([
      { field: 'shares[1].unionId', code: 'share.twice' },
    ]);
    await divide(shareA, [{ unionId: A1, target: '60' }]).expect(201);
    expect((await divide(shareA, [{ unionId: A1, target: '1' }]).expect(409)).body).toMatchObject({
      code: 'share.exists',
    });
    expect(await read(a, `/subdistrict/tasks/${shareA}/shares`)).toMatchObject({ allocated: '60' });
    await (
      await house.as('d.system_administrator')
    )
      .put(`/unions/${A2}/closure`, { closedOn: '2026-06-30', reason: '合并' }, 1)
      .expect(200);
    expect((await divide(shareA, [{ unionId: A2, target: '1' }]).expect(422)).body).toMatchObject({
      code: 'share.union',
    });
    await house.database.query('update trade_union set closed_on = null where id = $1', [A2]);
  });

  it('of two at the same moment keeps both in sight: nothing is handed down twice', async () => {
    const [{ shareA }, { A1 }] = [await signed(), house.district.unions];
    const answers = await Promise.all([1, 2, 3].map(() => divide(shareA, [{ unionId: A1, target: '60' }])));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
  });

  it('waits for the signature, and every wrong share is named at once', async () => {
    const [{ shareA }, { A1, A2 }] = [await assigned(house), house.district.unions];
    expect((await divide(shareA, [{ unionId: A1, target: '60' }]).expect(409)).body).toMatchObject({
      code: 'task.notSigned',
    });
    await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
    expect((await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(409)).body).toMatchObject({
      code: 'task.alreadySigned',
    });
    const wrong = await divide(shareA, [
      { unionId: A1, target: '1.5' },
      { unionId: A2, target: '0', dueOn: '2027-01-01' },
    ]).expect(422);
    expect(wrong.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'shares[0].target',
      'shares[1].target',
      'shares[1].dueOn',
    ]);
  });
});

describe('a change', () => {
  it('comes from the tier above only, with a reason, from who saw the present version, and is kept in the history', async () => {
    const { root, shareA } = await signed();
    const path = `/district/tasks/${root}/shares/${shareA}`;
    const change = { target: '70', dueOn: '2026-11-30', reason: '企业迁入' };
    await district.patch(path, { target: '70' }, 2).expect(422);
    await district.patch(path, { reason: '企业迁入' }, 2).expect(422);
    await house.as('a.administrator').then((door) => door.patch(`/subdistrict/tasks/${shareA}`, change, 2).expect(404));
    await a.patch(`/subdistrict/tasks/${root}/shares/${shareA}`, change, 2).expect(404);
    await a.patch(`/subdistrict/tasks/${shareA}/shares/${shareA}`, change, 2).expect(404);
    expect((await district.put('/me/password').expect(422)).status).toBe(422);
    await district.post(path, change).expect(404);
    expect((await district.patch(path, change, 1).expect(412)).body).toMatchObject({ code: 'changedMeanwhile' });
    const { body } = await district.patch(path, change, 2).expect(200);
    expect(body).toMatchObject({ allocated: '110', remainder: '-10' });
    expect(await read(a, `/subdistrict/tasks/${shareA}`)).toMatchObject({
      target: '70',
      dueOn: '2026-11-30',
      changes: [
        { field: 'target', before: '60', after: '70', reason: '企业迁入' },
        { field: 'dueOn', before: '2026-12-31', after: '2026-11-30', reason: '企业迁入' },
      ],
    });
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({ target: '70', dueOn: '2026-11-30' });
  });

  it('of a due day pulls in everything below it, never out, and never past a start', async () => {
    const { root, shareA } = await signed();
    const { A1, A2 } = house.district.unions;
    const early = { unionId: A2, target: '20', startOn: '2026-09-01', dueOn: '2026-10-31' };
    const { body } = await divide(shareA, [{ unionId: A1, target: '40' }, early]).expect(201);
    const ids = body.shares.map((share: { id: string }) => share.id);
    const dueDays = async () =>
      (await read(a, `/subdistrict/tasks/${shareA}/shares`))['shares'] as unknown as { dueOn: string }[];
    const change = (dueOn: string, version: number) =>
      district.patch(`/district/tasks/${root}`, { dueOn, reason: '提前' }, version);
    await change('2026-11-30', 2).expect(200);
    expect((await dueDays()).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', '2026-10-31']);
    expect(await read(a, `/subdistrict/tasks/${ids[0]}`)).toMatchObject({
      changes: [{ field: 'dueOn', before: '2026-12-31', after: '2026-11-30', reason: '提前' }],
    });
    const refused = await change('2026-08-31', 3).expect(422);
    expect(refused.body.errors).toMatchObject([{ field: 'dueOn' }]);
    await change('2026-12-31', 3).expect(200);
    expect((await dueDays()).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', '2026-10-31']);
    expect(await onBoard(house, 'a.viewer', ids[0])).toMatchObject({ dueOn: '2026-11-30' });
  });

  it('of a share cannot reach beyond the due day of what it is part of', async () => {
    const { root, shareA } = await signed();
    const refused = await district
      .patch(`/district/tasks/${root}/shares/${shareA}`, { dueOn: '2027-01-31', reason: '延期' }, 2)
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'task.days', errors: [{ field: 'dueOn' }] });
  });

  it('of a target leaves its reason where a cascade now falls short, and takes it away where it no longer does', async () => {
    const { root, shareA } = await assigned(house);
    await cascaded(house, shareA);
    const raised = await district
      .patch(`/district/tasks/${root}/shares/${shareA}`, { target: '75', reason: '任务加码' }, 3)
      .expect(200);
    expect(raised.body.remainder).toBe('-15');
    expect(await read(a, `/subdistrict/tasks/${shareA}/shares`)).toMatchObject({
      remainder: '15',
      task: { shortfallReason: '任务加码' },
    });
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({ remainder: '15', shortfallReason: '任务加码' });
    const { version } = (await read(a, `/subdistrict/tasks/${shareA}`)) as unknown as { version: number };
    await district
      .patch(`/district/tasks/${root}/shares/${shareA}`, { target: '60', reason: '恢复' }, version)
      .expect(200);
    expect(await read(a, `/subdistrict/tasks/${shareA}/shares`)).toMatchObject({
      remainder: '0',
      task: { shortfallReason: null },
    });
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({ remainder: '0', shortfallReason: null });
  });
});

describe('a withdrawal', () => {
  it('of a share takes everything below with it: boards forget it, and nobody reports, reviews or divides it', async () => {
    const { root, shareA } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    const [reporter, other, reviewer] = [
      await house.as('a1.reporter'),
      await house.as('a2.reporter'),
      await house.as('a.reviewer'),
    ];
    const accepted = await submitted(reporter, a1, { done: '30' });
    await reviewer.post(`/subdistrict/reports/${accepted}/acceptance`).expect(201);
    const waiting = await submitted(other, a2, { done: '5' });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '30', pending: '5', allocated: '100' });
    const path = `/district/tasks/${root}/shares/${shareA}/withdrawal`;
    await district.post(path, {}).expect(422);
    const { body } = await district.post(path, { reason: '任务取消' }).expect(201);
    expect(body).toMatchObject({ allocated: '40', remainder: '60', task: { shortfallReason: '任务取消' } });
    await district.post(path, { reason: '任务取消' }).expect(409);

    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({
      done: '0',
      pending: '0',
      allocated: '40',
      remainder: '60',
      toReview: 0,
    });
    for (const [account, task] of [
      ['d.viewer', shareA],
      ['a.viewer', shareA],
      ['a1.viewer', a1],
      ['a2.viewer', a2],
    ] as const) {
      expect(await onBoard(house, account, task)).toBeUndefined();
    }
    for (const [door, task] of [
      [a, `/subdistrict/tasks/${shareA}`],
      [reporter, `/community/tasks/${a1}`],
    ] as const) {
      expect(await read(door, task)).toMatchObject({
        status: 'withdrawn',
        changes: [{ field: 'status', after: 'withdrawn', reason: '任务取消' }],
      });
    }
    for (const refused of [
      reviewer.post(`/subdistrict/reports/${waiting}/acceptance`),
      reviewer.post(`/subdistrict/reports/${waiting}/return`, { reason: 'x' }),
      reporter.post(`/community/tasks/${a1}/reports`, { done: '31' }),
      divide(shareA, [{ unionId: house.district.unions.A1, target: '60' }]),
      district.patch(`/district/tasks/${root}/shares/${shareA}`, { target: '1', reason: 'x' }, 4),
    ])
      expect((await refused.expect(409)).body).toMatchObject({ code: 'task.withdrawn' });
    expect((await read(reviewer, '/subdistrict/reports'))['total']).toBe(0);
  });

  it('of a task by the tier that gave it only; what was withdrawn may be given anew', async () => {
    const { root, shareA } = await assigned(house);
    const { a1 } = await cascaded(house, shareA);
    await district.post(`/district/tasks/${shareA}/withdrawal`, { reason: 'x' }).expect(404);
    await district.post(`/district/tasks/${shareA}/shares/${a1}/withdrawal`, { reason: 'x' }).expect(404);
    await a.post(`/subdistrict/tasks/${shareA}/shares/${a1}/withdrawal`, { reason: '改派' }).expect(201);
    const { body } = await divide(shareA, [{ unionId: house.district.unions.A1, target: '40' }]).expect(201);
    expect(body).toMatchObject({ allocated: '60', remainder: '0' });
    await district.post(`/district/tasks/${root}/withdrawal`, { reason: '误设' }).expect(201);
    expect(await onBoard(house, 'd.viewer', root)).toBeUndefined();
    expect(await read(district, `/district/tasks/${root}`)).toMatchObject({ status: 'withdrawn' });
    await district.post('/district/tasks', memberTask).expect(201);
  });
});
