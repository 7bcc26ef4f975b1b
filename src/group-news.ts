/** Who else is told of what happened: programs (接口推送) and groups (群动态), in the transaction that closes the announcements. */
import type { EntityManager } from 'typeorm';
import { isRobotEvent } from './dispatch/robot-events';
import { listenersOf, noteNews } from './dispatch/robot-news';
import type { Envelope } from './events/envelope';
import { outwardWords } from './platform/activity-feed/outward-words';
import { fanOut } from './webhook/fan-out';

export async function tellOthers(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  await fanOut(
    tx,
    events.map(({ seq }) => seq),
  );
  await noteForGroups(tx, events);
}

/** The feed's words, for the robots that asked for such events. */
async function noteForGroups(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const tellable = events.filter(({ name }) => isRobotEvent(name));
  const listeners = await listenersOf(tx, tellable);
  if (listeners.length === 0) return;
  const heard = new Set(listeners.map(({ seq }) => seq));
  const told = tellable.filter(({ seq }) => heard.has(seq));
  const names = await namesOf(tx, told);
  const words = new Map(told.map((event) => [event.seq, outwardWords(event, names.get(event.unionId) ?? '')]));
  await noteNews(
    tx,
    listeners.flatMap((listener) => {
      const said = words.get(listener.seq);
      return said === undefined ? [] : [{ ...listener, words: said }];
    }),
  );
}

/** As the feed calls them. */
async function namesOf(tx: EntityManager, events: readonly Envelope[]): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query(
    'select union_id as id, name from union_card where union_id = any($1) and district_id = any($2)',
    [[...new Set(events.map(({ unionId }) => unionId))], [...new Set(events.map(({ districtId }) => districtId))]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
