/** A ledger as a spreadsheet (台账导出): XLSX or CSV, streamed page by page, filtered as the list, in the audit trail. */
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { audit } from '../../outbox/announce';
import { entriesAfter, type Place } from '../entry/entries-after';
import type { EntryRow, WhichEntries } from '../entry/entry.reader';
import { unionNames } from '../entry/union-names';
import { readFilters } from '../query/filters';
import { requireListed } from '../query/list-query';
import { scopeOf } from '../query/scope';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { type Cell, columnsOf, rowOf } from './entry-rows';

export type ExportFormat = 'xlsx' | 'csv';

export interface Exported {
  readonly name: string;
  readonly format: ExportFormat;
  readonly bytes: Readable;
}

const PAGE = 1_000;

@Injectable()
export class ExportService {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The latest first. Errors before the first byte: ledger.filters, ledger.notListed (422), notFound. */
  async export(
    actor: Actor,
    ledgerId: string,
    { format, ...asked }: WhichEntries & { format: ExportFormat },
  ): Promise<Exported> {
    const { manager } = this.database;
    const type = await typeInHand(manager, actor.districtId, ledgerId);
    requireListed(readFilters(type.definition, asked.filters));
    await scopeOf(manager, actor, asked.unionId);
    await audit(manager, actor, 'ledger.exported', ledgerId, { after: { format, ...asked } });
    const { definition, name } = type;
    const columns = columnsOf(definition);
    const rows = this.rows(actor, type, asked);
    const stream =
      format === 'xlsx'
        ? writeXlsxStream(rows, { name: '台账', columns, freezePane: { rows: 1 } })
        : writeCsvStream(rows, { headers: columns.map(({ header }) => header), bom: true, escapeFormulae: true });
    return {
      name: `${name}.${format}`,
      format,
      bytes: Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]),
    };
  }

  private async *rows(actor: Actor, type: TypeInHand, asked: WhichEntries): AsyncGenerator<Cell[]> {
    const { manager } = this.database;
    let after: Place | null = null;
    for (;;) {
      const page: EntryRow[] = await entriesAfter(manager, actor, type, asked, { after, most: PAGE });
      const unions = await unionNames(manager, actor.districtId, type.definition, page);
      for (const entry of page) yield rowOf(type.definition, entry, unions);
      const end = page.at(-1);
      if (end === undefined || page.length < PAGE) return;
      after = { day: end.day, id: end.id };
    }
  }
}
