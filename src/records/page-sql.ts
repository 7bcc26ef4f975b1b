/** A page of records (分页语句) as one statement: a list in any allowed order, or changes behind the fence. Pure. */
import type { Asked } from './asked';
import type { RecordKind } from './kinds/kind';

interface Reader {
  readonly districtId: string;
  readonly unionId: string;
  readonly path: string;
  readonly officerId: string;
}

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** One row of the answer; without `record` there was none, and the rest says where the reading stands. */
export interface RecordRow {
  /** JSON as text. */
  readonly record: string | null;
  readonly place: readonly string[] | null;
  readonly xid: string | null;
  readonly fence: string;
  readonly epoch: string;
  readonly moves: string;
  /** The database is another one than before, since a moment after the one asked for. */
  readonly restored: boolean;
}

/** Everything of transactions below it is visible or never will be: none of them is still under way. */
const FENCE = `pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/** A transaction that wrote before a moment may commit after it: no transaction of this house lasts as long as this. */
const LONGEST_TRANSACTION = '15 minutes';

const AROUND = `
  select (${FENCE})::text as fence, (select count(*) from union_placement where district_id = $1 and until is not null)::text as moves,
    c.system_identifier::text || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8) as epoch,
    coalesce((select e.seen_at > $4::timestamptz and exists (select from live.database_seen o where o.system <> e.system)
      from live.database_seen e where e.system = c.system_identifier::text), false) as restored
  from pg_control_system() c where $2::uuid is not null and $3::ltree is not null and $5::uuid is not null`;

export function pageStatement(asked: Asked, reader: Reader, most: number): Statement {
  const { kind, changes, filters, updatedSince } = asked;
  const parameters: unknown[] = [reader.districtId, reader.unionId, reader.path, updatedSince, reader.officerId];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [
    'r.district_id = $1',
    changes ? toldOf(kind) : seenOf(kind),
    ...filters.map(({ name, value }) => kind.filters[name]?.where(given(value)) ?? 'false'),
    ...(changes ? changeConditions(asked, given) : listConditions(asked, given)),
  ];
  const columns = changes ? [{ sql: 'r.changed_xid', type: 'bigint' }, ...kind.key] : asked.columns;
  const down = asked.down && !changes ? ' desc' : '';
  const orders = columns.map((_, no) => `o${no}`);
  const record = recordOf(asked);
  const sql = `
    select around.*, page.record::text as record, page.place, page.xid from (${AROUND}) around left join lateral (
      select ${record} as record, array[${(changes ? kind.key : columns).map((column) => `(${column.sql})::text`).join(', ')}] as place,
        r.changed_xid::text as xid, ${columns.map((column, no) => `${column.sql} as o${no}`).join(', ')}
      from ${kind.from} where ${conditions.join('\n        and ')}
      order by ${columns.map((column) => column.sql + down).join(', ')} limit ${given(most)}
    ) page on true order by ${orders.map((order) => order + down).join(', ')}`;
  return { sql, parameters };
}

const seenOf = ({ reach, shown }: RecordKind): string => (shown === undefined ? reach : `${reach} and ${shown}`);

/** What is told of as a change: what is shown, and what is shown no longer. */
function toldOf(kind: RecordKind): string {
  const told = `${kind.reach} and ${kind.told ?? kind.shown ?? 'true'}`;
  return kind.retracted === undefined ? told : `((${told}) or ${kind.retracted})`;
}

function listConditions({ place, columns, down }: Asked, given: (value: unknown) => string): string[] {
  if (place?.of !== 'list') return [];
  const after = columns.map(({ type }, no) => `${given(place.values[no])}::${type}`);
  return [`(${columns.map(({ sql }) => sql).join(', ')}) ${down ? '<' : '>'} (${after.join(', ')})`];
}

function changeConditions({ place, kind, updatedSince }: Asked, given: (value: unknown) => string): string[] {
  const fenced = `r.changed_xid < ${FENCE}`;
  if (place?.of !== 'changes')
    return [
      fenced,
      ...(updatedSince === null ? [] : [`r.changed_at >= $4::timestamptz - interval '${LONGEST_TRANSACTION}'`]),
    ];
  const from = `${given(place.xid)}::bigint`;
  if (place.values.length === 0) return [fenced, `r.changed_xid >= ${from}`];
  const key = kind.key.map(({ type }, no) => `${given(place.values[no])}::${type}`);
  return [fenced, `(r.changed_xid, ${kind.key.map(({ sql }) => sql).join(', ')}) > (${[from, ...key].join(', ')})`];
}

/** Of a record that is shown no longer, that it was there and nothing else. */
function recordOf({ kind, fields, changes }: Asked): string {
  const of = (names: readonly string[]): string =>
    names
      .flatMap((name) => (kind.fields[name] === undefined ? [] : [`'${name}', ${kind.fields[name].sql}`]))
      .join(', ');
  if (!changes) return `json_build_object(${of(fields)})`;
  const told = [...new Set(['id', 'changedAt', ...fields])];
  const there = `json_build_object('state', 'there', ${of(told)})`;
  if (kind.retracted === undefined) return there;
  return `case when ${kind.retracted} then json_build_object('state', 'gone', ${of(['id', 'changedAt'])}) else ${there} end`;
}
