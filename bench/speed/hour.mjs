/** A working day's load for an hour (`--minutes`): who reads and who hands in, at a rate that leaves the machine half idle; what each process holds. */
import { steady } from './at-rate.mjs';
import { cases } from './cases.mjs';
import { memoryMb } from './processes.mjs';
import { quantiles } from './watch.mjs';

const READS_A_SECOND = 40;
const SUBMITS_A_SECOND = 10;
const MINUTE = 60_000;

export async function anHour(ground, url, processes, minutes) {
  const reads = await Promise.all(
    ['board', 'task list', 'feed', 'desk', 'standings'].map((name) => cases[name](ground)),
  );
  const { reset, product } = await cases.submit(ground);
  await reset();
  let turn = 0;
  const read = () => reads[turn++ % reads.length].product();
  const memory = Object.fromEntries(processes.map(({ name }) => [name, []]));
  const look = () => processes.forEach(({ name, pid }) => memory[name].push(memoryMb(pid)));
  // officers are few beside the hour, and most of them would be signed out for having done nothing for half of it
  const seen = () => void ground.client.query('update session set seen_at = now()');
  const watch = setInterval(() => (look(), seen()), MINUTE);
  const over = { seconds: minutes * 60, connections: 4 };
  const [answers, submits] = await Promise.all([
    steady(url, { ...over, perSecond: READS_A_SECOND }, read),
    steady(url, { ...over, perSecond: SUBMITS_A_SECOND }, product),
  ]);
  clearInterval(watch);
  look();
  const course = (values) => ({
    // the first minutes compile and fill what is kept
    'after a sixth': values[Math.floor(values.length / 6)],
    'half way': values[Math.floor(values.length / 2)],
    'at the end': values.at(-1),
    ...quantiles(values),
  });
  return {
    minutes,
    reads: answers,
    submits,
    'MB resident': Object.fromEntries(Object.entries(memory).map(([name, values]) => [name, course(values)])),
  };
}
