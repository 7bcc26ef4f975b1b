/** What a room says to take spreadsheets in (导入方): its columns, how a row is read, how a batch is written. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import type { Words } from '../kernel/errors';
import type { IntakeKind } from './kind-scope';

export interface IntakeColumn {
  readonly key: string;
  /** What programs call it, where that is not its key: `values.people`. */
  readonly field?: string;
  /** The heading, without the star of those that must be there. */
  readonly title: string;
  readonly must?: true;
  /** Has a star although the column may be left out. */
  readonly starred?: true;
  /** What an empty cell means, where it may be empty; that nothing changes when left out. */
  readonly empty?: string;
  /** What stands in the sample row of the blank. */
  readonly example: string;
  readonly choices?: readonly string[];
  /** Of a number: what the spreadsheet itself warns about. */
  readonly limits?: { readonly whole: boolean; readonly min?: string; readonly max?: string };
  /** What belongs there, in the reader's words, for the page of instructions. */
  readonly hint?: string;
}

/** The texts of a row by the keys of their columns: trimmed, NFC; an empty cell is not there. A day is YYYY-MM-DD. */
export type Cells = Readonly<Partial<Record<string, string>>>;

export interface Fault {
  /** The key of the column; null where it is about the whole row. */
  readonly column: string | null;
  readonly code: string;
  readonly words: Words;
}

export interface Numbered<T> {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly value: T;
}

/** A row as it is read; with faults where nobody needs to look at its cells. */
export interface SheetRow extends Numbered<Cells> {
  readonly faults?: readonly Fault[];
}

export type Made = ReadonlyMap<number, 'created' | 'changed'>;

export interface Written {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What became of which row; of the others that have no faults, nothing. */
  readonly made: Made;
  /** Rows that could not be written after all. */
  readonly faults: readonly Numbered<readonly Fault[]>[];
}

/** What the work is part of. */
export interface About {
  readonly intakeId: string;
  readonly fileName: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** How it ended. */
export interface Tally {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
}

/** Whose spreadsheets hold personal data: they are kept only until the intake has ended. */
interface Passing {
  readonly passing?: true;
}

interface TakerOf<Value, Ground> extends Passing {
  readonly kind: IntakeKind;
  readonly columns: readonly IntakeColumn[];
  /** The text by which a row is known: a second row of the same file with it is a fault. */
  readonly keyOf: (cells: Cells) => string | null;
  /** What rows are read against, once a batch. */
  readonly prepare: (tx: EntityManager, actor: Actor, about: About) => Promise<Ground>;
  /** Pure: the value of a row, or what is wrong with it. */
  readonly parse: (cells: Cells, ground: Ground) => { readonly value: Value } | { readonly faults: readonly Fault[] };
  /** A fixed number of statements for the whole batch; what is there already counts as unchanged. */
  readonly write: (tx: EntityManager, actor: Actor, rows: readonly Numbered<Value>[], about: About) => Promise<Written>;
  /** What `write` would do, found out without writing; where it is left out, it is written and taken back. */
  readonly examine?: (
    tx: EntityManager,
    actor: Actor,
    rows: readonly Numbered<Value>[],
    about: About,
  ) => Promise<Written>;
  /** What is to be told when all is taken; never after a dry run. */
  readonly finish?: (tx: EntityManager, actor: Actor, about: About, tally: Tally) => Promise<void>;
}

/** A taker as the processor knows it, whatever its rows become. */
export interface Taker extends Pick<TakerOf<never, never>, 'kind' | 'passing' | 'columns' | 'keyOf' | 'finish'> {
  readonly take: Taking;
  /** What taking would come to; nothing is there of it afterwards. */
  readonly attempt: Taking;
}

type Taking = (tx: EntityManager, actor: Actor, rows: readonly Numbered<Cells>[], about: About) => Promise<Written>;

/** A room whose columns hang on what is taken in: a taker made for each intake. */
export interface TakerSource extends Passing {
  readonly kind: IntakeKind;
  readonly takerFor: (
    tx: EntityManager,
    intake: { readonly districtId: string; readonly settings: Readonly<Record<string, string>> },
  ) => Promise<Taker>;
}

/** Puts reading and writing together; rows with faults are left out of what is written. */
export function taker<Value, Ground>(given: TakerOf<Value, Ground>): Taker {
  const { kind, passing, columns, keyOf, finish } = given;
  const through =
    (write: TakerOf<Value, Ground>['write']): Taking =>
    async (tx, actor, rows, about) => {
      const ground = await given.prepare(tx, actor, about);
      const right: Numbered<Value>[] = [];
      const wrong: Numbered<readonly Fault[]>[] = [];
      for (const { row, value: cells } of rows) {
        const read = given.parse(cells, ground);
        if ('faults' in read) wrong.push({ row, value: read.faults });
        else right.push({ row, value: read.value });
      }
      const written =
        right.length === 0
          ? { created: 0, changed: 0, unchanged: 0, made: new Map(), faults: [] }
          : await write(tx, actor, right, about);
      return { ...written, faults: [...wrong, ...written.faults] };
    };
  const take = through(given.write);
  const attempt = given.examine === undefined ? takenBack(take) : through(given.examine);
  return { kind, passing, columns, keyOf, finish, take, attempt };
}

/** Does all of it and takes it back: what it says is what would happen. */
export function takenBack(take: Taking): Taking {
  return async (tx, actor, rows, about) => {
    await tx.query('savepoint tried');
    const written = await take(tx, actor, rows, about);
    await tx.query('rollback to savepoint tried');
    return written;
  };
}
