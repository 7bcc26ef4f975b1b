/** What is said from outside (外部数据) in the database: what stands, and what is said anew, of any number in a few statements. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { newId } from '../../kernel/id';
import type { Period } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import type { KnownIndicator } from '../definition/known';
import type { ExternalGiven } from './external-rules';

/** What is said of one period by one union. */
export interface ExternalPoint {
  readonly indicator: KnownIndicator;
  readonly union: { readonly id: string; readonly path: string };
  readonly period: Period;
}

export interface ExternalStanding {
  readonly version: number;
  readonly value: string | null;
  readonly unit: string;
  readonly source: string;
  readonly asOf: string | null;
}

export interface ExternalSaying extends ExternalPoint {
  /** In the unit of the indicator. */
  readonly given: ExternalGiven & { readonly unit: string };
  readonly before: ExternalStanding | null;
}

type Sayer = Pick<
  Actor,
  'districtId' | 'officerId' | 'account' | 'network' | 'requestId' | 'traceParent' | 'keyPrefix'
>;

/** Nobody says another value of it meanwhile, nor takes a file of its indicator in. */
export async function holdPoint(tx: EntityManager, { indicator, union, period }: ExternalPoint): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock_shared(hashtextextended($1, 203)), pg_advisory_xact_lock(hashtextextended($2, 202))`,
    [indicator.id, `${indicator.id}/${union.id}/${period.name}`],
  );
}

/** Nobody says a value of these indicators meanwhile. In one order, so that two files do not wait for each other. */
export async function holdIndicators(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(id, 203)) from (select distinct id from unnest($1::text[]) id order by id) g`,
    [ids],
  );
}

/** Each is looked up by itself: a table that just begins to grow would be read as a whole. */
const standingSql = `
  select g.no, v.version, v.value::text as value, v.unit, v.source, v.as_of::text as "asOf"
  from jsonb_to_recordset($2::jsonb) as g(no int, "indicatorId" uuid, "unionId" uuid, period text)
  cross join lateral (
    select * from external_value e where e.district_id = $1 and e.indicator_id = g."indicatorId" and e.union_id = g."unionId"
      and e.period = g.period and e.replaced_at is null limit 1) v`;

/** What stands of each, in their order; null where nothing was ever said. */
export async function standingValues(
  tx: EntityManager,
  districtId: string,
  points: readonly ExternalPoint[],
): Promise<(ExternalStanding | null)[]> {
  const asked = points.map(({ indicator, union, period }, no) => ({ no, ...placeOf({ indicator, union, period }) }));
  const rows: (ExternalStanding & { no: number })[] = await tx.query(standingSql, [districtId, JSON.stringify(asked)]);
  const found = new Map(
    rows.map(({ no, value, ...row }) => [no, { ...row, value: value === null ? null : plain(value) }]),
  );
  return points.map((_, no) => found.get(no) ?? null);
}

/** The words it comes from are part of what is said. */
export const saysTheSame = ({ before, given }: Pick<ExternalSaying, 'before' | 'given'>): boolean =>
  before !== null &&
  before.value === given.value &&
  before.unit === given.unit &&
  before.source === given.source &&
  before.asOf === (given.asOf ?? null);

const replaceSql = `
  update external_value v set replaced_at = app_now()
  from jsonb_to_recordset($2::jsonb) as g("indicatorId" uuid, "unionId" uuid, period text)
  where v.district_id = $1 and v.indicator_id = g."indicatorId" and v.union_id = g."unionId" and v.period = g.period
    and v.replaced_at is null`;

const insertSql = `
  insert into external_value (district_id, id, indicator_id, union_id, period, starts_on, ends_on, version, value, unit,
    source, as_of, given_by, key_prefix, network)
  select $1, id, "indicatorId", "unionId", period, "startsOn", "endsOn", version, value, unit, source, "asOf", $3, $4, $5
  from jsonb_to_recordset($2::jsonb) as g(id uuid, "indicatorId" uuid, "unionId" uuid, period text, "startsOn" date,
    "endsOn" date, version int, value numeric, unit text, source text, "asOf" date)`;

/** What stood before is kept; each is told. Three statements, however many. */
export async function sayValues(tx: EntityManager, sayer: Sayer, sayings: readonly ExternalSaying[]): Promise<void> {
  if (sayings.length === 0) return;
  const { districtId, officerId, keyPrefix = null, network } = sayer;
  const replaced = sayings.filter(({ before }) => before !== null).map(placeOf);
  if (replaced.length > 0) await tx.query(replaceSql, [districtId, JSON.stringify(replaced)]);
  const rows = sayings.map((saying) => ({ id: newId(), ...placeOf(saying), ...saidOf(saying), ...daysOf(saying) }));
  await tx.query(insertSql, [districtId, JSON.stringify(rows), officerId, keyPrefix, network]);
  const told = sayings.map((saying, no) => {
    const { indicator, union, before } = saying;
    const { id: indicatorId, code, versions } = indicator;
    const named = { indicatorId, code, name: versions[0]?.definition.name ?? code };
    return {
      ...{ name: 'indicator.received' as const, unionId: union.id, path: union.path, subjectId: rows[no]?.id ?? '' },
      body: { externalValue: { ...named, ...placeOf(saying), ...saidOf(saying) } },
      ...(before === null ? {} : { before }),
    };
  });
  await announce(tx, sayer, ...told);
}

const placeOf = ({
  indicator,
  union,
  period,
}: ExternalPoint): { indicatorId: string; unionId: string; period: string } => ({
  ...{ indicatorId: indicator.id, unionId: union.id, period: period.name },
});

const daysOf = ({ period: { from: startsOn, to: endsOn } }: ExternalPoint): { startsOn: string; endsOn: string } => ({
  startsOn,
  endsOn,
});

const saidOf = ({ given, before }: ExternalSaying): ExternalStanding => {
  const { value, unit, source, asOf = null } = given;
  return { value, unit, source, asOf, version: (before?.version ?? 0) + 1 };
};
