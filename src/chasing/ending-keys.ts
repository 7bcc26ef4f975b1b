/** Keys of programs that end soon (密钥到期提醒): fourteen and three days before, whoever may replace them is told, by day. Pure. */
import type { EntityManager } from 'typeorm';
import { DAY_BEGINS, DAY_ENDS } from '../calendar/telling-hours';
import type { Words } from '../kernel/errors';
import { notify } from './notice';

/** In one message; the others come a minute later. */
const MOST = 200;

interface EndingKey {
  readonly districtId: string;
  readonly application: string;
  readonly name: string;
  readonly prefix: string;
  readonly expiresOn: string;
  readonly days: number;
}

// who made a key of a few days knows when it ends; a program that is stopped needs none
const sql = `
  with due as (
    select k.district_id, k.id, k.application_id, k.name, k.prefix, k.expires_on, k.expires_on - app_today() as days,
      case when k.expires_on - app_today() <= 3 then 3 else 14 end as step
    from api_key k
    where k.revoked_at is null and k.expires_on between app_today() and app_today() + 14
      and extract(hour from app_now() at time zone 'Asia/Shanghai') between ${DAY_BEGINS} and ${DAY_ENDS - 1}
  ), chosen as (
    select d.*, o.name as application from due d
    join officer o on o.district_id = d.district_id and o.id = d.application_id and o.active
    join api_key k on k.district_id = d.district_id and k.id = d.id
    where (k.created_at at time zone 'Asia/Shanghai')::date < d.expires_on - d.step
      and not exists (select 1 from api_key_told t where t.district_id = d.district_id and t.key_id = d.id and t.days_before = d.step)
    order by d.expires_on, d.id limit ${MOST}
  ), told as (
    insert into api_key_told (district_id, key_id, days_before) select district_id, id, step from chosen
    on conflict do nothing returning district_id, key_id
  )
  select c.district_id as "districtId", c.application, c.name, c.prefix, c.expires_on::text as "expiresOn", c.days
  from chosen c join told t on t.district_id = c.district_id and t.key_id = c.id order by c.expires_on, c.id`;

/** Answers how many keys were told of. In a transaction: told and kept as told, or neither. */
export async function tellEndingKeys(tx: EntityManager, address: string | undefined): Promise<number> {
  const keys: EndingKey[] = await tx.query(sql);
  // a message for each district that has any today
  for (const districtId of new Set(keys.map((key) => key.districtId)))
    await notify(tx, {
      districtId,
      unionId: districtId,
      words: keys.filter((key) => key.districtId === districtId).map(endingWords),
      address,
      role: 'security_administrator',
    });
  return keys.length;
}

function endingWords({ application, name, prefix, expiresOn, days }: EndingKey): Words {
  const [zh, en] =
    days === 0
      ? ['今天到期', 'ends today']
      : [`还有 ${days} 天到期`, days === 1 ? 'ends tomorrow' : `ends in ${days} days`];
  return {
    zh: `应用“${application}”的接口密钥“${name}”（${prefix}…）${zh}，${expiresOn} 之后不能再用，请在“接口密钥”中轮换。`,
    en: `The key “${name}” (${prefix}…) of “${application}” ${en}: ${expiresOn} is its last day. Rotate it under “API keys”.`,
  };
}
