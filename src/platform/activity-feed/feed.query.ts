/** The activity feed (工作动态) of a union and all below it, newest first, read on by keyset. */
import { Inject, Injectable } from '@nestjs/common';
import type { EventName } from '../../events/events';
import type { Language } from '../../http/language';
import { cursorOf, readCursor } from '../../http/moment-cursor';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { HotReads } from '../../kernel/hot-reads';
import { isWithin } from '../../kernel/id';
import { prepared } from '../../kernel/prepared';
import { asOfSql } from '../as-of';
import type { FeedView } from '../platform.view';
import { feedWords } from './feed-words';
import type { Subject } from './subject';

interface Row {
  seq: number;
  name: Exclude<EventName, 'system.canary'>;
  unionId: string;
  unionName: string;
  subject: Subject;
  at: string;
}

const heads = prepared(
  'feed.head',
  `select ${asOfSql} as "asOf", u.path::text as path
       from (select 1) one left join platform.union_card u on u.district_id = $1 and u.union_id = $2`,
);
const pages = prepared(
  'feed.page',
  `select r.seq, e.name, e.union_id as "unionId", coalesce(u.name, '') as "unionName", e.subject,
         to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from platform.feed_reader r
       join platform.feed_entry e on e.district_id = r.district_id and e.seq = r.seq
       left join platform.union_card u on u.district_id = e.district_id and u.union_id = e.union_id
       where r.district_id = $1 and r.union_id = $2 and ($3::timestamptz is null or (r.occurred_at, r.seq) < ($3, $4::bigint))
       order by r.occurred_at desc, r.seq desc limit $5`,
);

const SEQ = /^\d{1,15}$/;

@Injectable()
export class FeedQuery {
  constructor(@Inject(HotReads) private readonly reads: HotReads) {}

  async show(
    actor: Actor,
    asked: { unionId?: string; after?: string; limit: number },
    language: Language,
  ): Promise<FeedView> {
    const unionId = asked.unionId ?? actor.unionId;
    const cursor = asked.after === undefined ? null : readCursor(asked.after, SEQ);
    const [head]: { asOf: Date; path: string | null }[] = await this.reads.ask(heads, [actor.districtId, unionId]);
    const reachable = unionId === actor.unionId || (head?.path != null && isWithin(head.path, actor.path));
    if (head === undefined || !reachable) throw new NotFound();
    const rows: Row[] = await this.reads.ask(pages, [
      actor.districtId,
      unionId,
      cursor?.at ?? null,
      cursor?.key ?? 0,
      asked.limit + 1,
    ]);
    const shown = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? shown.at(-1) : undefined;
    return {
      asOf: head.asOf.toISOString(),
      items: shown.map(({ seq, name, unionId: about, unionName, subject, at }) => ({
        id: String(seq),
        name,
        at: new Date(at).toISOString(),
        unionId: about,
        unionName,
        text: feedWords(name, unionName, subject)[language],
        taskId: subject.taskId ?? null,
        reportId: subject.reportId ?? null,
        assessmentId: subject.assessmentId ?? null,
        orderId: subject.orderId ?? null,
      })),
      nextCursor: last === undefined ? null : cursorOf({ at: last.at, key: String(last.seq) }),
    };
  }
}
