/** Figures out of ledgers (台账统计): one statement over accepted entries, and the entries that make them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { idOfLabel } from '../../kernel/id';
import { readPage } from '../entry/entry.reader';
import type { LedgerEntryList } from '../entry/entry.view';
import { listFrom } from '../query/list-query';
import { type Scope, scopeOf } from '../query/scope';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { type Figure, type FigureAsked, groupSql, measureSql, readFigure, toldApart } from './figure';
import type { FigureGroup, FigureView } from './figure.view';

const MOST_GROUPS = 200;

/** Which unions and days. */
export interface FigureSpan {
  readonly unionId?: string;
  readonly from?: string;
  readonly to?: string;
}

interface Row {
  readonly key: string;
  readonly value: string | null;
  readonly entries: number;
  readonly without: number;
  readonly whole: boolean;
}

@Injectable()
export class FigureReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Errors: ledger.figure, ledger.filters (422), notFound. */
  async figure(actor: Actor, ledgerId: string, asked: FigureAsked & FigureSpan): Promise<FigureView> {
    const { manager } = this.database;
    const type = await typeInHand(manager, actor.districtId, ledgerId);
    return figureOf(manager, { actor, type, scope: await scopeOf(manager, actor, asked.unionId) }, asked);
  }

  /** The accepted entries that make the figure, the latest first. Errors as above. */
  async entries(
    actor: Actor,
    ledgerId: string,
    asked: FigureAsked & FigureSpan & { page: number; pageSize: number },
  ): Promise<LedgerEntryList> {
    const { manager } = this.database;
    const type = await typeInHand(manager, actor.districtId, ledgerId);
    readFigure(type.definition, asked);
    const { unionId, from, to, filters, page, pageSize } = asked;
    return readPage(manager, actor, type, { unionId, from, to, filters, page, pageSize, status: ['accepted'] });
  }
}

export async function figureOf(
  tx: EntityManager,
  { actor, type, scope }: { actor: Pick<Actor, 'districtId' | 'unionId' | 'path'>; type: TypeInHand; scope: Scope },
  asked: FigureAsked & Omit<FigureSpan, 'unionId'>,
): Promise<FigureView> {
  const figure = readFigure(type.definition, asked);
  const { districtId, unionId, path } = actor;
  const parameters: unknown[] = [];
  const { from, to } = asked;
  const statuses = ['accepted'] as const;
  const reader = { unionId, path };
  const where = listFrom(
    { typeId: type.id, districtId, reader, scope, statuses, from, to, conditions: figure.conditions },
    type.slots,
    parameters,
  );
  const depth = figure.by === 'union' ? `$${parameters.push(scope.path.split('.').length)}` : '';
  const rows: Row[] = await tx.query(figureSql(figure, type, where, depth), parameters);
  const whole = rows.find((row) => row.whole);
  const parts = rows.filter((row) => !row.whole);
  return {
    value: valueOf(whole),
    entries: whole?.entries ?? 0,
    without: whole?.without ?? 0,
    unit: figure.field?.unit ?? null,
    groups: figure.by === null ? [] : await named(tx, districtId, figure, parts.slice(0, MOST_GROUPS)),
    more: parts.length > MOST_GROUPS,
  };
}

/** The whole and its groups in one pass; a distinct count of the whole is not the sum of its groups. */
function figureSql(figure: Figure, { slots }: TypeInHand, where: string, depth: string): string {
  const { field, by } = figure;
  const without = field === null ? '0' : `count(*) filter (where ${toldApart(field, slots)} is null)::int`;
  const group = groupSql(figure, slots, depth);
  const columns = `${measureSql(figure, slots)}::text as value, count(*)::int as entries, ${without} as without`;
  if (by === null) return `select '' as key, ${columns}, true as whole ${where}`;
  return `select coalesce(${group}, '') as key, ${columns}, grouping(${group}) = 1 as whole ${where}
    group by grouping sets ((), (${group})) order by whole desc, entries desc, key limit ${MOST_GROUPS + 2}`;
}

const valueOf = (row: Row | undefined): string | null =>
  row === undefined || row.value === null ? null : plain(row.value);

async function named(
  tx: EntityManager,
  districtId: string,
  { by }: Figure,
  rows: readonly Row[],
): Promise<FigureGroup[]> {
  const unions = by === 'union' || (typeof by === 'object' && by?.kind === 'union');
  const keyed = rows.map((row) => ({ ...row, key: by === 'union' ? idOfLabel(row.key) : row.key }));
  const found: { id: string; name: string }[] = unions
    ? await tx.query('select id, name from trade_union where district_id = $1 and id::text = any($2)', [
        districtId,
        keyed.map(({ key }) => key),
      ])
    : [];
  const names = new Map(found.map(({ id, name }) => [id, name]));
  if (typeof by === 'object' && by !== null) for (const { code, name } of by.choices ?? []) names.set(code, name);
  return keyed.map((row) => ({
    key: row.key,
    name: names.get(row.key) ?? row.key,
    value: valueOf(row),
    entries: row.entries,
  }));
}
