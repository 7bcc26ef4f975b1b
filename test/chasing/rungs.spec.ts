/** On which day a step of a ladder is due, over the real calendar. */
import fc from 'fast-check';
import { isWorkingDay } from '../../src/calendar/working-days';
import { addDays } from '../../src/kernel/clock';
import { builtIn, checkLadder, type LadderStep } from '../../src/chasing/ladder';
import { reachedOn, scheduleOf, stepDay } from '../../src/chasing/rungs';

const none = new Map<string, boolean>();
const days = (anchor: string) => scheduleOf(builtIn.task, anchor, none).map(({ key, day }) => [key, day]);

it('the ladder of a task that is due before the Spring Festival of 2026 skips it and takes its worked Saturdays', () => {
  expect(days('2026-02-13')).toEqual([
    ['before7', '2026-02-04'],
    ['before3', '2026-02-10'],
    ['before1', '2026-02-12'],
    ['due', '2026-02-13'],
    ['after1', '2026-02-14'],
    ['after3', '2026-02-25'],
    ['after5', '2026-02-27'],
  ]);
});

it('a due day within the holiday passes its step on, and of two on one day only the higher is told', () => {
  expect(days('2026-02-16').slice(2)).toEqual([
    ['before1', '2026-02-14'],
    ['after1', '2026-02-24'],
    ['after3', '2026-02-26'],
    ['after5', '2026-02-28'],
  ]);
});

it('the ladder of a task that is due before the National Day of 2026', () => {
  expect(days('2026-09-30')).toEqual([
    ['before7', '2026-09-20'],
    ['before3', '2026-09-24'],
    ['before1', '2026-09-29'],
    ['due', '2026-09-30'],
    ['after1', '2026-10-08'],
    ['after3', '2026-10-10'],
    ['after5', '2026-10-13'],
  ]);
});

const day = fc.integer({ min: 0, max: 720 }).map((n) => addDays('2025-06-01', n));

it('each step is reached on its day and then until the next one, or five working days, have passed', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...builtIn.task), (anchor, step) => {
      const on = stepDay(anchor, step.offset, none);
      expect(isWorkingDay(on, none)).toBe(true);
      const left = scheduleOf(builtIn.task, anchor, none).find((each) => each.day === on);
      expect(reachedOn(builtIn.task, on, none).filter((each) => each.anchor === anchor)).toMatchObject([
        { key: left?.key, day: on },
      ]);
    }),
  );
});

it('a step that could not be told on its day is told up to five working days later, and then no more', () => {
  // 2026-05-29 is a Friday; after5 is due on 5 June
  const told = (today: string): string | undefined =>
    reachedOn(builtIn.task, today, none).find(({ anchor }) => anchor === '2026-05-29')?.key;
  expect(['2026-06-05', '2026-06-12', '2026-06-15'].map(told)).toEqual(['after5', 'after5', undefined]);
  const sparse = builtIn.task.filter(({ key }) => key === 'before7' || key === 'due');
  const early = (today: string): boolean =>
    reachedOn(sparse, today, none).some(({ anchor }) => anchor === '2026-05-29');
  expect(['2026-05-20', '2026-05-27', '2026-05-28', '2026-05-29'].map(early)).toEqual([true, true, false, true]);
});

it('on a day off nothing is reached but what is urgent and due that day', () => {
  const urgent = builtIn.task.map((step) => ({ ...step, urgent: true }));
  expect(reachedOn(builtIn.task, '2026-10-03', none)).toEqual([]);
  expect(reachedOn(urgent, '2026-10-03', none)).toMatchObject([{ key: 'due', anchor: '2026-10-03' }]);
});

it('days far away, ladders of one step and a year that is not announced do no harm', () => {
  const far: LadderStep[] = [{ ...(builtIn.task[0] as LadderStep), offset: -60 }];
  expect(reachedOn(far, '2026-06-01', none).map(({ anchor }) => anchor)).toContain('2026-08-25');
  expect(scheduleOf(builtIn.task, '2199-10-01', none)).toHaveLength(7);
});

it.each<[string, Partial<LadderStep>[]]>([
  ['ladder.key', [{ key: 'due' }, {}]],
  ['ladder.order', [{ offset: 1 }]],
  ['ladder.whom', [{ whom: ['reviewer'] }]],
  ['ladder.inbox', [{ channels: ['email'] }]],
])('%s', (code, changes) => {
  const steps = builtIn.task.slice(3, 5).map((step, no) => ({ ...step, ...changes[no] }));
  if (code === 'ladder.key') Object.assign(steps[1] as object, { key: 'due' });
  expect(() => checkLadder('task', steps)).toThrow(expect.objectContaining({ code }));
  expect(() => checkLadder('review', [{ ...(builtIn.review[0] as LadderStep), offset: 0 }])).toThrow('ladder.offset');
});

it('the built-in ladders keep their own rules', () => {
  checkLadder('task', builtIn.task);
  checkLadder('review', builtIn.review);
});
