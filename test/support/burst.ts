/** A burst of work: many tasks that travel from the district to a sub-district and back, a few at a time. */
import request from 'supertest';
import { untold } from '../../src/platform/activity-feed/activity-feed.projection';
import type { House } from './house';
import { memberTask } from './task';

export interface Done {
  root: string;
  done: string;
}

/** Six announced deeds for each task; retries what was answered with 503, as a client should. */
export async function burst(
  house: House,
  tasks: number,
  atOnce = 4,
  onTask: (no: number) => void = () => undefined,
): Promise<Done[]> {
  const tokens = { d: (await house.as('d.administrator')).token, a: (await house.as('a.administrator')).token };
  const answers: Done[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let no = next++; no < tasks; no = next++) {
      const done = String(no + 1);
      const post = (who: 'd' | 'a', path: string, body?: object) =>
        insist(house.url, tokens[who], path, body, `${no} ${path}`);
      const { task } = await post('d', '/district/tasks', { ...memberTask, title: `任务 ${no}`, target: '1000' });
      const { shares } = await post('d', `/district/tasks/${task.id}/shares`, {
        shares: [{ unionId: house.district.unions.A, target: '1000' }],
      });
      await post('a', `/subdistrict/tasks/${shares[0].id}/signature`);
      const report = await post('a', `/subdistrict/tasks/${shares[0].id}/reports`, { done });
      await post('a', `/subdistrict/reports/${report.id}/submission`);
      await post('d', `/district/reports/${report.id}/acceptance`);
      answers.push({ root: task.id, done });
      onTask(no);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}

/** The same call with the same Idempotency-Key until it is answered: nothing is done twice. */
async function insist(url: string, token: string, path: string, body: object | undefined, what: string) {
  const key = Buffer.from(what).toString('base64url');
  for (let tries = 0; ; tries++) {
    const answer = await request(url)
      .post(`/api/v1${path}`)
      .set('authorization', `Bearer ${token}`)
      .set('idempotency-key', key)
      .send(body);
    if (answer.status === 201) return answer.body;
    if (answer.status !== 503 || tries > 400)
      throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Everything that was answered stands on the boards, once. */
export async function expectAll(house: House, answers: readonly Done[]): Promise<void> {
  const board = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
  const shown = board.body.tasks.map(
    ({ taskId, done, pending }: { taskId: string; done: string; pending: string }) => ({ root: taskId, done, pending }),
  );
  const byRoot = (a: { root: string }, b: { root: string }): number => (a.root < b.root ? -1 : 1);
  expect(shown.sort(byRoot)).toEqual(answers.map((each) => ({ ...each, pending: '0' })).sort(byRoot));
  const [counts]: { told: number; shown: number }[] = await house.database.query(
    `select (select count(*)::int from outbox_message where name <> all ($1)) as told,
       (select count(*)::int from platform.feed_entry) as shown`,
    [[...untold]],
  );
  expect(counts?.shown).toBe(counts?.told);
}
