/** The activity feed (工作动态): one entry an event, and one line for each union that may read it. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import { eventNames } from '../../events/event-names';
import type { EventName, Events } from '../../events/events';
import { rowsOf, type Projection } from '../projection';
import { subjectOf } from './subject';
import { prepared } from '../../kernel/prepared';

/**
 * The entries and their readers: every union on the path, as the tree stood when it happened, and the unions whose results it
 * publishes. A label is an id without hyphens.
 */
const insert = prepared(
  'feed.entry',
  `
  with told as (
    select * from jsonb_to_recordset($1::jsonb) as r(
      seq bigint, "districtId" uuid, name text, "unionId" uuid, "occurredAt" timestamptz, subject jsonb, path text, scored jsonb)
  ), entry as (
    insert into feed_entry (district_id, seq, name, union_id, occurred_at, subject)
    select "districtId", seq, name, "unionId", "occurredAt", subject from told on conflict do nothing
  )
  insert into feed_reader (district_id, union_id, occurred_at, seq)
  select "districtId", reader::uuid, "occurredAt", seq
  from told, lateral (select unnest(string_to_array(path, '.')) union select jsonb_array_elements_text(scored)) as who(reader)
  on conflict do nothing`,
);

async function settle(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const told = events.filter((event) => !untold.has(event.name));
  if (told.length === 0) return;
  const entry = ({ name, unionId, occurredAt, path, body }: Envelope) => ({
    name,
    unionId,
    occurredAt,
    path,
    subject: subjectOf(name, body),
    scored: resultsFor(name, body),
  });
  await tx.query(insert, [rowsOf(told, entry)]);
}

/** A probe, provisional points, lights, values, rows of a spreadsheet: a board moves by them, but nobody reads about each. */
export const untold: ReadonlySet<EventName> = new Set([
  'system.canary',
  'sheet.scored',
  'light.changed',
  'enterprise.batchTaken',
  'ledger.batchTaken',
  'enterprise.counted',
  'indicator.received',
  'indicator.valued',
]);

/** Whose results are told: published and corrected results are news for every union they are about. */
function resultsFor(name: EventName, body: Events[EventName]): string[] {
  const told = name === 'assessment.published' || name === 'assessment.corrected';
  return told && 'sheets' in body ? body.sheets.map(({ unionId }) => unionId) : [];
}

const names = eventNames.filter((name): name is EventName => name !== 'system.canary');

export const activityFeed: Projection = {
  name: 'activity-feed',
  on: Object.fromEntries(names.map((name) => [name, async () => undefined])),
  settle,
};
