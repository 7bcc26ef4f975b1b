import { dataSource } from '../../src/database/data-source';
import { loadDemo } from '../../src/demo/demo';
import { freshDatabase } from '../support/database';
jest.setTimeout(400_000);
it('times', async () => {
  const { url, drop } = await freshDatabase();
  const db = await dataSource(url, 4).initialize();
  const t = Date.now();
  const cpu = process.cpuUsage();
  await loadDemo(db, (line) => process.stderr.write(`${Date.now() - t} ${line}\n`), async () => undefined);
  process.stderr.write(`total ${Date.now() - t} cpu ${JSON.stringify(process.cpuUsage(cpu))}\n`);
  for (const table of ['indicator_value', 'indicator_stale', 'ledger_entry', 'outbox_message', 'audit_entry', `outbox_message where name='indicator.valued'`])
    process.stderr.write(`${table} ${JSON.stringify(await db.query(`select count(*)::int as n from ${table}`))}\n`);
  await db.destroy();
  await drop();
});
