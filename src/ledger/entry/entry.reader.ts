/** Entries of ledgers (台账记录) as their union and those above it read them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { readFilters } from '../query/filters';
import { listFrom, MOST_COUNTED, type Order, orderOf, orderSql, requireListed } from '../query/list-query';
import { scopeOf } from '../query/scope';
import { BOTH, filesShownTo, shownTo } from '../rework/as-read';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { deedsOf } from './entry-deeds';
import type { LedgerEntryDetail, LedgerEntryList, LedgerEntryView } from './entry.view';
import type { EntryStatus } from './ledger-entry.entity';
import { unionNames } from './union-names';
import type { Values } from './values';

export interface WhichEntries {
  readonly unionId?: string;
  readonly status?: readonly EntryStatus[];
  readonly from?: string;
  readonly to?: string;
  readonly filters?: unknown;
}

export interface EntriesAsked extends WhichEntries {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string;
}

/** Whom it waits for, and who had it in hand. */
interface InHands {
  readonly reviewerId: string | null;
  readonly submittedById: string | null;
  readonly createdById: string;
}

export type EntryRow = Omit<LedgerEntryView, 'decidable'> & InHands & { values: Values };
type Row = EntryRow;

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** `own`: the reader's union. */
const columns = (
  own: string,
): string => `e.id, e.type_id as "ledgerId", e.type_version as "formVersion", e.union_id as "unionId", u.name as "unionName",
  e.day::text as day, e.given as values, e.status, e.corrects_id as "correctsId", (
    select count(*)::int from ledger_file f where f.entry_id = e.id and f.district_id = e.district_id and ${filesShownTo(own)}) as files,
  o.name as "createdBy", ${iso('e.submitted_at')} as "submittedAt", e.version, e.reviewer_id as "reviewerId",
  e.submitted_by as "submittedById", e.created_by as "createdById"`;
const joins = `
  join trade_union u on u.district_id = e.district_id and u.id = e.union_id
  join officer o on o.district_id = e.district_id and o.id = e.created_by`;

const oneSql = `
  select ${columns('$3')}, (
      select coalesce(json_agg(json_build_object('id', f.id, 'field', f.field, 'name', f.name, 'mediaType', b.media_type,
        'size', b.size, 'sha256', f.sha256, 'createdAt', ${iso('f.created_at')}) order by f.created_at, f.id), '[]')
      from ledger_file f join evidence_file b on b.sha256 = f.sha256
      where f.entry_id = e.id and f.district_id = e.district_id and ${filesShownTo('$3')}) as evidence, (
      select coalesce(json_agg(json_build_object('kind', s.kind, 'by', p.name, 'at', ${iso('s.at')}, 'words', s.words,
        'changes', s.changes) order by s.no), '[]')
      from ledger_step s join officer p on p.district_id = s.district_id and p.id = s.officer_id
      where s.district_id = e.district_id and s.entry_id = e.id and (e.union_id = $3 or e.status <> 'returned' or s.no <= (
        select max(b.no) from ledger_step b where b.district_id = e.district_id and b.entry_id = e.id and b.kind = 'returned'))
      ) as steps, exists (
      select from ledger_personal p where p.district_id = e.district_id and p.entry_id = e.id and p.reworked = e.rework) as personal
  from ${BOTH} e ${joins}
  where e.district_id = $1 and e.id = $2 and (e.union_id = $3 or e.path <@ $4::ltree) and ${shownTo('$3')}`;

@Injectable()
export class EntryReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  one(actor: Actor, id: string): Promise<LedgerEntryDetail> {
    return readLedgerEntry(this.database.manager, actor, id);
  }

  /** A page by day, or by any listed field. Errors: ledger.filters, ledger.sort, ledger.notListed (422), notFound. */
  async list(actor: Actor, ledgerId: string, asked: EntriesAsked): Promise<LedgerEntryList> {
    const { manager } = this.database;
    const type = await typeInHand(manager, actor.districtId, ledgerId);
    requireListed(readFilters(type.definition, asked.filters));
    return readPage(manager, actor, type, asked);
  }
}

/** A page with the names that stand in it, by whatever fields. */
export async function readPage(
  tx: EntityManager,
  actor: Actor,
  type: TypeInHand,
  asked: EntriesAsked,
): Promise<LedgerEntryList> {
  const { items, total } = await pageOf(tx, actor, type, asked);
  const unions = await unionNames(tx, actor.districtId, type.definition, items);
  const { page, pageSize } = asked;
  const told = items.map((row) => ({ ...entryOf(row), decidable: deedsIn(actor, row).includes('accept') }));
  return { items: told, unions, page, pageSize, total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED };
}

