/** The returns of a period as a spreadsheet (报表导出): XLSX or CSV, streamed page by page, in the audit trail. */
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sheetStream, type SheetFormat } from '../../intake/sheet-out';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { wordsOfPeriod } from '../../kernel/period';
import { audit } from '../../outbox/announce';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import { figuresIn } from '../standing/form-figures';
import { standingSql, unionInReach, type Within } from '../standing/standing';
import { columnsOf, type ReturnRow, rowOf, type SheetCell, totalRow } from './return-rows';

const PAGE = 500;

@Injectable()
export class FormExportService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors before the first byte: notFound. */
  async export(
    actor: Actor,
    formId: string,
    period: string,
    { unionId, format }: { unionId?: string; format: SheetFormat },
  ): Promise<{ name: string; format: SheetFormat; bytes: Readable }> {
    const { manager } = this.database;
    const inHand = await periodInHand(manager, actor.districtId, formId, period, this.clock.today());
    const within = await unionInReach(manager, actor, inHand, unionId);
    await audit(manager, actor, 'form.exported', formId, { after: { period, format, unionId: within.unionId } });
    const { form, definition } = inHand;
    const label = wordsOfPeriod(period).zh;
    const rows = this.rows(actor.districtId, inHand, within);
    return { name: `${form.name}${label}`, format, bytes: sheetStream(format, label, columnsOf(definition), rows) };
  }

  private async *rows(districtId: string, inHand: PeriodInHand, within: Within): AsyncGenerator<SheetCell[]> {
    const { manager } = this.database;
    const { definition } = inHand;
    const parameters: unknown[] = [];
    const sql = standingSql(districtId, inHand, within, parameters);
    const district = `$${parameters.push(districtId)}`;
    const [after, most] = [`$${parameters.length + 1}::ltree`, `$${parameters.length + 2}`];
    // a returned one is missing again: what its union changes meanwhile is nobody else's to see
    const page = `with ${sql}
      select s.path::text as path, u.name as "unionName", a.name as "aboveName", s.standing, s.status, r.given as values, r.missing,
        r.words, o.name as "submittedBy", to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "submittedAt"
      from standing s join trade_union u on u.district_id = ${district} and u.id = s.union_id
      left join trade_union a on a.district_id = ${district} and cardinality(s.labels) > 1
        and a.id = s.labels[cardinality(s.labels) - 1]::uuid
      left join form_return r on r.district_id = ${district} and r.id = s.return_id and r.status <> 'returned'
      left join officer o on o.district_id = ${district} and o.id = r.submitted_by
      where s.path > ${after} order by s.path limit ${most}`;
    for (let end = ''; ;) {
      const rows: (ReturnRow & { path: string })[] = await manager.query(page, [...parameters, end, PAGE]);
      for (const row of rows) yield rowOf(definition, row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) break;
      end = last.path;
    }
    const { whole } = await figuresIn(manager, districtId, inHand, within);
    const sums = whole.figures.map(({ sum }) => sum);
    yield totalRow(definition, sums, whole.lacking);
  }
}
