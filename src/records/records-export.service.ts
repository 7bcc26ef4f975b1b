/** Records as lines of JSON (NDJSON 导出): any number of them, page by page behind the reader's pace, in the audit trail. */
import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActingRequest } from '../access/declarations';
import { standsAsBefore } from '../access/ended-tokens';
import type { Actor } from '../kernel/actor';
import { audit } from '../outbox/announce';
import { type Asked, askedOf, type RecordsGiven } from './asked';
import { placeOf } from './cursor';
import type { RecordKind } from './kinds/kind';
import { type FoundPage, RecordsReader } from './records.reader';

const PAGE = 1_000;
const NDJSON = 'application/x-ndjson';

/** How the API's document describes it. */
export const ndjsonLines = {
  description:
    'First a line with `kind` and `changes` (the cursor of what changes from now on), then a line with `cursor` and `record` for each, at last one with `end`: without it the download broke off and goes on with `after` and the last cursor. It breaks off when the session or key ends, or loses its role.',
  content: { [NDJSON]: { schema: { type: 'string' as const } } },
};

@Injectable()
export class RecordsExport {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(RecordsReader) private readonly reader: RecordsReader,
  ) {}

  /** The first page is read before the first byte, so that what is refused is refused. Errors: as of a page. */
  async answer({ actor, sessionToken }: ActingRequest, kind: RecordKind, given: RecordsGiven): Promise<StreamableFile> {
    if (actor === undefined || sessionToken === undefined) throw new Error('A route without a guard asks who acts.');
    const asked = askedOf(kind, given);
    const first = await this.reader.find(actor, asked, PAGE);
    await audit(this.database.manager, actor, 'records.exported', null, { after: { kind: kind.name, ...given } });
    const lines = Readable.from(this.lines(actor, sessionToken, asked, first), { objectMode: false });
    return new StreamableFile(lines, { type: NDJSON, disposition: `attachment; filename="${kind.name}.ndjson"` });
  }

  /** No connection is held between two pages, however slow the reader is. */
  private async *lines(actor: Actor, token: string, asked: Asked, first: FoundPage): AsyncGenerator<string> {
    yield line({ kind: asked.kind.name, changes: first.changes });
    let page = first;
    let records = 0;
    for (;;) {
      records += page.records.length;
      yield page.records.map(({ json, cursor }) => `{"cursor":"${cursor}","record":${json}}\n`).join('');
      if (!page.more || page.nextCursor === null) break;
      // a download may last for hours: nothing more is read for whoever was shut out meanwhile
      if (!(await standsAsBefore(this.database, token, actor)))
        throw new Error(`The reader of ${asked.kind.name} may read no more.`);
      const place = placeOf(page.nextCursor, asked.kind.name);
      page = await this.reader.find(actor, { ...asked, place, updatedSince: null }, PAGE);
    }
    yield line({ end: true, records, nextCursor: page.nextCursor });
  }
}

const line = (said: object): string => `${JSON.stringify(said)}\n`;
