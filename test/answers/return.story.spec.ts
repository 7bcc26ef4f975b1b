/** A report is returned, made better, handed in again and accepted (退回、重报、审核): what counts, and when. */
import { House, type Door } from '../support/house';
import { assigned, cascaded, onBoard, submitted } from '../support/task';

describe('a report that was returned and handed in again', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-07-01T02:00:00Z'));
  });
  afterAll(() => house.close());

  it('counts once: pending while it waits, nothing while it is returned, done when it is accepted', async () => {
    const { root, shareA } = await assigned(house);
    const { a1 } = await cascaded(house, shareA);
    const [reporter, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const id = await submitted(reporter, a1, { done: '30', note: '上半年' });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '0', pending: '30' });
    expect(await onBoard(house, 'a.viewer', a1)).toMatchObject({ openReportId: id, openStatus: 'submitted' });

    const at = `/subdistrict/reports/${id}/return`;
    for (const body of [{}, { reason: ' ' }, { reason: '' }]) {
      expect((await reviewer.post(at, body).expect(422)).body.errors).toMatchObject([{ field: 'reason' }]);
    }
    const returned = await reviewer.post(at, { reason: '请补充签到表' }).expect(201);
    expect(returned.body).toMatchObject({ status: 'returned', resubmitted: false });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '0', pending: '0', toReview: 0 });
    expect(await onBoard(house, 'a.viewer', a1)).toMatchObject({ pending: '0', openStatus: 'returned' });
    expect((await reviewer.get('/subdistrict/reports').expect(200)).body).toMatchObject({ total: 0 });
    await reviewer.post(`/subdistrict/reports/${id}/acceptance`).expect(409);

    await reporter.put(`/community/reports/${id}`, { done: '28' }, returned.body.version).expect(200);
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '0', pending: '0' });
    const again = await reporter.post(`/community/reports/${id}/submission`).expect(201);
    expect(again.body).toMatchObject({ status: 'submitted', resubmitted: true, done: '28', note: '上半年' });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '0', pending: '28' });

    await reviewer.post(`/subdistrict/reports/${id}/acceptance`).expect(201);
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '28', pending: '0' });
    const { body } = await reporter.get(`/community/reports/${id}`).expect(200);
    expect(body).toMatchObject({ status: 'accepted', resubmitted: true });
    expect(body.steps).toMatchObject([
      { kind: 'submitted', done: '30', timeliness: 'on_time', reason: null },
      { kind: 'returned', done: '30', reason: '请补充签到表' },
      { kind: 'resubmitted', done: '28', timeliness: 'on_time' },
      { kind: 'accepted', done: '28' },
    ]);
    const { body: feed } = await (await house.as('a.viewer')).get('/platform/feed?limit=4').expect(200);
    expect(feed.items.map((item: { name: string }) => item.name)).toEqual([
      'progress.accepted',
      'progress.submitted',
      'progress.returned',
      'progress.submitted',
    ]);
    expect(feed.items[1].text).toContain('重新提交');
    expect(feed.items[2].text).toContain('请补充签到表');
  });
});

