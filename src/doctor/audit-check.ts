/** The audit trail (审计链体检): the chain of hashes of each district, its end by default, all of it with --full. */
import type { DataSource } from 'typeorm';
import { AuditReader } from '../access/audit.reader';
import { finding, type Finding } from './finding';

const END = 5_000;

export async function checkAudit(database: DataSource, full: boolean): Promise<Finding[]> {
  const heads: { districtId: string; seals: number }[] = await database.query(
    `select district_id as "districtId", max(no)::int as seals from audit_seal group by 1 order by 1`,
  );
  const reader = new AuditReader(database);
  const found: Finding[] = [];
  let checked = 0;
  for (const { districtId, seals } of heads) {
    let from: number | null = full ? 1 : Math.max(1, seals - END + 1);
    while (from !== null) {
      const part: Awaited<ReturnType<AuditReader['verify']>> = await reader.verify({ districtId }, from);
      checked += part.checked;
      if (!part.sound) found.push(forged(districtId, part));
      from = part.sound ? part.nextFrom : null;
    }
  }
  if (found.length > 0) return found;
  return [
    finding(
      'fine',
      'audit.sound',
      `${checked} 条封存记录连续完整。`,
      `${checked} sealed entries are as they were written.`,
    ),
  ];
}

function forged(districtId: string, part: Awaited<ReturnType<AuditReader['verify']>>): Finding {
  const { broken, entries, seals, waiting } = part;
  const [zh, en] =
    broken === null
      ? [
          `审计条目 ${entries} 条，而封存 ${seals} 条、待封存 ${waiting} 条，数目不符`,
          `there are ${entries} entries but ${seals} seals and ${waiting} that wait for one`,
        ]
      : [
          `第 ${broken.no} 号（条目 ${broken.entryId}）${broken.fault === 'missing' ? '缺失' : '被改动'}`,
          `number ${broken.no} (entry ${broken.entryId}) is ${broken.fault}`,
        ];
  return finding(
    'error',
    'audit.broken',
    `辖区 ${districtId} 的审计链断裂：${zh}。`,
    `The chain of district ${districtId} is broken: ${en}.`,
    [
      '保留现场，不要修改数据库；由审计管理员对照备份与外部留存的链首（head）查明。',
      'Leave the database as it is; let the audit administrator compare it with backups and with the heads noted elsewhere.',
    ],
  );
}
