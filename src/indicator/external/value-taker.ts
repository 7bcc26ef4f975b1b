/** Values from outside in bulk (外部数据导入): each row is what would be put at its address; the same file twice changes nothing. */
import type { EntityManager } from 'typeorm';
import { treeSql } from '../../form/owing/owing';
import { type Numbered, taker, type Written } from '../../intake/taker';
import type { Actor } from '../../kernel/actor';
import { closuresIn, holdPeriods } from '../closure/closures';
import { indicatorsSql, type KnownIndicator } from '../definition/known';
import { noUnionThen, nothingToTake } from './external-rules';
import { type ExternalSaying, holdIndicators, saysTheSame, sayValues, standingValues } from './said-values';
import {
  faultOf,
  parseValue,
  type UnionHere,
  valueColumns,
  type ValueGround,
  valueKey,
  type ValueRow,
} from './value-cells';

export const valueTaker = taker<ValueRow, ValueGround>({
  kind: 'indicatorValue',
  columns: valueColumns,
  keyOf: valueKey,
  prepare: async (tx, { districtId, path }) => {
    const today = await holdPeriods(tx, districtId);
    const closed = await closuresIn(tx, districtId);
    const indicators: KnownIndicator[] = await tx.query(indicatorsSql, [districtId]);
    const unions: UnionHere[] = await tx.query(
      `select id, code, path::text as path, tier from trade_union where district_id = $1 and path <@ $2::ltree`,
      [districtId, path],
    );
    const byCode = <T extends { readonly code: string }>(all: readonly T[]): Map<string, T> =>
      new Map(all.map((each) => [each.code, each]));
    return { today, closed, indicators: byCode(indicators), unions: byCode(unions) };
  },
  parse: parseValue,
  examine: async (tx, { districtId }, rows) => (await weigh(tx, districtId, rows)).written,
  write: async (tx, actor, rows, { settings: { network = actor.network, keyPrefix } }) => {
    await holdIndicators(
      tx,
      rows.map(({ value }) => value.indicator.id),
    );
    const { sayings, written } = await weigh(tx, actor.districtId, rows);
    await sayValues(tx, { ...actor, network, keyPrefix }, sayings);
    return written;
  },
});

/** By what key and from where the file came: what is kept of each value that it gave. */
export const cameBy = ({ network, keyPrefix }: Actor): Record<string, string> => ({
  network,
  ...(keyPrefix === undefined ? {} : { keyPrefix }),
});

/** What each row comes to beside what stands; two statements. */
async function weigh(
  tx: EntityManager,
  districtId: string,
  rows: readonly Numbered<ValueRow>[],
): Promise<{ readonly sayings: readonly ExternalSaying[]; readonly written: Written }> {
  const standing = await standingValues(
    tx,
    districtId,
    rows.map(({ value }) => value),
  );
  const there = await unionsThen(tx, districtId, rows);
  const sayings: ExternalSaying[] = [];
  const faults: Written['faults'][number][] = [];
  const made = new Map<number, 'created' | 'changed'>();
  for (const [no, { row, value }] of rows.entries()) {
    const saying = { ...value, before: standing[no] ?? null };
    if (!there.has(no)) faults.push({ row, value: [faultOf(noUnionThen())] });
    else if (saying.before === null && saying.given.value === null)
      faults.push({ row, value: [faultOf(nothingToTake())] });
    else if (!saysTheSame(saying)) {
      sayings.push(saying);
      made.set(row, saying.before === null ? 'created' : 'changed');
    }
  }
  const created = sayings.filter(({ before }) => before === null).length;
  const changed = sayings.length - created;
  return {
    sayings,
    written: { created, changed, unchanged: rows.length - sayings.length - faults.length, made, faults },
  };
}

/** Whose union was there on the last day of the period. */
async function unionsThen(
  tx: EntityManager,
  districtId: string,
  rows: readonly Numbered<ValueRow>[],
): Promise<ReadonlySet<number>> {
  const asked = rows.map(({ value: { union, period } }, no) => ({ no, unionId: union.id, day: period.to }));
  const found: { no: number }[] = await tx.query(
    `select g.no from jsonb_to_recordset($2::jsonb) as g(no int, "unionId" uuid, day date) where exists (
       select from ${treeSql('g.day')} where p.district_id = $1 and p.union_id = g."unionId")`,
    [districtId, JSON.stringify(asked)],
  );
  return new Set(found.map(({ no }) => no));
}
