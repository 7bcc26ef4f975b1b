/** Enterprises out of spreadsheets (企业导入): known by their credit code; what a cell does not say stays as it is. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { announce } from '../outbox/announce';
import { type Numbered, taker, type Written } from '../intake/taker';
import { type EnterpriseGround, type EnterpriseRow, enterpriseColumns, parseEnterprise } from './enterprise-cells';
import { merge } from './enterprise-merge';
import { type Change, readKnown, writeChanged, writeNew } from './enterprise-batch';
import { countsOf } from './enterprise-counts';

const unionsSql = `
  select id, name, code, app_today()::text as today from trade_union
  where district_id = $1 and path <@ $2::ltree and tier <> 'district' and closed_on is null`;

export const enterpriseTaker = taker<EnterpriseRow, EnterpriseGround>({
  kind: 'enterprise',
  columns: enterpriseColumns,
  keyOf: ({ creditCode }) => creditCode?.toUpperCase() ?? null,
  prepare: async (tx, { districtId, path }, { settings }) => {
    const rows: { id: string; name: string; code: string; today: string }[] = await tx.query(unionsSql, [
      districtId,
      path,
    ]);
    const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
    const unions = new Map(rows.flatMap(({ id, name, code }) => [[name, id] as const, [code, id] as const]));
    for (const { name } of rows) if (rows.filter((each) => each.name === name).length > 1) unions.delete(name);
    return { unions, today, countedOn: settings['countedOn'] ?? today };
  },
  parse: parseEnterprise,
  examine: async (tx, actor, rows, { settings }) => (await weigh(tx, actor, rows, settings['countedOn'])).written,
  write: async (tx, actor, rows, { intakeId, settings }) => {
    const { fresh, changed, since, written } = await weigh(tx, actor, rows, settings['countedOn']);
    await writeNew(tx, actor, fresh, { intakeId, since });
    await writeChanged(tx, actor, changed, { intakeId, since });
    await tell(tx, actor, intakeId, [...fresh, ...changed]);
    return written;
  },
  finish: async (tx, actor, { intakeId, fileName }, tally) => {
    const { unionId, path } = actor;
    const body = { intakeId, unionId, fileName, ...tally };
    await announce(tx, actor, { name: 'enterprise.takenIn', unionId, path, subjectId: intakeId, body });
  },
});

interface Weighed {
  readonly fresh: readonly Change[];
  readonly changed: readonly Change[];
  readonly since: string;
  readonly written: Written;
}

/** Reads what is there, and what each row comes to beside it. */
async function weigh(
  tx: EntityManager,
  actor: Actor,
  rows: readonly Numbered<EnterpriseRow>[],
  asked: string | undefined,
): Promise<Weighed> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  const countedOn = asked ?? today;
  const codes = rows.map(({ value }) => value.creditCode);
  const { known, hidden } = await readKnown(tx, actor, codes, countedOn);
  const home = actor.tier === 'district' ? null : actor.unionId;
  const open = await holdPlaces(tx, actor.districtId, [...new Set(rows.map(({ value }) => value.unionId ?? home))]);
  const [fresh, changed, faults]: [Change[], Change[], Written['faults'][number][]] = [[], [], []];
  const made = new Map<number, 'created' | 'changed'>();
  for (const { row, value } of rows) {
    const before = known.get(value.creditCode);
    const outcome = hidden.has(value.creditCode) ? { fault: outOfReach } : merge(value, before, home, countedOn);
    if ('fault' in outcome) faults.push({ row, value: [outcome.fault] });
    else if ('new' in outcome && !open.has(outcome.new.unionId)) faults.push({ row, value: [closedPlace] });
    else if ('new' in outcome) {
      fresh.push({ after: outcome.new });
      made.set(row, 'created');
    } else if ('changed' in outcome) {
      changed.push({ after: outcome.changed, before, difference: outcome.difference });
      made.set(row, 'changed');
    }
  }
  const unchanged = rows.length - made.size - faults.length;
  const written = { created: fresh.length, changed: changed.length, unchanged, made, faults };
  return { fresh, changed, since: countedOn, written };
}

/** Unions that are open, kept from closing until the batch is written. */
async function holdPlaces(
  tx: EntityManager,
  districtId: string,
  unionIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `select id from trade_union where district_id = $1 and id = any($2::uuid[]) and closed_on is null order by id for share`,
    [districtId, unionIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Boards count by what the register says now; nobody reads about a batch. */
async function tell(tx: EntityManager, actor: Actor, intakeId: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { unionId, path } = actor;
  const counts = await countsOf(tx, actor.districtId, [...new Set(changes.map(({ after }) => after.unionId))]);
  await announce(tx, actor, {
    name: 'enterprise.batchTaken',
    unionId,
    path,
    subjectId: intakeId,
    body: { intakeId, counts },
  });
}

const closedPlace = {
  column: 'union',
  code: 'enterprise.unknownUnion',
  words: { zh: '该工会已撤销。', en: 'That union is closed.' },
};
/** It says no more than that it is not yours: where it lies is nobody else's business. */
const outOfReach = {
  column: 'creditCode',
  code: 'enterprise.outOfReach',
  words: {
    zh: '该企业已由本级之外的工会登记，请联系上级工会划转。',
    en: 'A union outside yours has registered it: ask the tier above to move it.',
  },
};
