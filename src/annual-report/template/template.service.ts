/** The district's words around the figures (报告模板): read, and published in versions. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { DomainError, expectVersion } from '../../kernel/errors';
import { periodOn } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { AnnualReportTemplateList, AnnualReportTemplateView } from '../annual-report.view';
import { knownCodes } from '../gathering';
import { faultsIn } from './placeholders';
import { AnnualReportTemplate } from './report-template.entity';
import { STANDARD } from './standard';
import type { Template } from './template';

const sql = `
  select t.version, t.title, t.sections, t.reason, o.name as "publishedBy",
    to_char(t.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt", count(*) over ()::int as total
  from annual_report_template t join officer o on o.district_id = $1 and o.id = t.published_by
  where t.district_id = $1 order by t.version desc limit $2 offset $3`;

type Row = AnnualReportTemplateView & { readonly total: number };

@Injectable()
export class TemplateService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  current({ districtId }: Actor): Promise<AnnualReportTemplateView> {
    return newest(this.database.manager, districtId);
  }

  async list(
    { districtId }: Actor,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<AnnualReportTemplateList> {
    const rows: Row[] = await this.database.query(sql, [districtId, pageSize, (page - 1) * pageSize]);
    return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  /** Errors: annualReport.template (422) with every mistake and its place, changedMeanwhile (412). */
  publish(actor: Actor, seen: number, given: Template & { reason: string }): Promise<AnnualReportTemplateView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId: publishedBy, unionId, path } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      const { version: before } = await newest(tx, districtId);
      expectVersion(before, seen);
      const known = await knownCodes(tx, districtId, periodOn('year', this.clock.today()));
      requireRight(given, known);
      const { title, reason } = given;
      const sections = given.sections.map(({ level, heading, text }) => ({ level, heading, text }));
      const version = before + 1;
      await tx.insert(AnnualReportTemplate, { districtId, version, title, sections, reason, publishedBy });
      const body = { annualReportTemplate: { version, title }, reason };
      await announce(tx, actor, { name: 'annualReportTemplate.published', unionId, path, subjectId: districtId, body });
      return newest(tx, districtId);
    });
  }
}

async function newest(tx: EntityManager, districtId: string): Promise<AnnualReportTemplateView> {
  const [row]: Row[] = await tx.query(sql, [districtId, 1, 0]);
  if (row !== undefined) return viewOf(row);
  const { title, sections } = STANDARD;
  return { version: 0, title, sections: [...sections], reason: '标准模板', publishedBy: null, publishedAt: null };
}

const viewOf = ({ total: _, ...row }: Row): AnnualReportTemplateView => row;

function requireRight(template: Template, known: ReadonlySet<string>): void {
  const errors = faultsIn(template, known);
  if (errors.length === 0) return;
  const words = { zh: '模板不能使用，请按提示修改。', en: 'The template cannot be used: correct the places named.' };
  throw new DomainError('refused', 'annualReport.template', words, errors.slice(0, 50));
}
