/** Gathered questions: who asks while an answer is under way is asked with the next, and gets his own answer. */
import { gathered } from '../../src/kernel/gathered';

/** A question that is answered only when the test says so. */
function desk(options?: { most?: number; flights?: number }) {
  const flights: { asked: readonly number[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const ask = gathered<number, string>(
    (asked) =>
      new Promise((resolve, reject) => {
        const answers = asked.map((each) => (each < 0 ? new Error(`no ${each}`) : `yes ${each}`));
        flights.push({ asked, answer: () => resolve(answers), fail: reject });
      }),
    options,
  );
  return { ask, flights };
}

/** Everything that is ready to happen has happened. */
async function still(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('who ask at the same time are asked together, each gets his own answer', async () => {
  const { ask, flights } = desk();
  const answers = Promise.all([ask(1), ask(2), ask(1)]);
  await still();
  expect(flights.map(({ asked }) => asked)).toEqual([[1, 2, 1]]);
  flights[0]?.answer();
  expect(await answers).toEqual(['yes 1', 'yes 2', 'yes 1']);
});

it('nobody gets an answer that was asked for before he called', async () => {
  const { ask, flights } = desk();
  const first = ask(1);
  await still();
  const [second, third] = [ask(1), ask(3)];
  await still();
  expect(flights).toHaveLength(1);
  flights[0]?.answer();
  await first;
  await still();
  expect(flights.map(({ asked }) => asked)).toEqual([[1], [1, 3]]);
  flights[1]?.answer();
  expect(await Promise.all([second, third])).toEqual(['yes 1', 'yes 3']);
});

it('no more than so many at once, and no more than so many flights', async () => {
  const { ask, flights } = desk({ most: 2, flights: 2 });
  const answers = Promise.all([1, 2, 3, 4, 5].map(ask));
  await still();
  expect(flights.map(({ asked }) => asked)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  flights[1]?.answer();
  await still();
  expect(flights[2]?.asked).toEqual([5]);
  for (const { answer } of flights) answer();
  expect(await answers).toEqual(['yes 1', 'yes 2', 'yes 3', 'yes 4', 'yes 5']);
});

it('an error is its own caller’s, one of the whole question is everybody’s, and the next question is asked all the same', async () => {
  const { ask, flights } = desk();
  const mixed = Promise.allSettled([ask(1), ask(-1)]);
  await still();
  flights[0]?.answer();
  expect((await mixed).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  const broken = Promise.allSettled([ask(1), ask(2)]);
  await still();
  const next = ask(7);
  flights[1]?.fail(new Error('the database is away'));
  expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await still();
  flights[2]?.answer();
  expect(await next).toBe('yes 7');
});
