/** Publications (公示) as the scoring tier and those above it read them, and whether they are still whole. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { findAssessment } from '../assessment.reader';
import { publicationText, sha256 } from './digest';
import type {
  BrokenPart,
  PublicationList,
  PublicationSummary,
  PublicationVerification,
  PublicationView,
  PublishedSheetView,
} from './publication.view';

/** Broken parts that are named. */
const NAMED = 100;

export const summaryColumns = `
  p.no, p.kind, p.appeal_id as "appealId", p.reason, p.digest, p.scheme_version as "schemeVersion",
  o.name as "publishedBy", to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;

export const publisher = `join officer o on o.district_id = p.district_id and o.id = p.published_by`;

const listSql = `
  select ${summaryColumns}, (count(*) over ())::int as total from publication p ${publisher}
  where p.district_id = $1 and p.assessment_id = $2 order by p.no limit $3 offset $4`;

const oneSql = `
  select ${summaryColumns}, p.standings, p.scheme from publication p ${publisher}
  where p.district_id = $1 and p.assessment_id = $2 and p.no = $3`;

/** The sheet in force with a publication. */
export const sheetSql = `
  select s.no, s.digest, s.body::json as sheet from published_sheet s
  where s.district_id = $1 and s.assessment_id = $2 and s.union_id = $4 and s.no <= $3
    and exists (select 1 from publication p where p.district_id = $1 and p.assessment_id = $2 and p.no = $3)
  order by s.no desc limit 1`;

const verifySql = `
  with sheet as (
    select union_id, digest, ${sha256('body')} as found from published_sheet
    where district_id = $1 and assessment_id = $2 and no = $3
  ), broken as (
    select s.*, u.name from sheet s join trade_union u on u.district_id = $1 and u.id = s.union_id
    where s.digest <> s.found order by s.union_id limit ${NAMED}
  )
  select p.no, p.digest, ${sha256(
    publicationText(
      {
        earlier:
          '(select e.digest from publication e where e.district_id = $1 and e.assessment_id = $2 and e.no = p.no - 1)',
        no: 'p.no',
        kind: 'p.kind',
        at: 'p.published_at',
        reason: 'p.reason',
        standings: 'p.standings::text',
        scheme: 'p.scheme::text',
      },
      'sheet',
    ),
  )} as found, (select count(*)::int from sheet) as sheets,
    (select coalesce(json_agg(json_build_object('part', 'sheet', 'unionId', union_id, 'unionName', name,
      'digest', digest, 'found', found)), '[]') from broken) as broken
  from publication p where p.district_id = $1 and p.assessment_id = $2 and p.no = $3`;

interface Paging {
  page: number;
  pageSize: number;
}

@Injectable()
export class PublicationReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The publications of an assessment of the own union or of one below it, the latest last. */
  async list(actor: Actor, id: string, { page, pageSize }: Paging): Promise<PublicationList> {
    const { manager } = this.database;
    await findAssessment(manager, actor, id);
    const rows: (PublicationSummary & { total: number })[] = await manager.query(listSql, [
      actor.districtId,
      id,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items: rows.map(({ total: _, ...item }) => item), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  get(actor: Actor, id: string, no: string): Promise<PublicationView> {
    return this.one(actor, oneSql, id, no);
  }

  sheet(actor: Actor, id: string, no: string, unionId: string): Promise<PublishedSheetView> {
    return this.one(actor, sheetSql, id, no, unionId);
  }

  /** Takes the digests anew of the very texts that are kept. */
  async verify(actor: Actor, id: string, no: string): Promise<PublicationVerification> {
    const row: { no: number; digest: string; found: string; sheets: number; broken: BrokenPart[] } = await this.one(
      actor,
      verifySql,
      id,
      no,
    );
    const { digest, found, sheets, broken } = row;
    const itself: BrokenPart = { part: 'publication', unionId: null, unionName: null, digest, found };
    const parts = digest === found ? broken : [itself, ...broken];
    return { no: row.no, whole: parts.length === 0, digest, sheets, broken: parts };
  }

  private async one<T extends object>(actor: Actor, sql: string, id: string, ...more: string[]): Promise<T> {
    const { manager } = this.database;
    await findAssessment(manager, actor, id);
    const [row]: T[] = await manager.query(sql, [actor.districtId, id, ...more]);
    if (row === undefined) throw new NotFound();
    return row;
  }
}
