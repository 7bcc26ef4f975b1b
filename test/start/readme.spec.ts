/** The README's two commands and its walk: the demo starts, and the walk works when it is pasted. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Process } from '../support/process';

const root = resolve(__dirname, '../..');

it('the walk through the main job works when it is pasted, line by line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanji-readme-'));
  const house = Process.spawn({ DATA_DIR: folder });
  try {
    const url = await house.ready(300_000);
    expect(house.output).toContain('tianxin.reporter');
    const walk =
      /<!-- walk:begin -->\n```bash\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
    const script = join(folder, 'walk.sh');
    writeFileSync(script, `set -eo pipefail\n${walk}`);
    const said = execFileSync('bash', [script], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], API: url, DATA_DIR: folder },
    });
    expect(said).toContain('夏季送清凉 125 800 15.6%');
    expect(said).toContain('田心社区工联会的“夏季送清凉”进度报告审核通过：125 人次');
    expect(said).toMatch(/^1 .*街道总工会/m);
  } finally {
    await house.end();
    rmSync(folder, { recursive: true, force: true });
  }
}, 400_000);