async function pageOf(
  tx: EntityManager,
  actor: Actor,
  type: TypeInHand,
  asked: EntriesAsked,
): Promise<{ items: Row[]; total: number }> {
  const { definition, slots } = type;
  const conditions = readFilters(definition, asked.filters);
  const order = orderOf(asked.sort ?? '-day', definition, slots);
  const { districtId, unionId, path } = actor;
  const parameters: unknown[] = [];
  const { status, from, to, page, pageSize } = asked;
  const scope = await scopeOf(tx, actor, asked.unionId);
  const wanted = { typeId: type.id, districtId, reader: { unionId, path }, scope, conditions };
  const where = listFrom({ ...wanted, statuses: status, from, to }, slots, parameters);
  const [{ total }]: [{ total: number }] = await tx.query(
    `select count(*)::int as total from (select ${where} limit ${MOST_COUNTED + 1}) as counted`,
    parameters,
  );
  const offset = (page - 1) * pageSize;
  if (offset >= Math.min(total, MOST_COUNTED)) return { items: [], total };
  const read = (rest: string, skip: number, most: number): Promise<Row[]> => {
    const numbers = { most: parameters.length + 1, skip: parameters.length + 2, own: parameters.length + 3 };
    return tx.query(pageSql(where, order, rest, numbers), [...parameters, most, skip, unionId]);
  };
  if (!order.sparse) return { items: await read('', offset, pageSize), total };
  const items = await read(` and ${order.column} is not null`, offset, pageSize);
  if (items.length === pageSize) return { items, total };
  // where those that have a value end, those without one follow
  const had = items.length > 0 || offset === 0 ? offset + items.length : await countWith(tx, where, order, parameters);
  const bare = await read(` and ${order.column} is null`, Math.max(0, offset - had), pageSize - items.length);
  return { items: [...items, ...bare], total };
}

/** Which parameters say how many, from where, and which union reads. */
interface PageNumbers {
  readonly most: number;
  readonly skip: number;
  readonly own: number;
}

/** Ids by index first, and only those of the page with all they say. */
export const pageSql = (where: string, order: Order, rest: string, { most, skip, own }: PageNumbers): string => `
  with page as materialized (
    select e.district_id, e.id, e.rework ${where}${rest} ${orderSql(order)} limit $${most} offset $${skip})
  select ${columns(`$${own}`)} from page join ${BOTH} e on e.district_id = page.district_id and e.id = page.id
    and e.rework = page.rework ${joins}
  ${orderSql(order)}`;

async function countWith(
  tx: EntityManager,
  where: string,
  { column }: Order,
  parameters: readonly unknown[],
): Promise<number> {
  const [{ had }]: [{ had: number }] = await tx.query(
    `select count(*)::int as had from (select ${where} and ${column} is not null limit ${MOST_COUNTED}) as counted`,
    [...parameters],
  );
  return had;
}

/** Errors: notFound. */
export async function readLedgerEntry(tx: EntityManager, actor: Actor, id: string): Promise<LedgerEntryDetail> {
  const { districtId, unionId, path } = actor;
  type Full = Row & Pick<LedgerEntryDetail, 'evidence' | 'steps'> & { personal: boolean };
  const [row]: Full[] = await tx.query(oneSql, [districtId, id, unionId, path]);
  if (row === undefined) throw new NotFound();
  const { personal, ...rest } = row;
  const entry = entryOf(rest);
  const { definition } = await typeInHand(tx, districtId, entry.ledgerId, { version: entry.formVersion });
  const deeds = deedsIn(actor, rest, personal);
  return {
    ...entry,
    decidable: deeds.includes('accept'),
    unions: await unionNames(tx, districtId, definition, [entry]),
    definition: definition as LedgerEntryDetail['definition'],
    deeds,
  };
}

const entryOf = <T extends InHands>({ reviewerId: _, submittedById: __, createdById: ___, ...entry }: T) => entry;

function deedsIn(actor: Actor, row: InHands & Pick<EntryRow, 'unionId' | 'status'>, personal = false): string[] {
  const { unionId, status, reviewerId, submittedById, createdById } = row;
  return deedsOf(actor, { unionId, status, reviewerId, by: [submittedById, createdById], personal });
}
