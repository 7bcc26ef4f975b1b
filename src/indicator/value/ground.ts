/** What values are worked out on (计值基础): everything defined, what is closed, today and the union, in one statement. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { labelOf } from '../../kernel/id';
import { type Period, periodOn, readPeriod } from '../../kernel/period';
import { type Closed, closedOf, type ClosedRow, closuresSql } from '../closure/closures';
import {
  type FormRow,
  formsSql,
  allIndicatorsSql,
  type Known,
  type KnownIndicator,
  knownOf,
  ledgersSql,
} from '../definition/known';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { Around } from '../sources/source';
import { unionColumns, type UnionInReach } from './unions';
import type { Worked } from './valuing';

/** A value as it was last written. */
export type Kept = Worked & {
  readonly id: string;
  readonly version: number;
  readonly kind: Period['kind'];
  readonly from: string;
};

export interface Ground {
  readonly districtId: string;
  readonly known: Known;
  readonly closed: readonly Closed[];
  readonly today: string;
  readonly union: UnionInReach;
  /** Of the union in the periods. */
  readonly kept: readonly Kept[];
}

const rows = (sql: string): string => `(select coalesce(json_agg(r), '[]') from (${sql}) as r)`;

const groundSql = `
  select app_today()::text as today, ${rows(allIndicatorsSql)} as indicators, ${rows(ledgersSql)} as ledgers,
    ${rows(formsSql)} as forms,
    ${rows(closuresSql)} as closures, ${rows(`
      select ${unionColumns} from trade_union u
      where u.district_id = $1 and u.id = $2 and ($3::ltree is null or u.path <@ $3)`)} as unions, ${rows(`
      select v.indicator_id as id, v.version, v.kind, v.from_day as "from", v.numerator::text, v.denominator::text,
        v.value::text from indicator_value v
      where v.district_id = $1 and v.union_id = $2 and (v.kind, v.from_day) in (
        select kind, from_day from unnest($4::text[], $5::date[]) as p(kind, from_day)
        union all select 'year', date_trunc('year', app_today())::date where cardinality($4::text[]) = 0)`)} as kept`;

interface GroundRow {
  readonly today: string;
  readonly indicators: KnownIndicator[];
  readonly ledgers: TypeInHand[];
  readonly forms: FormRow[];
  readonly closures: ClosedRow[];
  readonly unions: Omit<UnionInReach, 'label'>[];
  readonly kept: Kept[];
}

/** `reach`: where it must lie, null for anywhere; no period stands for this year. Nothing for a union that is not there. */
export async function groundOf(
  tx: EntityManager,
  { districtId, unionId, reach }: { districtId: string; unionId: string; reach: string | null },
  periods: readonly Period[],
): Promise<Ground | undefined> {
  const [row]: GroundRow[] = await tx.query(groundSql, [
    ...[districtId, unionId, reach],
    ...[periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  ]);
  const [union] = row?.unions ?? [];
  if (row === undefined || union === undefined) return undefined;
  const { today, indicators, ledgers, forms, closures, kept } = row;
  const known = knownOf(indicators, ledgers, forms);
  return { districtId, known, closed: closedOf(closures), today, union: { ...union, label: labelOf(union.id) }, kept };
}

export interface ValueAsked {
  /** This year when left out. */
  readonly period?: string;
  readonly unionId?: string;
}

/** Where somebody asks: within his reach, his own union when he names none. Errors: notFound. */
export async function groundAsked(
  tx: EntityManager,
  { districtId, unionId: own, path }: Pick<Actor, 'districtId' | 'unionId' | 'path'>,
  { period: name, unionId = own }: ValueAsked,
): Promise<{ ground: Ground; period: Period }> {
  const named = name === undefined ? undefined : readPeriod(name);
  if (named === null) throw new NotFound();
  const ground = await groundOf(tx, { districtId, unionId, reach: path }, named === undefined ? [] : [named]);
  if (ground === undefined) throw new NotFound();
  return { ground, period: named ?? periodOn('year', ground.today) };
}

export const aroundIn = ({ districtId, union, known: { ledgers } }: Ground): Around => ({
  districtId,
  unions: [union],
  ledgers,
});
