/** The demo: the report's district and its two years, asked for over HTTP, figure by figure. */
import { loadDemo } from '../../src/demo/demo';
import { figures, goals, valueOf } from '../../src/demo/report';
import report from '../../src/demo/report-2014.json';
import type { BoardRow, StandingsView } from '../../src/platform/platform.view';
import { DemoHouse, quiet } from '../demo/demo-house';
import { eventually } from '../support/eventually';

jest.setTimeout(400_000);

const total = (values: readonly string[]): number => values.reduce((sum, value) => sum + Number(value), 0);

describe('the demo district', () => {
  let house: DemoHouse;
  beforeAll(async () => {
    house = await DemoHouse.open();
  });
  afterAll(() => house.close());

  describe('the closed year', () => {
    it('shows every figure of the report as the value of its task', async () => {
      const { tasks } = await house.board('district.viewer', '?year=2014');
      const shown = new Map(tasks.map((task) => [task.code, task]));
      expect(shown.size).toBe(figures.length);
      for (const { code, value, unit, kind } of figures) {
        const task = shown.get(code);
        expect(task).toMatchObject({
          done: String(value),
          pending: '0',
          measure: { unit, kind },
          remainder: '0',
          status: 'signed',
        });
        expect({ code, done: total(task?.children.map(({ done }) => done) ?? []) }).toEqual({ code, done: value });
        expect(total(task?.children.map(({ target }) => target) ?? [])).toBe(Number(task?.target));
      }
    });

    it('adds up exactly from the communities to the sub-districts', async () => {
      const tasks = await house.branches(2014);
      const codes = new Set(tasks.map(({ code }) => code));
      expect(codes.size).toBe(figures.length);
      for (const task of tasks) {
        expect(task.remainder).toBe('0');
        expect(total(task.children.map(({ target }) => target))).toBe(Number(task.target));
        expect(total(task.children.map(({ done }) => done))).toBe(Number(task.done));
        expect(task.children.every(({ acceptedReportId }) => acceptedReportId !== null)).toBe(true);
      }
    });

    it('computes the rates that the report states', async () => {
      const { tasks } = await house.board('district.viewer', '?year=2014');
      const rateOf = (code: string): string | null | undefined => tasks.find((task) => task.code === code)?.rate;
      const targetOf = (code: string): number => Number(tasks.find((task) => task.code === code)?.target);
      const stated = new Map(
        report.figures
          .filter(({ kind }) => kind === 'rate')
          .map(({ code, stated }) => [code, Number(stated).toFixed(1)]),
      );
      expect(rateOf('enterprise.unionized')).toBe(stated.get('rate.establishment'));
      expect(targetOf('enterprise.unionized')).toBe(valueOf('enterprise.preset') - valueOf('enterprise.excluded'));
      expect(rateOf('worker.member')).toBe(stated.get('rate.membership'));
      expect(targetOf('worker.member')).toBe(valueOf('worker.total'));
      expect([rateOf('case.accepted'), rateOf('case.platform')]).toEqual([
        stated.get('rate.case-closing'),
        stated.get('rate.case-closing'),
      ]);
      const named = (...codes: string[]): (string | undefined)[] =>
        codes.map((code) => tasks.find((task) => task.code === code)?.done);
      expect(named('enterprise.unionized', 'worker.member', 'training.attendances', 'case.accepted')).toEqual([
        '1537',
        '68716',
        '1025',
        '49',
      ]);
    });

    it('shows the published points of sub-districts and of the communities of one', async () => {
      const door = await house.as('district.viewer');
      const { items }: StandingsView = (
        await door.get('/platform/standings?tier=subdistrict&year=2014&by=score').expect(200)
      ).body;
      expect(items.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
      expect(new Set(items.map(({ unionName }) => unionName))).toEqual(
        new Set(report.subdistricts.map(({ name }) => name)),
      );
      for (const { score, missing, onTime, late } of items) {
        expect(Number(score)).toBeGreaterThan(60);
        expect(Number(score)).toBeLessThan(100);
        expect(missing).toBe(0);
        expect(onTime).toBeGreaterThan(late);
      }
      expect(items.some(({ late }) => late > 0)).toBe(true);
      const [{ id }] = (await door.get('/district/assessments?year=2014').expect(200)).body.items;
      const sheets = (await door.get(`/district/assessments/${id}/score-sheets`).expect(200)).body;
      expect(
        sheets.items.map(({ points, unionName }: { points: string; unionName: string }) => [unionName, points]),
      ).toEqual(items.map(({ score, unionName }) => [unionName, score]));
      const communities: StandingsView = (
        await door.get('/platform/standings?tier=community&year=2014&by=score').expect(200)
      ).body;
      expect(communities.total).toBe(17);
      expect(communities.items.filter(({ score }) => score !== null)).toHaveLength(5);
    });
  });

  describe('the annual report', () => {
    interface Figure {
      code: string;
      value: string | null;
      qualifier: string;
      words: { qualifier: string; text: string };
      changed: boolean;
      definition: { measure: { unit: string } } | null;
      trace: string;
      items: string;
      numerator: string | null;
    }
    const read = async () =>
      (await (await house.as('district.viewer')).get('/district/annual-report?year=2014').expect(200)).body;
    const at = async (url: string) =>
      (await (await house.as('district.viewer')).get(url.replace('/api/v1', '')).expect(200)).body;

    it('gives all 38 figures: each equal to what was reported, with its unit and qualifier', async () => {
      const answer = await read();
      expect(answer).toMatchObject({ status: 'approved', changed: 0, templateVersion: 0 });
      const found = new Map(answer.figures.map((figure: Figure) => [figure.code, figure])) as Map<string, Figure>;
      expect(report.figures).toHaveLength(38);
      const said = report.figures.map(({ code, value, stated, unit = '%', qualifier = 'exact' }) => {
        const number = value ?? stated;
        return [code, typeof number === 'number' ? number : found.get(code)?.value, unit, qualifier];
      });
      const given = report.figures.map(({ code, value, stated }) => {
        const figure = found.get(code);
        const number = typeof (value ?? stated) === 'number' ? Number(figure?.value) : figure?.value;
        return [code, number, figure?.definition?.measure.unit, figure?.qualifier];
      });
      expect(given).toEqual(said);
      const texts = [
        'enterprise.preset',
        'rate.establishment',
        'aid.paid',
        'care.people',
        'subsidy.paid',
        'lecture.people',
      ];
      expect(texts.map((code) => found.get(code)?.words.text)).toEqual([
        ...['2190家', '99.3%', '近30万元', '约1000名', '超过10万元', '近2万名'],
      ]);
      // what the report says in words only: more than was asked for
      const words = JSON.stringify(answer.sections);
      expect(words).toContain('{"text":"超额完成","code":"bargaining.rates"}');
      expect(found.get('bargaining.rates')?.value).toMatch(/^8\d\.\d$/);
      expect(answer.targets.map(({ code, state }: { code: string; state: string }) => [code, state])).toEqual([
        ['rate.establishment', 'reached'],
        ['rate.membership', 'reached'],
        ['bargaining.rates', 'reached'],
        ['training.classes', 'reached'],
      ]);
    });

    it('leads from every figure to what it was made of', async () => {
      const { figures: all } = await read();
      for (const { code, trace, items, value } of all as Figure[]) {
        const { value: traced, parts } = await at(trace);
        expect([code, Number(traced)]).toEqual([code, Number(value)]);
        expect([code, parts.length > 0]).toEqual([code, true]);
        expect([code, (await at(items)).items.length > 0]).toEqual([code, true]);
      }
    });

    it('drills from 99.3 % down to 1,537 enterprises', async () => {
      const { figures: all } = await read();
      const { items } = all.find(({ code }: Figure) => code === 'rate.establishment') as Figure;
      const seen = new Set<string>();
      for (let after = ''; ;) {
        const page = await at(`${items}&limit=200${after}`);
        for (const { kind, id } of page.items as { kind: string; id: string }[]) seen.add(`${kind} ${id}`);
        if (page.nextCursor === null) break;
        after = `&after=${page.nextCursor}`;
      }
      expect(seen.size).toBe(1537);
      expect([...seen].every((each) => each.startsWith('enterprise '))).toBe(true);
    });

    it('names the eight targets of the year after; those easier than what was reached are flagged', async () => {
      const { nextTargets } = await read();
      const said = nextTargets.map(({ code, value, unit, strength }: Record<string, string>) => [
        code,
        { target: Number(value), unit, strength },
      ]);
      expect(said).toHaveLength(8);
      expect(Object.fromEntries(said)).toEqual(
        Object.fromEntries(goals.map(({ code, target, unit, strength }) => [code, { target, unit, strength }])),
      );
      const easier = nextTargets.filter(
        ({ easierThanBaseline }: { easierThanBaseline: boolean }) => easierThanBaseline,
      );
      expect(new Set(easier.map(({ code }: { code: string }) => code))).toEqual(
        new Set(['rate.establishment.legal-person', 'rate.membership']),
      );
      const { items } = await at('/targets?period=2015');
      const trainees = items.find(({ code }: { code: string }) => code === 'training.free-trainees');
      const detail = await at(`/targets/${trainees.id}`);
      expect(detail).toMatchObject({
        baseline: { value: '1025', period: '2014' },
        unionCheck: { rule: 'sum', together: '10000' },
      });
      expect(detail.unions).toHaveLength(4);
    });

    it('says how far every target of the year after came: some reached, some behind', async () => {
      const { items } = await at('/targets?period=2015');
      const states = items.map(({ now, state }: Record<string, string | null>) => [now !== null, state]);
      expect(states).toHaveLength(8);
      expect(new Set(states.map(String))).toEqual(new Set(['true,reached', 'true,missed']));
    });

    it('leads from the policies of mutual insurance to what each community typed into the half-yearly form', async () => {
      const { figures: all } = await read();
      const { trace, items } = all.find(({ code }: Figure) => code === 'insurance.policies') as Figure;
      expect((await at(trace)).parts).toMatchObject([{ source: 'form', value: '3000', lacking: { many: 0 } }]);
      const { items: behind } = await at(`${items}&limit=100`);
      expect(behind).toHaveLength(34);
      expect(new Set(behind.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['formReturn']));
      expect(total(behind.map(({ amount }: { amount: string }) => amount))).toBe(3000);
    });

    it('the platform shows the same values beside their targets', async () => {
      const board = await at('/platform/boards/indicators?period=2014');
      const shown = new Map(board.items.map((item: { code: string }) => [item.code, item]));
      expect(shown.get('rate.establishment')).toMatchObject({
        value: '99.3',
        targets: [{ value: '95', strength: 'floor' }],
      });
      expect(shown.get('training.attendances')).toMatchObject({ value: '1025', targets: [] });
    });
  });

  describe('the running year', () => {
    it('has the eight targets as tasks; the two that ask for less than was reached say so', async () => {
      const { tasks, year } = await house.board('district.viewer');
      expect(tasks).toHaveLength(goals.length);
      expect(new Set(tasks.map((task) => task.code))).toEqual(new Set(goals.map(({ code }) => code)));
      const listed = (await (await house.as('district.admin')).get(`/district/tasks?year=${year}`).expect(200)).body
        .items;
      const easier = listed
        .filter((task: { easierThanBaseline: boolean }) => task.easierThanBaseline)
        .map((task: { code: string }) => task.code);
      expect(new Set(easier)).toEqual(new Set(['rate.establishment.legal-person', 'rate.membership']));
      expect(listed.filter((task: { strength: string }) => task.strength === 'aim')).toHaveLength(1);
    });

    it('shows every light, queue and state', async () => {
      const top = await house.board('district.viewer');
      const streets = await house.branches(top.year);
      const leaves: BoardRow[] = streets.flatMap(({ children }) => children);
      const rows: BoardRow[] = [...top.tasks, ...streets, ...leaves];
      expect(new Set(top.tasks.map(({ light }) => light))).toEqual(new Set(['green', 'yellow', 'red']));
      const seen = {
        unsignedStreet: streets.some(({ status }) => status === 'assigned'),
        unsignedCommunity: leaves.some(({ status }) => status === 'assigned'),
        overdue: top.tasks.some(({ overdueDays, light }) => overdueDays > 0 && light === 'red'),
        redBeforeItsDay: rows.some(({ overdueDays, light }) => overdueDays === 0 && light === 'red'),
        submitted: leaves.some(({ openStatus, timeliness }) => openStatus === 'submitted' && timeliness === 'on_time'),
        submittedLate: leaves.some(({ openStatus, timeliness }) => openStatus === 'submitted' && timeliness === 'late'),
        returned: leaves.some(({ openStatus }) => openStatus === 'returned'),
        pending: top.tasks.some(({ pending }) => Number(pending) > 0),
        zero: leaves.some(({ acceptedReportId, done }) => acceptedReportId !== null && done === '0'),
        complete: streets.some(({ done, target }) => done === target),
        keptAndWaiting: streets.some(({ openStatus }) => openStatus === 'submitted'),
        districtHasToReview: top.tasks.some(({ toReview }) => toReview > 0),
        short: streets.some(({ shortfallReason, remainder }) => shortfallReason !== null && Number(remainder) > 0),
      };
      expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, true])));
      const queue = (await (await house.as('yantian.admin')).get('/subdistrict/reports').expect(200)).body.items;
      expect(queue.some(({ resubmitted }: { resubmitted: boolean }) => resubmitted)).toBe(true);
      expect(queue.some(({ resubmitted }: { resubmitted: boolean }) => !resubmitted)).toBe(true);
      const waiting = (await (await house.as('district.reviewer')).get('/district/reports').expect(200)).body.items;
      expect(waiting.map(({ taskTitle }: { taskTitle: string }) => taskTitle)).toEqual(['企业建立工资集体协商制度']);
    });

    it('is held against the year before, task by task', async () => {
      const { body } = await (await house.as('district.viewer')).get('/platform/mirror').expect(200);
      expect(body.against).toBe(body.year - 1);
      for (const { before } of body.tasks) {
        expect(Number(before.rate)).toBeGreaterThan(75);
        expect(Number(before.rate)).toBeLessThanOrEqual(100);
      }
    });

    it('has a monthly form that is still coming in: given, waiting, sent back and missing', async () => {
      const door = await house.as('district.viewer');
      const [form] = (await door.get('/forms').expect(200)).body.items;
      const { items: periods } = (await door.get(`/forms/${form.id}/periods`).expect(200)).body;
      const [, last, before] = periods;
      const standing = async ({ period }: { period: string }): Promise<Record<string, number>[]> =>
        (await door.get(`/forms/${form.id}/periods/${period}/totals`).expect(200)).body;
      expect(await standing(before)).toMatchObject({ counts: { expected: 17, missing: 0 }, lacking: { unions: 0 } });
      const { counts, lacking } = (await standing(last)) as unknown as Record<string, Record<string, number>>;
      expect(counts?.['missing']).toBeGreaterThan(1);
      expect(lacking?.['waiting']).toBeGreaterThan(1);
      const sent = await house.database.query(`select 1 from form_return where status = 'returned'`);
      expect(sent.length).toBeGreaterThan(0);
    });

    it('leaves a draft to the community that writes it', async () => {
      const reporter = await house.as('zhongyingjie.reporter');
      const { year } = await house.board('district.viewer');
      const code = 'rate.wage-agreement-key-enterprises';
      const { items } = (await reporter.get(`/community/tasks?code=${code}&year=${year}`).expect(200)).body;
      const own = (await reporter.get(`/community/tasks/${items[0].id}/reports`).expect(200)).body.items;
      const above = (
        await (await house.as('shatoujiao.admin')).get(`/subdistrict/tasks/${items[0].id}/reports`).expect(200)
      ).body.items;
      expect(own.map(({ status }: { status: string }) => status)).toContain('draft');
      expect(above.map(({ status }: { status: string }) => status)).not.toContain('draft');
    });
  });

  it('has an account that works for every officer, each at his own door', async () => {
    expect(house.accounts).toHaveLength(27);
    for (const { account, role, union } of house.accounts) {
      const me = (await (await house.as(account)).get('/me').expect(200)).body;
      expect(me).toMatchObject({ officer: { role }, union: { name: union } });
    }
    await (await house.as('tianxin.reporter')).get('/community/tasks').expect(200);
    await (await house.as('meisha.admin')).get('/subdistrict/tasks').expect(200);
    await (await house.as('district.audit')).get('/audit-entries').expect(200);
  });

  it('has nothing in the future, and every announcement has arrived', async () => {
    const [row] = await house.database.query(`
      select (select max(created_at) from task) <= now() as tasks, (select max(signed_at) from signature) <= now() as signatures,
        (select max(at) from report_step) <= now() as steps, (select max(as_of) from progress_report) <= app_today() as "asOf",
        (select max(at) from audit_entry) <= now() as deeds, (select max(occurred_at) from outbox_message) <= now() as announcements,
        not exists (select 1 from outbox_message where name <> 'system.canary' and projected_at is null) as arrived`);
    expect(row).toEqual({
      tasks: true,
      signatures: true,
      steps: true,
      asOf: true,
      deeds: true,
      announcements: true,
      arrived: true,
    });
  });

  it('is loaded once: a second start changes nothing', async () => {
    const count = async (): Promise<unknown> =>
      house.database.query(
        `select (select count(*) from task) as tasks, (select count(*) from officer) as officers, (select count(*) from progress_report) as reports`,
      );
    const before = await count();
    expect(await loadDemo(house.database, quiet, () => Promise.reject(new Error('nothing to keep')))).toEqual([]);
    expect(await count()).toEqual(before);
  });

  it('goes on from where the demo ends: what the district accepts today arrives on its board', async () => {
    const reviewer = await house.as('district.reviewer');
    const bargaining = async (): Promise<BoardRow | undefined> =>
      (await house.board('district.viewer')).tasks.find(({ code }) => code === 'rate.wage-bargaining');
    const before = await bargaining();
    const [waiting] = (await reviewer.get('/district/reports').expect(200)).body.items;
    await reviewer.post(`/district/reports/${waiting.id}/acceptance`).expect(201);
    await eventually(async () => {
      const done = String(Number(before?.done) + Number(waiting.done));
      expect(await bargaining()).toMatchObject({ done, toReview: 0 });
    });
  });
});
