/** What a kind of record (数据类别) is: one table and its plain columns, who sees which rows, by what they are filtered and sorted. */
import type { Words } from '../../kernel/errors';
import type { Right } from '../../organization/rights';

/** In all SQL of a kind: $1 the reader's district, $2 his union, $3 its path, $5 himself; the rows are `r`. */
export interface RecordKind {
  readonly name: string;
  readonly words: Words;
  readonly right: Right;
  /** `task r`, with what its rows need beside them that never changes. */
  readonly from: string;
  /** In reach: the reader's own union and below. */
  readonly reach: string;
  /** Of those in reach, what the reader is shown; all when left out. */
  readonly shown?: string;
  /** Told of as changes, where that is less than what is shown (own drafts, which may be thrown away). */
  readonly told?: string;
  /** No longer shown to a reader who was shown it once. */
  readonly retracted?: string;
  /** Rows lie where their union lies today: after a move of a union whoever reads changes begins anew. */
  readonly byTree?: boolean;
  /** What tells rows apart, in the order of the primary key. */
  readonly key: readonly Ordered[];
  readonly fields: Readonly<Record<string, RecordField>>;
  readonly filters: Readonly<Record<string, RecordFilter>>;
  readonly sorts: Readonly<Record<string, Ordered>>;
}

/** Never null, so that it can be read on from. */
export interface Ordered {
  readonly sql: string;
  readonly type: 'uuid' | 'text' | 'date' | 'integer' | 'timestamptz';
}

type FieldType = 'id' | 'text' | 'number' | 'decimal' | 'day' | 'moment' | 'flag' | 'object' | 'list';

interface RecordField {
  readonly sql: string;
  readonly type: FieldType;
}

interface RecordFilter {
  /** The condition; `given` is the parameter. */
  readonly where: (given: string) => string;
  readonly values?: readonly string[];
  /** A row that meets it once meets it for ever, so that reading changes may be narrowed by it. */
  readonly lasting: boolean;
}

export const id = (sql: string): RecordField => ({ sql, type: 'id' });
export const text = (sql: string): RecordField => ({ sql, type: 'text' });
export const number = (sql: string): RecordField => ({ sql, type: 'number' });
export const day = (sql: string): RecordField => ({ sql, type: 'day' });
export const flag = (sql: string): RecordField => ({ sql, type: 'flag' });
export const object = (sql: string): RecordField => ({ sql, type: 'object' });
export const list = (sql: string): RecordField => ({ sql, type: 'list' });
/** Exact, as text without needless zeros. */
export const decimal = (sql: string): RecordField => ({ sql: `trim_scale(${sql})::text`, type: 'decimal' });
export const moment = (sql: string): RecordField => ({
  sql: `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  type: 'moment',
});

/** The columns every kind has. */
export const changedAt = moment('r.changed_at');

export const byId: readonly Ordered[] = [{ sql: 'r.id', type: 'uuid' }];

/** Of these words; the row keeps what it says. */
export const lasting = (sql: string, type = 'text', values?: readonly string[]): RecordFilter => ({
  where: (given) => `${sql} = ${given}::${type}`,
  lasting: true,
  ...(values === undefined ? {} : { values }),
});

/** The row may say something else tomorrow. */
export const passing = (sql: string, type = 'text', values?: readonly string[]): RecordFilter => ({
  ...lasting(sql, type, values),
  lasting: false,
});

/** A union with all below it, by the path that the row was made with. */
export const underUnion = (path = 'r.path', isLasting = true): RecordFilter => ({
  where: (given) => `${path} <@ (select n.path from trade_union n where n.district_id = $1 and n.id = ${given}::uuid)`,
  lasting: isLasting,
});
