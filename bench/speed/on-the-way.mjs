/** From the answer to a submission until it is on the boards and consoles hear of it; and what 500 listeners cost those who submit. */
import { steady } from './at-rate.mjs';
import { tasksToReport } from './seed.mjs';
import { settled } from './settled.mjs';
import { listen, quantiles } from './watch.mjs';

const SUBMITTED = /"id":"([^"]+)"/;

/** Submits at a steady pace; `told(report, at)` is called when one is answered. Answers how long they took. */
function submitting(url, tasks, { perSecond, seconds, told }) {
  let no = 0;
  if (tasks.length < perSecond * seconds)
    throw new Error(`Only ${tasks.length} tasks wait for a report: fewer seconds.`);
  const next = () => {
    const { id, person } = tasks[no++];
    return {
      method: 'POST',
      path: `/api/v1/community/tasks/${id}/submissions`,
      headers: { authorization: `Bearer ${person.token}` },
      body: JSON.stringify({ done: '20', note: '新增会员 20 人' }),
    };
  };
  const answered = (status, text, at) => {
    const id = SUBMITTED.exec(text)?.[1];
    if (status === 201 && id !== undefined) told(id, at);
  };
  return steady(url, { perSecond, seconds, connections: 64, answered }, next);
}

const districtsOf = (people) => people.filter(({ tier, reports }) => reports && tier === 'district');

async function quiet(client) {
  await client.query(`update progress_report set status = 'accepted' where status <> 'accepted'`);
  await settled(client);
}

/** At `perSecond` submissions a second: milliseconds from the answer until a console of its district hears of it. */
export async function delayed(ground, url, perSecond, seconds) {
  await quiet(ground.client);
  const [answered, heard] = [new Map(), new Map()];
  const ends = await Promise.all(
    districtsOf(ground.people).map(({ token }) => listen(url, token, (id) => heard.set(id, performance.now()))),
  );
  const tasks = await tasksToReport(ground.client, ground.people);
  const submits = await submitting(url, tasks, { perSecond, seconds, told: (id, at) => answered.set(id, at) });
  const until = performance.now() + 60_000;
  while ([...answered.keys()].some((id) => !heard.has(id)) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const all = performance.now();
  for (const end of ends) end();
  const delays = [...answered].flatMap(([id, at]) => (heard.has(id) ? [Math.max(0, heard.get(id) - at)] : []));
  return {
    asked: perSecond,
    answered: submits['a second'],
    refusals: submits.refusals,
    unheard: answered.size - delays.length,
    behindAtTheEnd: Math.round(all - Math.max(...answered.values())),
    ...quantiles(delays),
  };
}

/** With `listeners` consoles of one district: from the answer until all of them have heard, and the submits' own times with and without them. */
export async function fannedOut(ground, url, listeners, perSecond, seconds) {
  const [district] = districtsOf(ground.people);
  const run = async (many) => {
    await quiet(ground.client);
    const [answered, heard, last] = [new Map(), new Map(), new Map()];
    const hear = (id) => {
      heard.set(id, (heard.get(id) ?? 0) + 1);
      if (heard.get(id) === many) last.set(id, performance.now());
    };
    const ends = await Promise.all(Array.from({ length: many }, () => listen(url, district.token, hear)));
    const tasks = (await tasksToReport(ground.client, ground.people)).filter(
      ({ person }) => person.district === district.district,
    );
    const submits = await submitting(url, tasks, { perSecond, seconds, told: (id, at) => answered.set(id, at) });
    const until = performance.now() + 30_000;
    while (many > 0 && last.size < answered.size && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    for (const end of ends) end();
    return {
      submits,
      delays: [...answered].flatMap(([id, at]) => (last.has(id) ? [last.get(id) - at] : [])),
      missed: answered.size - last.size,
    };
  };
  const alone = await run(0);
  const heard = await run(listeners);
  return {
    listeners,
    'all have heard after': quantiles(heard.delays),
    missed: heard.missed,
    'submit p95 without them': alone.submits.p95,
    'submit p95 with them': heard.submits.p95,
  };
}
