/** The wall of pictures (佐证图片墙): those of accepted reports within reach, the latest accepted first. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cursorOf, readCursor } from '../http/moment-cursor';
import type { Actor } from '../kernel/actor';
import type { PictureList, PictureView } from './evidence-wall.view';

const sql = `
  select e.id as "evidenceId", r.id as "reportId", r.task_id as "taskId", t.title as "taskTitle", r.union_id as "unionId",
    u.name as "unionName", e.name, r.note, trim_scale(r.done)::text as done, t.measure_unit as unit,
    to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from report_step s
  join progress_report r on r.district_id = $1 and r.id = s.report_id and (r.path <@ $2::ltree or r.union_id = $3)
  join task t on t.district_id = $1 and t.id = r.task_id and t.status <> 'withdrawn' and ($4::int is null or t.year = $4)
  join trade_union u on u.district_id = $1 and u.id = r.union_id
  join evidence e on e.district_id = $1 and e.report_id = r.id
  join evidence_file f on f.sha256 = e.sha256 and f.media_type like 'image/%'
  where s.district_id = $1 and s.kind = 'accepted' and ($5::timestamptz is null or (s.at, e.id) < ($5, $6::uuid))
  order by s.at desc, e.id desc limit $7`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class EvidenceWallReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Errors: cursor.unknown (422). */
  async list(actor: Actor, asked: { year?: number; after?: string; limit: number }): Promise<PictureList> {
    const { districtId, path, unionId } = actor;
    const cursor = asked.after === undefined ? null : readCursor(asked.after, UUID);
    const place = [cursor?.at ?? null, cursor?.key ?? null, asked.limit + 1];
    const rows: PictureView[] = await this.database.query(sql, [
      districtId,
      path,
      unionId,
      asked.year ?? null,
      ...place,
    ]);
    const items = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? items.at(-1) : undefined;
    return {
      items: items.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      nextCursor: last === undefined ? null : cursorOf({ at: last.at, key: last.evidenceId }),
    };
  }
}
