/** What became of each row of an import (逐行结果): by pages for programs, or all of them as lines of JSON. */
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language';
import type { Actor } from '../kernel/actor';
import { LETTERS } from './intake-batch.reader';
import { readIntake } from './intake.reader';
import type { ImportRowList, ImportRowView } from './intake.view';

type Status = ImportRowView['status'];

interface Asked {
  readonly after: number;
  readonly limit: number;
  readonly status?: Status;
}

const AT_ONCE = 1_000;

/** A batch whose last row lies before is passed over without being opened. */
const rowsSql = `
  with part as materialized (
    select r."row", r.letter from intake_result b, unnest(b.rows, string_to_array(b.outcomes, null)) as r("row", letter)
    where b.district_id = $1 and b.intake_id = $2 and b.rows[cardinality(b.rows)] > $3 and r."row" > $3
      and r.letter = any($5::text[]) order by b.done_before, r."row" limit $4)
  select p."row", p.letter, coalesce((
      select json_agg(json_build_object('field', coalesce(f.field, f.column_title), 'code', f.code, 'zh', f.zh, 'en', f.en)
        order by f.no)
      from intake_fault f where f.district_id = $1 and f.intake_id = $2 and f.row_no = p."row"), '[]') as errors
  from part p order by p."row"`;

interface Row {
  readonly row: number;
  readonly letter: string;
  readonly errors: readonly { field: string | null; code: string; zh: string; en: string }[];
}

@Injectable()
export class ImportReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Errors: notFound. */
  async rows(actor: Actor, id: string, asked: Asked, language: Language): Promise<ImportRowList> {
    const none = await this.noneTaken(actor, id);
    const found = await this.read(actor, id, { ...asked, limit: asked.limit + 1 }, language, none);
    const items = found.slice(0, asked.limit);
    return { items, nextCursor: found.length > items.length ? (items.at(-1)?.row ?? null) : null };
  }

  /** Errors: notFound. */
  async lines(actor: Actor, id: string, language: Language): Promise<Readable> {
    const none = await this.noneTaken(actor, id);
    return Readable.from(this.allLines(actor, id, language, none));
  }

  private async *allLines(actor: Actor, id: string, language: Language, none: boolean): AsyncGenerator<string> {
    let after: number | undefined = 0;
    while (after !== undefined) {
      const rows: ImportRowView[] = await this.read(actor, id, { after, limit: AT_ONCE }, language, none);
      if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.row;
    }
  }

  /** All rows were only tried, as far as it came: what would have been taken in was left out. */
  private async noneTaken(actor: Actor, id: string): Promise<boolean> {
    const { checking } = await readIntake(this.database.manager, actor, id);
    return checking;
  }

  private async read(
    { districtId }: Actor,
    id: string,
    { after, limit, status }: Asked,
    language: Language,
    none: boolean,
  ): Promise<ImportRowView[]> {
    const letters = lettersOf(status, none);
    const rows: Row[] = await this.database.query(rowsSql, [districtId, id, after, limit, letters]);
    return rows.map(({ row, letter, errors }) => ({
      row,
      status: statusOf(letter, none),
      errors: errors.map(({ field, code, ...words }) => ({ field, code, message: words[language] })),
    }));
  }
}

const statuses = Object.entries(LETTERS) as [keyof typeof LETTERS, string][];

function statusOf(letter: string, none: boolean): Status {
  const [status = 'unchanged'] = statuses.find(([, each]) => each === letter) ?? [];
  return none && (status === 'created' || status === 'changed') ? 'skipped' : status;
}

const lettersOf = (status: Status | undefined, none: boolean): string[] =>
  Object.values(LETTERS).filter((letter) => status === undefined || statusOf(letter, none) === status);