describe('what is reported', () => {
  let house: House;
  let reporter: Door;
  let reviewer: Door;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-07-01T02:00:00Z'));
    [reporter, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
  });
  afterAll(() => house.close());

  const leaf = async (task: object = {}): Promise<string> =>
    (await cascaded(house, (await assigned(house, task)).shareA)).a1;
  const accepted = async (task: string, report: object): Promise<string> => {
    const id = await submitted(reporter, task, report);
    await reviewer.post(`/subdistrict/reports/${id}/acceptance`).expect(201);
    return id;
  };

  it('a correction of an earlier day does not overwrite a later one', async () => {
    const task = await leaf();
    await accepted(task, { done: '10', asOf: '2026-03-31' });
    const later = await accepted(task, { done: '25', asOf: '2026-06-30' });
    const correction = await submitted(reporter, task, { done: '12', asOf: '2026-03-31', note: '更正一季度' });
    expect(await onBoard(house, 'a.viewer', task)).toMatchObject({ done: '25', pending: '0' });
    await reviewer.post(`/subdistrict/reports/${correction}/acceptance`).expect(201);
    expect(await onBoard(house, 'a.viewer', task)).toMatchObject({ done: '25', acceptedReportId: later });
    await accepted(task, { done: '26', asOf: '2026-06-30' });
    expect(await onBoard(house, 'a.viewer', task)).toMatchObject({ done: '26' });
  });

  it('a value lower than the accepted one says why, and then brings the sum down', async () => {
    const task = await leaf();
    await accepted(task, { done: '20' });
    const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done: '15' }).expect(201);
    const at = `/community/reports/${body.id}`;
    expect((await reporter.post(`${at}/submission`).expect(422)).body).toMatchObject({
      code: 'report.correction',
      errors: [{ field: 'note' }],
    });
    await reporter.put(at, { done: '15', note: '核查后减少 5 人' }, body.version).expect(200);
    await reporter.post(`${at}/submission`).expect(201);
    expect(await onBoard(house, 'a.viewer', task)).toMatchObject({ done: '20', pending: '-5' });
    await reviewer.post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
    expect(await onBoard(house, 'a.viewer', task)).toMatchObject({ done: '15', pending: '0' });
  });

  it('a task has one open report at a time', async () => {
    const task = await leaf();
    const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done: '1' }).expect(201);
    const begin = () => reporter.post(`/community/tasks/${task}/reports`, { done: '2' });
    expect((await begin().expect(409)).body).toMatchObject({ code: 'report.open' });
    await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    await begin().expect(409);
    await reviewer.post(`/subdistrict/reports/${body.id}/return`, { reason: '不实' }).expect(201);
    await begin().expect(409);
    await reporter.delete(`/community/reports/${body.id}`).expect(409);
    await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    await reviewer.post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
    expect((await begin().expect(201)).body).toMatchObject({ no: 2 });
  });

  it('zero is said on purpose, and silence is not zero', async () => {
    const task = await leaf();
    const begin = (report: object) => reporter.post(`/community/tasks/${task}/reports`, report);
    for (const report of [{ done: '0' }, { done: '0', zeroReport: false }, { done: '1', zeroReport: true }]) {
      expect((await begin(report).expect(422)).body.errors).toMatchObject([{ field: 'zeroReport' }]);
    }
    await begin({ zeroReport: true }).expect(422);
    const { body } = await begin({ done: '0', zeroReport: true }).expect(201);
    expect(body).toMatchObject({ done: '0', zeroReport: true });
    await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    await house.settled();
    const feed = await (await house.as('a.viewer')).get('/platform/feed?limit=1').expect(200);
    expect(feed.body.items[0].text).toContain('零报告');
  });

  it('a task that was not signed for is not reported on', async () => {
    const { shareB } = await assigned(house);
    const b = await house.as('b.reporter');
    expect((await b.post(`/subdistrict/tasks/${shareB}/reports`, { done: '1' }).expect(409)).body).toMatchObject({
      code: 'task.notSigned',
    });
  });

  it('where evidence is asked for, a report without it is not handed in; a zero report needs none', async () => {
    const task = await leaf({ evidenceRule: 'required' });
    const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done: '3' }).expect(201);
    const at = `/community/reports/${body.id}`;
    expect((await reporter.post(`${at}/submission`).expect(422)).body).toMatchObject({
      code: 'evidence.required',
      errors: [{ field: 'evidence' }],
    });
    await reporter.put(at, { done: '0', zeroReport: true }, body.version).expect(200);
    await reporter.post(`${at}/submission`).expect(201);
    const back = await reviewer.post(`/subdistrict/reports/${body.id}/return`, { reason: '并非零' }).expect(201);
    await reporter.put(at, { done: '3' }, back.body.version).expect(200);
    await reporter.post(`${at}/submission`).expect(422);
    const file = await reporter.post(`${at}/evidence`).attach('file', Buffer.from('签到表'), '签到表.txt').expect(201);
    await reporter.delete(`${at}/evidence/${file.body.id}`).expect(204);
    await reporter.post(`${at}/submission`).expect(422);
    await reporter.post(`${at}/evidence`).attach('file', Buffer.from('签到表'), '签到表.txt').expect(201);
    await reporter.post(`${at}/submission`).expect(201);
    await reporter.delete(`${at}/evidence/${file.body.id}`).expect(409);
  });

  it('a sub-district reports on the part it kept, the district accepts it, and both parts add up', async () => {
    const { root, shareA } = await assigned(house);
    const [a, office, district] = [
      await house.as('a.administrator'),
      await house.as('a.reporter'),
      await house.as('d.reviewer'),
    ];
    const { A1 } = house.district.unions;
    await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
    const shares = [{ unionId: A1, target: '40' }];
    const { body } = await a.post(`/subdistrict/tasks/${shareA}/shares`, { shares, keptTarget: '20' }).expect(201);
    expect(body).toMatchObject({ allocated: '60', remainder: '0', task: { keptTarget: '20' } });
    await reporter.post(`/community/tasks/${body.shares[0].id}/signature`).expect(201);
    await accepted(body.shares[0].id, { done: '11' });
    const own = await office.post(`/subdistrict/tasks/${shareA}/reports`, { done: '7' }).expect(201);
    await office.post(`/subdistrict/reports/${own.body.id}/submission`).expect(201);
    expect(
      (await (await house.as('a.reviewer')).post(`/subdistrict/reports/${own.body.id}/acceptance`).expect(403)).body,
    ).toMatchObject({ code: 'review.notYours' });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '11', pending: '7' });
    await district.post(`/district/reports/${own.body.id}/acceptance`).expect(201);
    expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({
      done: '18',
      pending: '0',
      target: '60',
      rate: '30.0',
    });
    expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '18', rate: '18.0' });
  });

  it('a sub-district that handed everything down does not report itself; once all is withdrawn it may', async () => {
    const { shareA } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    const [a, begin] = [
      await house.as('a.administrator'),
      (door: Door) => door.post(`/subdistrict/tasks/${shareA}/reports`, { done: '1' }),
    ];
    expect((await begin(a).expect(409)).body).toMatchObject({ code: 'task.cascaded' });
    for (const share of [a1, a2])
      await a
        .post(`/subdistrict/tasks/${shareA}/shares/${share}/withdrawal`, { reason: '改由街道直接办理' })
        .expect(201);
    await begin(a).expect(201);
  });
});
