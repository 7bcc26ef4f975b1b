/** The floor's statements through `pgbench`, where the machine has it: what the database alone would do, without Node between. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { YEAR } from '../country.mjs';
import { statements } from '../floor/statements.mjs';
import { tasksToReport } from './seed.mjs';

/** As many connections as the floor's pool has. */
const CONNECTIONS = 4;
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const readers = (ground, tier) => ground.people.filter((person) => person.tier === tier && !person.reports);

/** What each takes: whose turn it is, in a mixed order, and the values of `$1`, `$2` … by the columns of the turn. */
const cases = {
  submit: {
    turns: async (ground) =>
      (await tasksToReport(ground.client, ground.people)).map(({ id, person }) => ({ ...person, task: id })),
    values: ['district', 'task', '"union"', 'officer', `'20'`, `'新增会员 20 人'`, `'${TODAY}'`, `repeat('a', 64)`],
    ids: 3,
  },
  board: { turns: (ground) => readers(ground, 'district'), values: ['district', '"union"', `${YEAR}`] },
  'task list': { statement: 'tasks', turns: (ground) => readers(ground, 'community'), values: ['district', '"union"'] },
  feed: { turns: (ground) => readers(ground, 'subdistrict'), values: ['district', '"union"'] },
};

/** Per second, by case; undefined where there is no `pgbench`. */
export async function pgbenched(ground, seconds) {
  const program = process.env.PGBENCH ?? 'pgbench';
  if (spawnSync(program, ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sanji-pgbench-'));
  const told = {};
  try {
    for (const [name, { statement = name, turns, values, ids = 0 }] of Object.entries(cases)) {
      await ground.client.query(`update floor.progress_report set status = 'accepted' where status <> 'accepted'`);
      const given = (await turns(ground)).map(({ district, union, officer, task }, no) => ({
        no,
        district,
        union,
        officer,
        task,
      }));
      await ground.client.query('drop table if exists floor.turn; drop sequence if exists floor.turn_no');
      await ground.client.query('create sequence floor.turn_no');
      await ground.client.query(
        `create table floor.turn as select * from jsonb_to_recordset($1::jsonb)
           as t(no bigint, district uuid, "union" uuid, officer uuid, task uuid)`,
        [JSON.stringify(given)],
      );
      await ground.client.query('alter table floor.turn add primary key (no); analyze floor.turn');
      const column = /^[a-z"]+$/;
      const value = (each) => (column.test(each) ? `(select ${each} from turn)` : each);
      const all = [...values.map(value), ...Array.from({ length: ids }, () => 'gen_random_uuid()')];
      const turn = `turn as materialized (select * from floor.turn where no = (select nextval('floor.turn_no') * 7919 % ${given.length}))`;
      const text = statements[statement].trim().replaceAll(/\$(\d+)/g, (_, no) => all[no - 1]);
      const script = join(folder, 'script.sql');
      const whole = text.startsWith('with ') ? `with ${turn}, ${text.slice(5)}` : `with ${turn} ${text}`;
      writeFileSync(script, `${whole.replaceAll(/\s*\n\s*/g, ' ')};\n`);
      const args = ['-n', '-M', 'prepared', '-c', `${CONNECTIONS}`, '-T', `${seconds}`, '-f', script, ground.url];
      const run = spawnSync(program, args, { encoding: 'utf8' });
      const perSecond = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
      told[name] = perSecond === undefined ? run.stderr.slice(-300) : Math.round(Number(perSecond));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return told;
}
