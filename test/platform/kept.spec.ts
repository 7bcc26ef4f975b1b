/** Kept answers: a board that did not change is not made again, and no change is missed. */
import { DataSource } from 'typeorm';
import { rebuild } from '../../src/platform/rebuild';
import { TaskBoardQuery } from '../../src/platform/task-board/task-board.query';
import { House, type Door } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';

const BOARD = '/platform/boards/tasks?year=2026';
let house: House;
let viewer: Door;
let task: string;
let made: jest.SpyInstance;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-01T02:00:00Z'));
  task = (await cascaded(house, (await assigned(house)).shareA)).a1;
  await house.settled();
  viewer = await house.as('d.viewer');
  made = jest.spyOn(house.app.get(TaskBoardQuery), 'show');
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settled();
  await viewer.get(BOARD).expect(200);
  made.mockClear();
});

const pending = async (): Promise<string> => (await viewer.get(BOARD).expect(200)).body.tasks[0].pending;

it('what did not change is answered from what was kept, as of now', async () => {
  const first = await viewer.get(BOARD).expect(200);
  const second = await viewer.get(BOARD).expect(200);
  expect(made).not.toHaveBeenCalled();
  expect(second.type).toBe('application/json');
  const [{ asOf: before, ...a }, { asOf: after, ...b }] = [first.body, second.body];
  expect(a).toEqual(b);
  expect(Date.parse(after)).toBeGreaterThanOrEqual(Date.parse(before));
  expect(a.tasks[0].title).toBe('发展工会会员');
});

it('as of when moves on, and yet nothing has changed: 304', async () => {
  const first = await viewer.get(BOARD).expect(200);
  await viewer
    .get(BOARD)
    .set('if-none-match', first.headers['etag'] ?? '')
    .expect(304);
});

it('a change is on the next answer', async () => {
  const before = Number(await pending());
  await submitted(await house.as('a1.reporter'), task, { done: String(before + 3) });
  await house.settled();
  expect(await pending()).toBe(String(before + 3));
  expect(made).toHaveBeenCalled();
});

it('another day, another language and another reader are other answers', async () => {
  await (await house.as('a.viewer')).get(BOARD).expect(200);
  expect(made).toHaveBeenCalledTimes(1);
  const own = (await (await house.as('a.viewer')).get(BOARD).expect(200)).body;
  expect(own.unionName).toBe('甲街道总工会');
  await viewer.get(BOARD).set('accept-language', 'en').expect(200);
  expect(made).toHaveBeenCalledTimes(2);
  house.clock.set(new Date('2026-06-02T02:00:00Z'));
  await viewer.get(BOARD).expect(200);
  expect(made).toHaveBeenCalledTimes(3);
});

it('nobody is answered what lies out of his reach, though it is kept', async () => {
  const { D } = house.district.unions;
  await viewer.get(`${BOARD}&unionId=${D}`).expect(200);
  await (await house.as('a1.viewer')).get(`${BOARD}&unionId=${D}`).expect(404);
});

it('boards that were built anew are read anew', async () => {
  await rebuild(house.app.get(DataSource), () => undefined);
  await viewer.get(BOARD).expect(200);
  expect(made).toHaveBeenCalledTimes(1);
});

it('a question that is refused is not kept', async () => {
  await viewer.get('/platform/standings?tier=nowhere').expect(422);
  await viewer.get('/platform/standings?tier=nowhere').expect(422);
});
