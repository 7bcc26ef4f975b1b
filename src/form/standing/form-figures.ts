/** What the accepted returns of a period add up to (报表汇总): by cell, for a union with all below it, with what is lacking. */
import type { EntityManager } from 'typeorm';
import { plain } from '../../kernel/decimal';
import { addsUp, type FormDefinition } from '../definition/definition';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import { standingSql, type Within } from './standing';

/** One cell over several unions. */
export interface CellFigure {
  readonly cell: string;
  /** Σ over accepted returns; null where none gives it, which is not zero, and for percentages, which do not add up. */
  readonly sum: string | null;
  /** Unions whose accepted return gives it. */
  readonly given: number;
  /** Σ over returns that wait for acceptance; null where none gives it. */
  readonly pending: string | null;
}

export interface FormFigures {
  readonly figures: readonly CellFigure[];
  /** Unions that owe it and are not exempted, and those of them without an accepted return. */
  readonly owing: number;
  readonly lacking: number;
}

/**
 * The figures of one period, for whoever reckons with them (indicators): at or below a union, as the tree stood on the last
 * day of the period. Errors: notFound for a period the form does not have.
 */
export async function formFigures(
  tx: EntityManager,
  districtId: string,
  unionId: string,
  { formId, period }: { readonly formId: string; readonly period: string },
): Promise<FormFigures> {
  const inHand = await periodInHand(tx, districtId, formId, period);
  const { whole } = await figuresIn(tx, districtId, inHand, { unionId, reader: unionId });
  return whole;
}

interface Row {
  readonly whole: boolean;
  readonly branch: string | null;
  readonly owing: number;
  readonly lacking: number;
  readonly cells: Record<string, { sum: string | null; given: number; pending: string | null }> | null;
}

/** The whole and its branches in one pass over those that owed it. */
export async function figuresIn(
  tx: EntityManager,
  districtId: string,
  inHand: PeriodInHand,
  within: Within,
): Promise<{ whole: FormFigures; branches: ReadonlyMap<string | null, FormFigures> }> {
  const parameters: unknown[] = [];
  const sql = standingSql(districtId, inHand, within, parameters);
  const district = `$${parameters.push(districtId)}`;
  const rows: Row[] = await tx.query(
    `with ${sql}, owed as (
       select grouping(branch) = 1 as whole, branch, count(*) filter (where standing <> 'exempted')::int as owing,
         count(*) filter (where standing <> 'exempted' and status is distinct from 'accepted')::int as lacking
       from standing group by grouping sets ((), (branch))
     ), summed as (
       select grouping(s.branch) = 1 as whole, s.branch, g.key,
         sum(g.value::numeric) filter (where s.status = 'accepted')::text as sum,
         count(*) filter (where s.status = 'accepted')::int as given,
         sum(g.value::numeric) filter (where s.status = 'submitted')::text as pending
       from standing s join form_return r on r.district_id = ${district} and r.id = s.return_id,
         jsonb_each_text(r.given) g
       where s.status in ('accepted', 'submitted') group by grouping sets ((g.key), (g.key, s.branch)))
     select o.whole, o.branch, o.owing, o.lacking, (
       select jsonb_object_agg(c.key, jsonb_build_object('sum', c.sum, 'given', c.given, 'pending', c.pending)) from summed c
       where c.whole = o.whole and c.branch is not distinct from o.branch) as cells
     from owed o`,
    parameters,
  );
  const read = (row: Row | undefined): FormFigures => ({
    figures: figuresOf(inHand.definition, row?.cells ?? {}),
    owing: row?.owing ?? 0,
    lacking: row?.lacking ?? 0,
  });
  const parts = rows.filter(({ whole }) => !whole);
  return {
    whole: read(rows.find(({ whole }) => whole)),
    branches: new Map(parts.map((row) => [row.branch, read(row)])),
  };
}

/** In the order of the form that holds for the period; cells it no longer has are not told. */
function figuresOf({ cells }: FormDefinition, found: NonNullable<Row['cells']>): CellFigure[] {
  const said = new Map(Object.entries(found));
  return cells.map((cell) => {
    const { sum = null, given = 0, pending = null } = said.get(cell.key) ?? {};
    const total = (value: string | null): string | null => (value === null || !addsUp(cell) ? null : plain(value));
    return { cell: cell.key, sum: total(sum), given, pending: total(pending) };
  });
}
