/** Records as lines of JSON (NDJSON 导出): any number of them, page by page behind the reader's pace, in the audit trail. */
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { audit } from '../outbox/announce';
import { type Asked, askedOf, type RecordsGiven } from './asked';
import { placeOf } from './cursor';
import type { RecordKind } from './kinds/kind';
import { type FoundPage, RecordsReader } from './records.reader';

const PAGE = 1_000;

@Injectable()
export class RecordsExport {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(RecordsReader) private readonly reader: RecordsReader,
  ) {}

  /** The first page is read before the first byte, so that what is refused is refused. Errors: as of a page. */
  async export(actor: Actor, kind: RecordKind, given: RecordsGiven): Promise<Readable> {
    const asked = askedOf(kind, given);
    const first = await this.reader.find(actor, asked, PAGE);
    await audit(this.database.manager, actor, 'records.exported', null, { after: { kind: kind.name, ...given } });
    return Readable.from(this.lines(actor, asked, first), { objectMode: false });
  }

  /** No connection is held between two pages, however slow the reader is. */
  private async *lines(actor: Actor, asked: Asked, first: FoundPage): AsyncGenerator<string> {
    yield line({ kind: asked.kind.name, changes: first.changes });
    let page = first;
    let records = 0;
    for (;;) {
      records += page.records.length;
      yield page.records.map(({ json, cursor }) => `{"cursor":"${cursor}","record":${json}}\n`).join('');
      if (!page.more || page.nextCursor === null) break;
      const place = placeOf(page.nextCursor, asked.kind.name);
      page = await this.reader.find(actor, { ...asked, place, updatedSince: null }, PAGE);
    }
    yield line({ end: true, records, nextCursor: page.nextCursor });
  }
}

const line = (said: object): string => `${JSON.stringify(said)}\n`;
