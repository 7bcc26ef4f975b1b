/** Announcements that get stuck: a fault in the platform's tables, which the story mends again. */
import { eventually } from './eventually';
import type { House } from './house';
import { memberTask } from './task';

/** A new task of the district whose announcement the board refuses, until `mended`; it stands parked after its last try. Its light comes through. */
export async function parkedTask(house: House, title: string, prefix = ''): Promise<void> {
  await house.database.query(
    `alter table platform.task_board drop constraint if exists stuck;
     alter table platform.task_board add constraint stuck check (title is null) not valid`,
  );
  await (await house.as(`${prefix}d.administrator`)).post('/district/tasks', { ...memberTask, title }).expect(201);
  await eventually(async () => {
    // the tries between are minutes apart: only the first and the last are waited for
    const [row]: { parked: boolean }[] = await house.database.query(
      `with hastened as (
         update outbox_message set attempts = 11, leased_until = null
         where projected_at is null and parked_at is null and attempts between 1 and 10 and body #>> '{task,title}' = $1)
       select parked_at is not null as parked from outbox_message where body #>> '{task,title}' = $1`,
      [title],
    );
    if (row?.parked !== true) throw new Error(`${title} is not parked yet`);
  }, 30_000);
}

/** The fault is gone; what is parked stays parked until it is re-driven. */
export async function mended(house: House): Promise<void> {
  await house.database.query('alter table platform.task_board drop constraint stuck');
}
