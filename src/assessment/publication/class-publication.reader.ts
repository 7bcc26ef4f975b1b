/** Published results as the scored unions see them (公示查看): the standings of their class, and their own sheet. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { windowRuns } from './appeal-window';
import { publisher, sheetSql, summaryColumns } from './publication.reader';
import type {
  ClassPublication,
  ClassPublicationDetail,
  ClassPublicationList,
  PublishedSheetView,
  PublishedStanding,
} from './publication.view';
import { ofClass } from './standings';

/** The latest publication of each assessment in which the union ($2) was scored. */
const sql = `
  select a.id, a.title, a.year, w.name as "ownerName", a.step, a.appeal_until as "appealUntil",
    to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "firstPublishedAt",
    ${summaryColumns}, p.standings, (
      select f.id from appeal f where f.district_id = $1 and f.sheet_id = s.id and f.status = 'filed') as "openAppealId",
    (count(*) over ())::int as total
  from score_sheet s
  join assessment a on a.district_id = $1 and a.id = s.assessment_id
  join trade_union w on w.district_id = $1 and w.id = a.owner_id
  join publication p on p.district_id = $1 and p.assessment_id = a.id and p.no = a.publication
  ${publisher}
  where s.district_id = $1 and s.union_id = $2 and a.status = 'published' and ($3::uuid is null or a.id = $3)
    and ($4::int is null or a.year = $4)
  order by a.year desc, a.id desc limit $5 offset $6`;

type Row = Omit<ClassPublication, 'appealable'> & { total: number };

@Injectable()
export class ClassPublicationReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The published assessments in which the actor's union was scored, the latest year first. */
  async list(
    { districtId, unionId }: Actor,
    { year = null, page, pageSize }: { year?: number | null; page: number; pageSize: number },
  ): Promise<ClassPublicationList> {
    const rows = await this.read([districtId, unionId, null, year, pageSize, (page - 1) * pageSize]);
    const items = rows.map((row) => this.seen(row, unionId));
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }

  async get({ districtId, unionId }: Actor, id: string): Promise<ClassPublicationDetail> {
    const [row] = await this.read([districtId, unionId, id, null, 1, 0]);
    if (row === undefined) throw new NotFound();
    const [own]: PublishedSheetView[] = await this.database.query(sheetSql, [districtId, id, row.no, unionId]);
    if (own === undefined) throw new NotFound();
    return { ...this.seen(row, unionId), own };
  }

  private read(parameters: unknown[]): Promise<Row[]> {
    return this.database.query(sql, parameters);
  }

  private seen({ total: _, ...row }: Row, unionId: string): ClassPublication {
    const runs = row.step === 'published' && windowRuns(row.appealUntil, this.clock.today());
    const standings: PublishedStanding[] = ofClass(row.standings, unionId);
    return { ...row, appealable: runs && row.openAppealId === null, standings };
  }
}
