/** Boards against the record (看板与台账数据核对): what the platform shows beside what follows from the writers' own tables. */
import type { DataSource } from 'typeorm';
import { finding, type Finding } from './finding';
import { differingTasksSql, differingStandingsSql, differingScoresSql } from './record-sql';

const SAMPLE = 20;
const NAMED = 5;

interface Differing {
  readonly id: string;
  readonly year: number | null;
  readonly fields: readonly string[];
  readonly total: number;
}

interface Kind {
  readonly code: `boards.${string}`;
  readonly zh: string;
  readonly en: string;
  readonly sql: string;
}

const kinds: readonly Kind[] = [
  { code: 'boards.tasks', zh: '任务看板', en: 'The task board', sql: differingTasksSql },
  { code: 'boards.standings', zh: '完成率与及时率', en: 'Completion and punctuality', sql: differingStandingsSql },
  { code: 'boards.scores', zh: '考核得分', en: 'Published points', sql: differingScoresSql },
];

/**
 * A random sample of districts, or all. What is on its way to the boards is left out; each comparison is one statement and so
 * of one moment.
 */
export async function checkBoards(database: DataSource, full: boolean): Promise<Finding[]> {
  const districts: { id: string; name: string }[] = await database.query(
    `select id, name from trade_union where tier = 'district' order by ${full ? 'id' : 'random()'} limit ${full ? 'all' : SAMPLE}`,
  );
  const found: Finding[] = [];
  for (const { id, name } of districts) {
    for (const { sql, ...kind } of kinds) {
      const differing: Differing[] = await database.query(sql, [id]);
      if (differing.length > 0) found.push(told(kind, name, differing));
    }
  }
  if (found.length > 0) return found;
  const count = districts.length;
  return [
    finding(
      'fine',
      'boards.agree',
      `${count} 个区的看板与业务数据一致。`,
      `The boards of ${count} districts agree with the record.`,
    ),
  ];
}

function told({ code, zh, en }: Omit<Kind, 'sql'>, district: string, differing: readonly Differing[]): Finding {
  const total = differing[0]?.total ?? 0;
  const some = differing
    .slice(0, NAMED)
    .map(({ id, year, fields }) => `${id}${year === null ? '' : ` ${year}`} (${fields.join(', ')})`)
    .join('; ');
  return finding(
    'error',
    code,
    `${district}：${zh}有 ${total} 处与业务数据不一致：${some}。`,
    `${district}: ${en} differs from the record in ${total} places: ${some}.`,
    [
      '执行 npm run rebuild 由消息重建看板（可在运行中进行），再次体检；若仍不一致，请保留报告并联系开发方。',
      'Run npm run rebuild, beside the running installation if you like, and ask again. If it still differs, keep this report and call the makers.',
    ],
  );
}
