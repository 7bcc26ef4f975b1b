/** Where announcements get stuck: what is parked is seen, re-driven, and arrives on the board. */
import { newId } from '../../src/kernel/id';
import { seedDistrict } from '../support/district';
import { eventually } from '../support/eventually';
import { House, backend } from '../support/house';
import { parkedTask, mended } from '../support/parked';

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  await seedDistrict(house.database, 'x.');
  await house.settled();
});
afterAll(() => house.close());

const health = async () => (await (await house.as('d.system_administrator')).get('/queue-health').expect(200)).body;
const parked = async (account = 'd.system_administrator') =>
  (await (await house.as(account)).get('/parked-announcements').expect(200)).body;
const titles = async (): Promise<string[]> => {
  const { body } = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
  return body.tasks.map(({ title }: { title: string }) => title);
};

it('a healthy queue says so: a probe came through, nothing is open, nothing is parked', async () => {
  await eventually(async () => expect(await health()).toMatchObject({ moving: true }));
  const { asOf, probeSentAt, probeSeenAt, ...figures } = await health();
  expect(figures).toEqual({ backend, moving: true, open: 0, underWay: 0, retrying: 0, oldestOpenAt: null, parked: 0 });
  expect(Date.parse(asOf)).toBeGreaterThanOrEqual(Date.parse(probeSeenAt));
  expect(Date.parse(asOf)).toBeGreaterThanOrEqual(Date.parse(probeSentAt));
});

it('a parked announcement is listed without its body, re-driven once, and arrives on the board', async () => {
  const system = await house.as('d.system_administrator');
  await parkedTask(house, '卡住的任务');
  await house.settledBut(1);
  expect(await health()).toMatchObject({ parked: 1, open: 0 });
  const { items, total } = await parked();
  expect(total).toBe(1);
  const [{ id, seq, ...row }] = items;
  expect(row).toEqual({
    name: 'task.created',
    unionId: house.district.unions.D,
    unionName: '试验区总工会',
    occurredAt: '2026-07-01T02:00:00.000Z',
    parkedAt: expect.any(String),
    attempts: 12,
    lastError: expect.stringContaining('stuck'),
  });
  expect(seq).toMatch(/^\d+$/);
  expect(await titles()).not.toContain('卡住的任务');
  await mended(house);
  await system.post(`/parked-announcements/${id}/redelivery`).expect(204);
  await eventually(async () => expect(await titles()).toContain('卡住的任务'));
  expect(await parked()).toMatchObject({ items: [], total: 0 });
  await system.post(`/parked-announcements/${id}/redelivery`).expect(404);
  const trail = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${id}`).expect(200);
  expect(trail.body.items).toMatchObject([
    {
      deed: 'announcement.redelivered',
      account: 'd.system_administrator',
      before: { name: 'task.created', attempts: 12 },
    },
  ]);
});

it('re-driven before the fault is mended, it fails again with all its tries and blocks nobody', async () => {
  const system = await house.as('d.system_administrator');
  await parkedTask(house, '仍有故障');
  const [{ id }] = (await parked()).items;
  await system.post(`/parked-announcements/${id}/redelivery`).expect(204);
  await eventually(async () => expect(await health()).toMatchObject({ parked: 0, open: 1, retrying: 1 }));
  await system.patch(`/unions/${house.district.unions.B}`, { name: '乙街道总工会（新）' }, 1).expect(200);
  await house.settledBut(1);
  await mended(house);
  await house.database.query('update outbox_message set leased_until = null where projected_at is null');
  await eventually(async () => expect(await titles()).toContain('仍有故障'));
});

it('all that is parked is re-driven at once, in the own district only', async () => {
  const system = await house.as('d.system_administrator');
  await parkedTask(house, '一');
  await parkedTask(house, '二');
  await parkedTask(house, '别区的', 'x.');
  expect((await parked()).total).toBe(2);
  const [foreign] = (await parked('x.d.system_administrator')).items;
  const told = async (id: string) =>
    (await system.post(`/parked-announcements/${id}/redelivery`).expect(404)).body.detail;
  expect(await told(foreign.id)).toBe(await told(newId()));
  await mended(house);
  const answer = await system.post('/parked-announcements/redeliveries').expect(201);
  expect(answer.body).toEqual({ count: 2 });
  expect(answer.headers['location']).toBe('/api/v1/parked-announcements');
  await eventually(async () => expect(await titles()).toEqual(expect.arrayContaining(['一', '二'])));
  expect((await parked('x.d.system_administrator')).total).toBe(1);
  expect((await system.post('/parked-announcements/redeliveries').expect(201)).body).toEqual({ count: 0 });
});

it('is seen and done by the system administrator alone', async () => {
  for (const account of ['d.security_administrator', 'd.audit_administrator', 'd.administrator', 'a.administrator']) {
    const door = await house.as(account);
    await door.get('/queue-health').expect(403);
    await door.get('/parked-announcements').expect(403);
    await door.post('/parked-announcements/redeliveries').expect(403);
  }
});
