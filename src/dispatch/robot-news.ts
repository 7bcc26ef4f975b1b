/**
 * What happens becomes one message a minute (群动态): news is noted for each robot that asked for it, and a minute after
 * the first of them all that waits is handed over together.
 */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../events/envelope';
import type { Words } from '../kernel/errors';
import { handOver, type Outgoing } from './hand-over';

/** More, a vendor cuts (2 KiB at 企业微信) and nobody reads; the number of the others is said. */
const MOST_LINES = 12;
/** Robots and events of one turn: what is left waits for the next. */
const MOST_ROBOTS = 50;
const MOST_EVENTS = 2_000;

interface Listener {
  readonly districtId: string;
  readonly robotId: string;
  readonly seq: number;
}

// the path is that of the tree as it stood when it happened, a label an id without hyphens
const listeners = `
  select m."districtId", r.id as "robotId", m.seq
  from jsonb_to_recordset($1::jsonb) as m(seq bigint, "districtId" uuid, name text, path text)
  cross join lateral unnest(string_to_array(m.path, '.')) as step(label)
  join public.robot r on r.district_id = m."districtId" and r.union_id = step.label::uuid and r.active and m.name = any(r.events)`;

/** The robots of every union on the path of an event that chose its kind. */
export async function listenersOf(tx: EntityManager, events: readonly Envelope[]): Promise<Listener[]> {
  if (events.length === 0) return [];
  const given = events.map(({ seq, districtId, name, path }) => ({ seq, districtId, name, path }));
  const found: { districtId: string; robotId: string; seq: string | number }[] = await tx.query(listeners, [
    JSON.stringify(given),
  ]);
  return found.map((each) => ({ ...each, seq: Number(each.seq) }));
}

/** Once for a robot and an event, however often it is told. */
export async function noteNews(
  tx: EntityManager,
  news: readonly (Listener & { readonly words: Words })[],
): Promise<void> {
  if (news.length === 0) return;
  await tx.query(
    `insert into public.robot_news (district_id, robot_id, seq, words)
     select "districtId", "robotId", seq, words
     from jsonb_to_recordset($1::jsonb) as n("districtId" uuid, "robotId" uuid, seq bigint, words jsonb)
     on conflict do nothing`,
    [JSON.stringify(news)],
  );
}

// a robot is held meanwhile, so that two workers do not tell halves; whoever finds it held leaves it to the other
const take = `
  with ripe as (
    select district_id, robot_id, min(seq) as first from robot_news where not told
    group by 1, 2 having min(added_at) <= now() - interval '1 minute' order by min(added_at) limit ${MOST_ROBOTS}
  ), held as (
    select r.district_id, r.id from robot r join ripe on ripe.district_id = r.district_id and ripe.robot_id = r.id
    order by r.id for no key update of r skip locked
  ), chosen as (
    select n.district_id, n.robot_id, n.seq from robot_news n
    join held on held.district_id = n.district_id and held.id = n.robot_id
    where not n.told order by n.seq limit ${MOST_EVENTS}
  ), gone as (
    update robot_news n set told = true from chosen c
    where n.district_id = c.district_id and n.robot_id = c.robot_id and n.seq = c.seq and not n.told
    returning n.district_id, n.robot_id, n.seq, n.words
  )
  select district_id as "districtId", robot_id as "robotId", min(seq)::text as first,
    jsonb_agg(words order by seq) as news
  from gone group by 1, 2`;

interface Told {
  readonly districtId: string;
  readonly robotId: string;
  readonly first: string;
  readonly news: readonly Words[];
}

/** Hands over what has waited for a minute; answers how many messages. In a transaction: told and handed over, or neither. */
export async function tellNews(tx: EntityManager): Promise<number> {
  const told: Told[] = await tx.query(take);
  return handOver(tx, told.map(messageOf));
}

/** What was told is kept for as long as an announcement might be told again. */
export async function forgetNews(tx: EntityManager): Promise<void> {
  await tx.query(
    `delete from robot_news where (district_id, robot_id, seq) in (
       select district_id, robot_id, seq from robot_news
       where added_at < now() - interval '30 days' order by added_at limit 5000)`,
  );
}

function messageOf({ districtId, robotId, first, news }: Told): Outgoing {
  return {
    districtId,
    channel: 'robot',
    robotId,
    subject: { zh: `工作动态（${news.length} 条）`, en: `News (${news.length})` },
    text: textOf(news),
    reason: { words: { zh: '工作动态', en: 'News of the unions' } },
    onceKey: `news:${first}`,
  };
}

/** One line for each, the oldest first; how many more where there are too many. */
export function textOf(news: readonly Words[]): Words {
  const shown = news.slice(0, MOST_LINES);
  const more = news.length - shown.length;
  const [zh, en] = [shown.map((each) => each.zh), shown.map((each) => each.en)];
  if (more > 0) {
    zh.push(`……另有 ${more} 条，请在平台查看`);
    en.push(`… and ${more} more: see the platform`);
  }
  return { zh: zh.join('\n'), en: en.join('\n') };
}
