/** What the day brings a form (报表时钟): periods open, their days follow the calendar, and they lock, for good. */
import type { EntityManager } from 'typeorm';
import type { FormCounts } from '../../events/form-body';
import { addDays } from '../../kernel/clock';
import { periodAfter, periodNamed, wordsOfPeriod } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import type { FormDefinition } from '../definition/definition';
import type { Form } from '../definition/form.entity';
import { owingSql } from '../owing/owing';
import { standingsOf } from '../standing/standing';
import { tally } from '../standing/tally';
import { daysOf, type PeriodDays, stageOn } from './moments';
import type { PeriodInHand } from './period-in-hand';

/** Forms looked at in one round. */
const MOST = 200;

export interface FormTurn {
  readonly districtId: string;
  readonly id: string;
}

export const dueForms = (tx: EntityManager): Promise<FormTurn[]> =>
  tx.query(
    `select district_id as "districtId", id from form where turn_on <= app_today() order by turn_on, id limit ${MOST}`,
  );

interface Around {
  readonly today: string;
  readonly calendar: Record<string, boolean>;
  readonly versions: readonly { version: number; fromPeriod: string; definition: FormDefinition }[];
  readonly locked: readonly string[];
}

const aroundSql = `
  select app_today()::text as today, (
      select coalesce(json_object_agg(w.day, w.working), '{}') from working_day w
      where w.district_id = $1 and w.day >= $3::date) as calendar, (
      select json_agg(json_build_object('version', v.version, 'fromPeriod', v.from_period, 'definition', v.definition)
        order by v.version desc) from form_version v where v.district_id = $1 and v.form_id = $2) as versions, (
      select coalesce(json_agg(p.period), '[]') from form_period p
      where p.district_id = $1 and p.form_id = $2 and p.locked_at is not null) as locked`;

const keepSql = `
  insert into form_period as p (district_id, form_id, period, version, label, ends_on, opens_on, due_on, locks_on, tiers, under,
    unions, locked_at)
  select $1, $2, period, version, label, "endsOn", "opensOn", "dueOn", "locksOn", tiers, under, unions,
    case when locks then app_now() end
  from jsonb_to_recordset($3::jsonb) as g(period text, version int, label text, "endsOn" date, "opensOn" date, "dueOn" date,
    "locksOn" date, tiers text[], under uuid[], unions uuid[], locks boolean)
  on conflict (district_id, form_id, period) do update set version = excluded.version, opens_on = excluded.opens_on,
    due_on = excluded.due_on, locks_on = excluded.locks_on, tiers = excluded.tiers, under = excluded.under,
    unions = excluded.unions, locked_at = excluded.locked_at
  where p.locked_at is null`;

/** The form is locked by whoever calls. What it does depends on the day alone: it may be called any number of times. */
export async function turnForm(tx: EntityManager, form: Form): Promise<void> {
  const { districtId, id, lastPeriod } = form;
  const from = startOf(form.nextLock);
  const [around]: [Around] = await tx.query(aroundSql, [districtId, id, from]);
  const { today, locked } = around;
  const overrides = new Map(Object.entries(around.calendar));
  const open: Kept[] = [];
  let next: string | null = null;
  let period = form.nextLock;
  for (; startOf(period) <= today && !isPast(period, lastPeriod); period = periodAfter(periodNamed(period)).name) {
    const version = versionFor(around, period);
    const days = daysOf(period, version.definition.moments, overrides);
    const stage = stageOn(days, today);
    const over = stage === 'locked' || (days.locksOn === null && stage === 'overdue');
    if (!over) next ??= period;
    if (stage !== 'notOpen' && !locked.includes(period))
      open.push({ period, ...version, days, locks: stage === 'locked' });
  }
  await tx.query(keepSql, [districtId, id, JSON.stringify(open.map((kept) => rowOf(kept)))]);
  for (const kept of open) if (kept.locks) await lock(tx, form, kept, today);
  const nextLock = next ?? period;
  const begins = startOf(nextLock);
  const turnOn = isPast(nextLock, lastPeriod) ? null : begins > today ? begins : addDays(today, 1);
  Object.assign(form, { nextLock, turnOn });
  await tx.query('update form set next_lock = $3, turn_on = $4 where district_id = $1 and id = $2', [
    districtId,
    id,
    nextLock,
    turnOn,
  ]);
}

const startOf = (period: string): string => periodNamed(period).from;
const isPast = (period: string, last: string | null): boolean => last !== null && period > last;

/** The latest version that holds for the period. */
function versionFor({ versions }: Around, period: string): Around['versions'][number] {
  const version = versions.find(({ fromPeriod }) => fromPeriod <= period);
  if (version === undefined) throw new Error(`No version of the form holds for ${period}`);
  return version;
}

interface Kept {
  readonly period: string;
  readonly version: number;
  readonly definition: FormDefinition;
  readonly days: PeriodDays;
  readonly locks: boolean;
}

function rowOf({ period, version, definition, days, locks }: Kept): object {
  return { period, version, label: wordsOfPeriod(period).zh, ...days, ...definition.owedBy, locks };
}

/** Who owed it is kept as the tree stands now for its last day; from here on nothing of it changes. */
async function lock(tx: EntityManager, form: Form, kept: Kept, today: string): Promise<void> {
  const { districtId, id, code, periodKind, firstPeriod, lastPeriod } = form;
  const { period, version, definition, days } = kept;
  const { name, programme } = definition;
  const about = { id, code, name, programme, periodKind, firstPeriod, lastPeriod };
  const inHand: PeriodInHand = { form: about, period, version, definition, days, stage: 'locked', kept: false, today };
  const parameters: unknown[] = [id, period];
  const owing = owingSql(districtId, inHand, parameters);
  await tx.query(
    `insert into form_owing (district_id, form_id, period, union_id, path)
     select $${parameters.push(districtId)}::uuid, $1::uuid, $2::text, w.union_id, w.path from (${owing}) w`,
    parameters,
  );
  const within = { unionId: districtId, reader: districtId };
  const counts: FormCounts = tally(await standingsOf(tx, districtId, { ...inHand, kept: true }, within));
  const [{ path }]: [{ path: string }] = await tx.query(
    'select path::text as path from trade_union where district_id = $1 and id = $1',
    [districtId],
  );
  const teller = { districtId, officerId: null, account: 'clock', network: 'local', requestId: 'clock' };
  await announce(tx, teller, {
    name: 'formPeriod.locked',
    unionId: districtId,
    path,
    subjectId: id,
    body: {
      form: { formId: id, code, name, programme, version },
      period,
      label: wordsOfPeriod(period).zh,
      counts,
    },
  });
}
