/** Supervision in the running year (督办): communities ask for more time, and an order to a sub-district is on its way. */
import { addDays, dayOf } from '../kernel/clock';
import type { DemoDistrict, Place } from './district';
import type { Lane } from './lane';

const ASKED_AGO = 2;
const ORDERED_AGO = 5;
const LIMIT_IN = 10;
const LONGER = 15;
const ASKING = 3;

const reasons = [
  '企业年底停工盘点，需延后入户核对。',
  '名册正在与街道比对，请求顺延。',
  '新入驻企业较多，需补充走访。',
];

/** A task of the union that is signed for, not done and due in more than a week. */
const openTask = `
  select t.id, t.due_on::text as "dueOn" from task t
  where t.district_id = $1 and t.union_id = $2 and t.status = 'signed' and t.due_on > $3 order by t.due_on, t.id limit 1`;

export async function superviseThisYear(lane: Lane, district: DemoDistrict, now: Date): Promise<void> {
  const today = dayOf(now);
  const [first] = district.below;
  const last = district.below.at(-1);
  lane.begin();
  if (last !== undefined) await order(lane, district, last, today);
  lane.moveTo(addDays(today, -ASKED_AGO));
  for (const [no, place] of (first?.below ?? []).slice(0, ASKING).entries()) await ask(lane, place, today, no);
}

async function order(lane: Lane, district: DemoDistrict, to: Place, today: string): Promise<void> {
  lane.moveTo(addDays(today, -ORDERED_AGO));
  const { id } = await lane.orders.issue(district.actor, {
    unionId: to.unionId,
    title: '加快推进本年度工会组建任务',
    requirement: '请查明进度落后的原因，落实责任人，按期书面答复整改措施，并附佐证材料。',
    limitOn: addDays(today, LIMIT_IN),
    degree: 'orange',
  });
  lane.moveTo(addDays(today, -ASKED_AGO));
  await lane.orders.sign(to.actor, id);
}

async function ask(lane: Lane, { actor, unionId }: Place, today: string, no: number): Promise<void> {
  const [task]: { id: string; dueOn: string }[] = await lane.deeds.transaction((tx) =>
    tx.query(openTask, [actor.districtId, unionId, addDays(today, 7)]),
  );
  if (task === undefined) return;
  const tasks = [{ taskId: task.id, proposedOn: addDays(task.dueOn, LONGER) }];
  await lane.extensions.request(actor, { tasks, reason: reasons[no] ?? '' });
}
