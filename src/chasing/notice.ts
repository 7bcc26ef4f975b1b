/** Tells the administrators of a union what they must look at (管理员通知): a message to each, and mail to those who want it. Pure. */
import type { EntityManager } from 'typeorm';
import type { Words } from '../kernel/errors';
import type { NoticeItem } from './item';
import { type Written, sendOut } from './outward';

interface Notice {
  readonly districtId: string;
  readonly unionId: string;
  /** Of each thing; all stand in one message. */
  readonly words: readonly Words[];
  /** Left out: the administrators of the union. */
  readonly role?: 'administrator' | 'security_administrator';
  /** Where the platform is; said at the end of a mail. */
  readonly address: string | undefined;
}

const write = `
  with written as (
    insert into message (district_id, id, officer_id, kind, items, more, told_on, created_at)
    select $1, gen_random_uuid(), o.id, 'urgent', $3, 0, app_today(), app_now()
    from officer o where o.district_id = $1 and o.union_id = $2 and o.role = $4 and o.active and o.kind = 'person'
    returning id, officer_id, kind, items, more
  )
  select w.id, w.officer_id as "officerId", o.name as "officerName", o.union_id as "unionId", w.kind, w.items, w.more,
    '["email"]'::jsonb as channels, app_today()::text as today
  from written w join officer o on o.district_id = $1 and o.id = w.officer_id`;

export async function notify(tx: EntityManager, given: Notice): Promise<void> {
  const { districtId, unionId, address, role = 'administrator' } = given;
  const [about]: { name: string }[] = await tx.query(
    'select name from trade_union where district_id = $1 and id = $2',
    [districtId, unionId],
  );
  const unionName = about?.name ?? '';
  const items = given.words.map((words): NoticeItem => ({
    kind: 'notice',
    taskId: null,
    reportId: null,
    unionId,
    unionName,
    words,
  }));
  const written: (Written & { today: string })[] = await tx.query(write, [
    ...[districtId, unionId, JSON.stringify(items), role],
  ]);
  const [first] = written;
  if (first !== undefined) await sendOut(tx, { districtId, today: first.today, address }, written);
}
