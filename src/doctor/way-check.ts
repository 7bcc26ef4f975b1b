/** The way to the boards and out of the house (投递与对外): what is stuck, how old the boards are, what rests, which keys end. */
import type { DataSource } from 'typeorm';
import { type Figures, readFigures } from '../observability/figures.reader';
import { finding, type Finding } from './finding';

/** Figures, and who is concerned. */
export interface Way extends Figures {
  readonly keysEnding: readonly { name: string; on: string }[];
  readonly foreignKeys: readonly string[];
}

const keysSql = `
  select prefix as name, expires_on::text as on from api_key
  where revoked_at is null and expires_on >= app_today() and expires_on < app_today() + 14 order by expires_on, prefix limit 20`;

/** Under which keys something is sealed. */
const sealedSql = `
  select distinct key_id as key from ledger_personal
  union select key_id from webhook_endpoint where removed_at is null order by 1`;

/** `openable`: the keys that are given; null: it is not known which. */
export async function readWay(database: DataSource, openable: readonly string[] | null): Promise<Way> {
  const figures = await readFigures(database);
  const keysEnding: Way['keysEnding'] = await database.query(keysSql);
  const sealed: { key: string }[] = await database.query(sealedSql);
  const foreignKeys = sealed.map(({ key }) => key).filter((key) => openable !== null && !openable.includes(key));
  return { ...figures, keysEnding, foreignKeys };
}

/** `stopped`: nobody runs, so nobody can be late. */
export function judgeWay(way: Way, stopped: boolean): Finding[] {
  return [...judgeAnnouncements(way, stopped), ...judgeOutside(way, stopped)];
}

function judgeAnnouncements(way: Way, stopped: boolean): Finding[] {
  const found: Finding[] = [];
  if (way.parked > 0)
    found.push(
      finding(
        'error',
        'announcements.parked',
        `${way.parked} 条消息多次失败后被搁置，看板缺少它们的内容。`,
        `${way.parked} announcements are parked after twelve failures: the boards lack what they say.`,
        [
          '系统管理员在“队列与投递”查看原因，排除后重新投递。',
          'The system administrator reads why under 队列与投递, mends the cause and drives them again.',
        ],
      ),
    );
  if (stopped) {
    const open = way.outboxOpen;
    return open === 0
      ? found
      : [
          ...found,
          finding(
            'note',
            'announcements.waiting',
            `平台已停止，${open} 条消息将在启动后送达。`,
            `The installation is stopped; ${open} announcements arrive when it starts.`,
          ),
        ];
  }
  const missed = way.canaryMissed ?? 0;
  if (missed >= 3 || way.canaryAge === null)
    found.push(
      finding(
        'error',
        'announcements.still',
        `探测消息已连续 ${missed} 次未到达：看板不再更新。`,
        `${missed} probes in a row did not come through: the boards stand still.`,
        [
          '确认有 ROLE=worker 或 all 的进程在运行、队列可用、时钟一致，必要时重启工作进程。',
          'See that a process with ROLE=worker or all runs, that the queue answers and the clocks agree; restart the worker if need be.',
        ],
      ),
    );
  const age = Math.round(way.outboxOldest ?? 0);
  if (age > 60)
    found.push(
      finding(
        'warning',
        'announcements.late',
        `看板数据滞后 ${age} 秒，${way.outboxOpen} 条消息尚未送达。`,
        `The boards are ${age} s old; ${way.outboxOpen} announcements are on their way.`,
        ['查看工作进程日志；持续增长时增加工作进程。', "Read the worker's log; add a worker if it goes on growing."],
      ),
    );
  return found;
}

function judgeOutside(way: Way, stopped: boolean): Finding[] {
  const found: Finding[] = [];
  const resting = (way.webhookPaused['failing'] ?? 0) + (way.webhookPaused['gone'] ?? 0);
  if (resting > 0)
    found.push(
      finding(
        'warning',
        'outside.webhooksPaused',
        `${resting} 个推送地址因对方无法接收而暂停。`,
        `${resting} webhook endpoints rest because their receivers failed.`,
        [
          '联系接收方修复后，由其管理员在“接口推送”中恢复。',
          'Tell the receivers; their administrators start them again when they answer.',
        ],
      ),
    );
  const late = Math.round((way.webhookOldest ?? 0) / 60);
  if (late > 60 && !stopped)
    found.push(
      finding(
        'warning',
        'outside.webhooksLate',
        `最早的推送已等待 ${late} 分钟。`,
        `The oldest delivery of a webhook has waited ${late} minutes.`,
        ['在“接口推送”中查看对方最后的应答。', "Look at the receiver's last answer under 接口推送."],
      ),
    );
  for (const { name, on } of way.keysEnding)
    found.push(
      finding(
        'warning',
        'outside.keyEnding',
        `接口密钥 ${name}… 将于 ${on} 到期。`,
        `The key ${name}… ends on ${on}.`,
        ['在“应用与密钥”中签发新密钥并让对方更换。', 'Give a new key under 应用与密钥 and have the program use it.'],
      ),
    );
  if (way.foreignKeys.length > 0)
    found.push(
      finding(
        'error',
        'outside.keyMissing',
        `有数据用未提供的密钥加密：${way.foreignKeys.join('、')}，这些内容无法读取。`,
        `Data is sealed with keys that are not given: ${way.foreignKeys.join(', ')}. Nobody can read it.`,
        ['把原来的密钥加回 SECRETS_KEYS_OLD。', 'Put the old key back into SECRETS_KEYS_OLD.'],
      ),
    );
  return found;
}
