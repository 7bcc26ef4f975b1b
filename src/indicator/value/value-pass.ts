/** One pass of the indicators (指标重算): takes what has changed, works out what depends on it, writes and tells it. */
import type { EntityManager } from 'typeorm';
import { addDays } from '../../kernel/clock';
import { closuresIn } from '../closure/closures';
import { knownIn } from '../definition/known';
import { Dues, type Note } from './due';
import { unionsOf } from './unions';
import { type Due, INDICATOR_LOCK, writeValues } from './value-writing';
import { prepared } from '../../kernel/prepared';

/** A definition is worked out for all unions and periods: a few at a time, so that nobody's entry waits long for them. */
const DEFINITIONS = 2;

const staleSql = prepared(
  'clock.indicator.stale',
  `
  with taken as (
    delete from indicator_stale where id = any(
      array(select id from indicator_stale where source <> 'indicator' order by id limit $1)
      || array(select id from indicator_stale where source = 'indicator' order by id limit ${DEFINITIONS}))
    returning district_id, source, key, path, since, until
  )
  select distinct district_id as "districtId", source, key, path::text as path, min(since)::text as since,
    case when bool_or(until is null) then null else max(until)::text end as until, count(*)::int as notes
  from taken group by district_id, source, key, path`,
);

/** Districts whose day has turned; each once, by whoever comes first. */
const turnedSql = prepared(
  'clock.indicator.turned',
  `
  with due as (select district_id, day from indicator_turn where day < app_today() order by district_id limit 20 for update skip locked),
  turned as (
    update indicator_turn t set day = app_today() from due where t.district_id = due.district_id
    returning t.district_id, due.day
  )
  select district_id as "districtId", day::text as day from turned`,
);

/** Answers how many notes and turned days were dealt with; 0 when nothing is to be done, or another process is at it. */
export async function valuePass(tx: EntityManager, most: number): Promise<number> {
  const [{ free, today }]: [{ free: boolean; today: string }] = await tx.query(
    'select pg_try_advisory_xact_lock($1) as free, app_today()::text as today',
    [INDICATOR_LOCK],
  );
  if (!free) return 0;
  const notes: (Note & { notes: number })[] = await tx.query(staleSql, [most]);
  const turned: { districtId: string; day: string }[] = await tx.query(turnedSql);
  const districts = new Set([...notes, ...turned].map(({ districtId }) => districtId));
  for (const districtId of districts) {
    const mine = notes.filter((note) => note.districtId === districtId);
    const turn = turned.find((each) => each.districtId === districtId);
    await valueDistrict(tx, districtId, mine, turn === undefined ? null : addDays(turn.day, 1), today);
  }
  return notes.reduce((sum, each) => sum + each.notes, turned.length);
}

async function valueDistrict(
  tx: EntityManager,
  districtId: string,
  notes: readonly Note[],
  begunSince: string | null,
  today: string,
): Promise<void> {
  const known = await knownIn(tx, districtId);
  if (known.indicators.length === 0) return;
  const dues = new Dues(known, await closuresIn(tx, districtId), today);
  const { everywhere, some, labels } = dues.after(notes);
  const begun = begunSince === null ? [] : dues.begun(begunSince);
  const work = async (due: readonly Due[], asked: readonly string[] | null): Promise<void> => {
    if (due.length === 0) return;
    const unions = await unionsOf(tx, districtId, asked);
    await writeValues(tx, { districtId, unions, ledgers: known.ledgers }, due, today);
  };
  // a period may have begun on the day on which something changed for everybody: it is worked out once
  const all = new Map([...everywhere, ...begun].map((due) => [keyOf(due), due]));
  await work([...all.values()], null);
  await work(
    some.filter((due) => !all.has(keyOf(due))),
    labels,
  );
}

const keyOf = ({ inForce: { id }, period }: Due): string => `${id} ${period.name}`;
