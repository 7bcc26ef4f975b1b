/** Records (数据读取): which kinds there are, and a page of one kind, within reach. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { scopeOf } from '../access/key/scope';
import type { Actor } from '../kernel/actor';
import { may } from '../organization/rights';
import { type Asked, askedOf, type RecordsGiven } from './asked';
import { cursorText, lostCursor } from './cursor';
import type { RecordKind } from './kinds/kind';
import { recordKinds } from './kinds/kinds';
import { pageStatement, type RecordRow } from './page-sql';
import type { RecordKindList, RecordsPage } from './records.view';

/** A page as it was found: the JSON of each record, and the cursor behind it. */
export interface FoundPage {
  readonly records: readonly { readonly json: string; readonly cursor: string }[];
  readonly nextCursor: string | null;
  readonly more: boolean;
  /** Of the first page of a list: where reading changes begins. */
  readonly changes: string | null;
}

@Injectable()
export class RecordsReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Those that the role opens, and of a program the scopes of its key. */
  kinds({ role }: Actor, scopes?: readonly string[]): RecordKindList {
    const items = recordKinds
      .filter(({ name, right }) => {
        const scope = scopeOf('GET', `/api/v1/records/${name}`, right);
        return may(role, right) && (scopes === undefined || (scope !== undefined && scopes.includes(scope)));
      })
      .map(({ name, words, fields, filters, sorts }) => ({
        kind: name,
        ...words,
        fields: Object.entries(fields).map(([field, { type }]) => ({ name: field, type })),
        filters: Object.entries(filters).map(([filter, { values, lasting }]) => ({
          name: filter,
          values: values === undefined ? null : [...values],
          ofChanges: lasting,
        })),
        sorts: ['id', ...Object.keys(sorts)],
      }));
    return { items };
  }

  /** Errors: those of `askedOf` (422), cursor.lost (409). */
  async page(
    actor: Actor,
    kind: RecordKind,
    { limit, ...given }: RecordsGiven & { limit: number },
  ): Promise<RecordsPage> {
    const { records, ...about } = await this.find(actor, askedOf(kind, given), limit);
    return { kind: kind.name, items: records.map(({ json }) => JSON.parse(json) as unknown), ...about };
  }

  /** Errors: cursor.lost (409). */
  async find(actor: Actor, asked: Asked, most: number): Promise<FoundPage> {
    const { sql, parameters } = pageStatement(asked, actor, most);
    const rows: RecordRow[] = await this.database.query(sql, [...parameters]);
    const [first] = rows;
    if (first === undefined) throw new Error('A page of records says nothing, not even where it stands.');
    if (isLost(asked, first)) throw lostCursor();
    const { epoch, moves, fence } = first;
    const kind = asked.kind.name;
    const records = rows.flatMap(({ record, place, xid }) => {
      if (record === null || place === null || xid === null) return [];
      const cursor = asked.changes
        ? cursorText({ of: 'changes', kind, epoch, moves, xid, values: place })
        : cursorText({ of: 'list', kind, sort: asked.sort, values: place });
      return [{ json: record, cursor }];
    });
    const more = records.length === most;
    const fromNow = cursorText({ of: 'changes', kind, epoch, moves, xid: fence, values: [] });
    // all below the fence was looked at, also what was not asked for: the next reading need not look again
    const nextCursor = more ? (records.at(-1)?.cursor ?? null) : asked.changes ? fromNow : null;
    return { records, nextCursor, more, changes: asked.changes || asked.place !== null ? null : fromNow };
  }
}

/** Transactions are counted anew, or what lies in reach is no longer what it was. */
function isLost({ place, kind, updatedSince }: Asked, now: RecordRow): boolean {
  if (updatedSince !== null && now.restored) return true;
  if (place?.of !== 'changes') return false;
  if (place.epoch !== now.epoch || BigInt(place.xid) > BigInt(now.fence)) return true;
  return kind.byTree === true && place.moves !== now.moves;
}
