/** The messages of an officer (我的消息): read on by keyset, marked as read; nobody else sees them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Language } from '../http/language';
import { cursorOf, readCursor } from '../http/moment-cursor';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { Deeds } from '../outbox/deeds';
import type { MessageList, MessageView, ReadingsView, UnreadView } from './inbox.view';
import { type Item, itemWords, messageWords } from './item';
import type { MessageKind } from './message.entity';

interface Row {
  id: string;
  kind: MessageKind;
  items: Item[];
  more: number;
  at: string;
  readAt: Date | null;
}

const UUID = /^[0-9a-f-]{36}$/;
const MOST_COUNTED = 100;

const columns = `
  id, kind, items, more, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, read_at as "readAt"`;

@Injectable()
export class InboxService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async list(
    { districtId, officerId }: Actor,
    asked: { unread: boolean; after?: string; limit: number },
    language: Language,
  ): Promise<MessageList> {
    const cursor = asked.after === undefined ? null : readCursor(asked.after, UUID);
    const rows: Row[] = await this.database.query(
      `select ${columns} from message
       where district_id = $1 and officer_id = $2 ${asked.unread ? 'and read_at is null' : ''}
         and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
       order by created_at desc, id desc limit $5`,
      [districtId, officerId, cursor?.at ?? null, cursor?.key ?? null, asked.limit + 1],
    );
    const shown = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => viewOf(row, language)),
      nextCursor: last === undefined ? null : cursorOf({ at: last.at, key: last.id }),
    };
  }

  async unread({ districtId, officerId }: Actor): Promise<UnreadView> {
    const [row]: [UnreadView] = await this.database.query(
      `select count(*)::int as unread from (
         select 1 from message where district_id = $1 and officer_id = $2 and read_at is null limit ${MOST_COUNTED}) m`,
      [districtId, officerId],
    );
    return row;
  }

  get(actor: Actor, id: string, language: Language): Promise<MessageView> {
    return this.find(this.database.manager, actor, id, language);
  }

  /** The first reading stays. */
  read(actor: Actor, id: string, language: Language): Promise<MessageView> {
    return this.deeds.run(actor, async (tx) => {
      await tx.query(
        `update message set read_at = app_now() where district_id = $1 and id = $2 and officer_id = $3 and read_at is null`,
        [actor.districtId, id, actor.officerId],
      );
      return this.find(tx, actor, id, language);
    });
  }

  readAll(actor: Actor): Promise<ReadingsView> {
    return this.deeds.run(actor, async (tx) => {
      const [row]: [ReadingsView] = await tx.query(
        `with seen as (
           update message set read_at = app_now() where district_id = $1 and officer_id = $2 and read_at is null returning 1)
         select count(*)::int as read from seen`,
        [actor.districtId, actor.officerId],
      );
      return row;
    });
  }

  private async find(
    tx: EntityManager,
    { districtId, officerId }: Actor,
    id: string,
    language: Language,
  ): Promise<MessageView> {
    const [row]: Row[] = await tx.query(
      `select ${columns} from message where district_id = $1 and id = $2 and officer_id = $3`,
      [districtId, id, officerId],
    );
    if (row === undefined) throw new NotFound();
    return viewOf(row, language);
  }
}

function viewOf({ id, kind, items, more, at, readAt }: Row, language: Language): MessageView {
  return {
    id,
    kind,
    title: messageWords(items, more)[language],
    items: items.map((item) => ({
      kind: item.kind,
      text: itemWords(item)[language],
      taskId: item.taskId,
      reportId: item.reportId,
      unionId: item.unionId,
      unionName: item.unionName,
    })),
    more,
    createdAt: new Date(at).toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
