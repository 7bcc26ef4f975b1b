/** The doctor, by breaking the thing: each fault is really made in a house of its own, found and said in words. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../../src/config';
import { newId } from '../../src/kernel/id';
import { checkConfiguration } from '../../src/doctor/configuration';
import { checkMigrations, checkServer } from '../../src/doctor/database-check';
import { examine } from '../../src/doctor/examine';
import { exitCode, type Finding, finding } from '../../src/doctor/finding';
import { judgeClock, judgeDisk } from '../../src/doctor/ground-check';
import { asJson, languageOfTerminal, spoken } from '../../src/doctor/report';
import { endingKey } from '../support/ending-key';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { mended, parkedTask } from '../support/parked';
import { assigned, cascaded, submitted } from '../support/task';

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const codes = (findings: readonly Finding[]): string[] =>
  findings.filter(({ level }) => level !== 'fine').map(({ code }) => code);

/** Codes of what must be looked after. */
const wrong = (findings: readonly Finding[]): string[] =>
  codes(findings.filter(({ level }) => level === 'error' || level === 'warning'));

describe('a house', () => {
  let house: House;
  let a1: string;
  beforeAll(async () => {
    house = await House.open();
    const { shareA } = await assigned(house);
    ({ a1 } = await cascaded(house, shareA));
    const [community, a] = [await house.as('a1.reporter'), await house.as('a.administrator')];
    const report = await submitted(community, a1, { asOf: '2026-01-31', done: '12', note: '一月' });
    await a.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
    await submitted(community, a1, { asOf: '2026-02-28', done: '20', note: '二月' });
    await house.settled();
    await eventually(async () => {
      const [{ waiting }] = await house.database.query('select count(*)::int as waiting from audit_unsealed');
      if (waiting > 0) throw new Error(`${waiting} audit entries wait for their seal`);
    });
  }, 400_000);
  afterAll(() => house.close());

  const look = (full = true): Promise<Finding[]> =>
    examine({
      config: house.config,
      database: house.database,
      databaseUrl: house.config.databaseUrl ?? '',
      full,
      stopped: false,
    });

  /** What is found about one thing, without what the house of a test cannot help. */
  const found = async (check: string): Promise<Finding[]> =>
    (await look()).filter((each) => each.check === check && each.level !== 'fine');

  const evidence = (): string[] =>
    readdirSync(join(house.config.dataDir, 'evidence'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(house.config.dataDir, 'evidence', name))
      .filter((name) => /[0-9a-f]{64}$/.test(name) && statSync(name).isFile());

  it('that is well has nothing amiss, whether a sample is looked at or everything', async () => {
    for (const full of [false, true]) {
      // the tests' own server gives up safety for speed, and is told so
      expect(new Set(wrong(await look(full)))).toEqual(new Set(['database.unsafe']));
    }
  });

  it.each([
    ['a sum', 'update platform.task_board set done = done + 1 where task_id = $1', 'boards.tasks', /done\)|done,/],
    ['what is own', 'update platform.task_board set own_done = 3 where task_id = $1', 'boards.tasks', /ownDone/],
    ['a status', `update platform.task_board set status = 'withdrawn' where task_id = $1`, 'boards.tasks', /status/],
    ['a row that is gone', 'delete from platform.task_board where task_id = $1', 'boards.tasks', /missing/],
    [
      'completion',
      'update platform.standing set completion = 99 where union_id = (select union_id from task where id = $1)',
      'boards.standings',
      /completion/,
    ],
    [
      'punctuality',
      'update platform.standing set late = late + 1 where union_id = (select union_id from task where id = $1)',
      'boards.standings',
      /late/,
    ],
  ])(
    'finds a board that differs from the record: %s',
    async (_what, skew, code, field) => {
      const runner = house.database.createQueryRunner();
      await runner.query('create table if not exists kept_board as select * from platform.task_board');
      await runner.query('create table if not exists kept_standing as select * from platform.standing');
      try {
        await runner.query(skew, [a1]);
        const told = await found('boards');
        expect(codes(told)).toEqual([code]);
        expect(told[0]?.words.zh).toMatch(field);
        expect(told[0]?.words.zh).toContain('试验区总工会');
        expect(told[0]?.advice?.en).toMatch(/npm run rebuild/);
      } finally {
        await runner.query('delete from platform.task_board; insert into platform.task_board select * from kept_board');
        await runner.query('delete from platform.standing; insert into platform.standing select * from kept_standing');
        await runner.query('drop table kept_board, kept_standing');
        await runner.release();
      }
      expect(await found('boards')).toEqual([]);
    },
    30_000,
  );

  it('does not take for a difference what is parked, but says that it is parked', async () => {
    await parkedTask(house, '卡住的任务');
    expect(codes(await look())).toContain('announcements.parked');
    expect(await found('boards')).toEqual([]);
    await mended(house);
    const system = await house.as('d.system_administrator');
    await system.post('/parked-announcements/redeliveries').expect(201);
    await house.settled();
    expect(await found('announcements')).toEqual([]);
  }, 400_000);

  it('finds evidence that is gone, cut short or altered, and counts what belongs to nothing', async () => {
    const files = ['佐证一', '佐证二', '佐证三'].map((text) => ({ text, sha256: sha256Of(text) }));
    const place = (sha256: string) =>
      join(house.config.dataDir, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const put = (sha256: string, text: string): void => {
      mkdirSync(dirname(place(sha256)), { recursive: true });
      writeFileSync(place(sha256), text);
    };
    for (const { text, sha256 } of files) {
      put(sha256, text);
      await house.database.query(
        `insert into evidence_file (sha256, size, media_type, stored_at) values ($1, $2, 'text/plain', now())`,
        [sha256, Buffer.byteLength(text)],
      );
    }
    expect(await found('evidence')).toEqual([]);
    const [gone, short, altered] = files.map(({ sha256 }) => sha256) as [string, string, string];
    rmSync(place(gone));
    put(short, '佐');
    put(altered, '佐证四');
    put(sha256Of('无主'), '无主');
    const told = await found('evidence');
    expect(codes(told)).toEqual(['evidence.damaged', 'evidence.orphans']);
    for (const fault of [`${gone} (missing)`, `${short} (size)`, `${altered} (content)`])
      expect(told[0]?.words.en).toContain(fault);
    expect(told[1]?.words.en).toMatch(/^1 files/);
    expect(evidence()).toHaveLength(3);
    await house.database.query('delete from evidence_file where sha256 = any($1)', [[gone, short, altered]]);
    rmSync(join(house.config.dataDir, 'evidence'), { recursive: true });
  });

  it('finds an audit entry that was changed behind the back of the trail', async () => {
    await house.database.query(`alter table audit_entry disable trigger user`);
    const [entry]: { id: string; deed: string }[] = await house.database.query(
      `select e.id, e.deed from audit_entry e join audit_seal s on s.entry_id = e.id order by s.no limit 1`,
    );
    await house.database.query(`update audit_entry set deed = 'forged' where id = $1`, [entry?.id]);
    expect((await found('audit'))[0]).toMatchObject({
      code: 'audit.broken',
      words: { en: expect.stringContaining(entry?.id ?? '') },
    });
    await house.database.query(`update audit_entry set deed = $2 where id = $1`, [entry?.id, entry?.deed]);
    await house.database.query(`alter table audit_entry enable trigger user`);
    expect(await found('audit')).toEqual([]);
  });

  it('finds webhooks that rest, keys that end, and data sealed with a key that is not given', async () => {
    const { id: district, unions } = house.district;
    await house.database.query(
      `insert into webhook_endpoint (district_id, id, union_id, url, description, events, key_id, sealed, pause, paused_at)
       values ($1, $2, $3, 'https://a.example', '', '{*}', 'gone-key', '', 'failing', now())`,
      [district, newId(), unions.D],
    );
    await endingKey(house, 'endssoon', 13);
    await endingKey(house, 'endslate', 14);
    const told = await found('outside');
    expect(codes(told)).toEqual(['outside.webhooksPaused', 'outside.keyEnding', 'outside.keyMissing']);
    expect(told[1]?.words.en).toMatch(/^The key endssoon… ends on \d{4}-\d\d-\d\d\.$/);
    expect(told[2]?.words.zh).toContain('gone-key');
    await house.database.query('delete from webhook_endpoint; delete from api_key');
    expect(await found('outside')).toEqual([]);
  });

  it('finds that the queue has no tables, in a database of its own too, or cannot be asked', async () => {
    const { database, config } = house;
    const server = new URL(config.databaseUrl ?? '');
    const at = (name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href;
    const of = async (queueUrl: string): Promise<string[]> =>
      codes(
        await examine({
          config: { ...config, queueUrl },
          database,
          databaseUrl: server.href,
          full: false,
          stopped: false,
        }),
      ).filter((code) => code.startsWith('queue.'));
    expect(await of(server.href)).toEqual([]);
    expect(await of(at('template1'))).toEqual(['queue.unfit']);
    expect(await of(at('nowhere'))).toEqual(['queue.undone']);
    expect(await of('redis://127.0.0.1:1')).toEqual(['queue.unfit']);
  }, 30_000);

  it('says that nothing comes through any more, but not of an installation that is stopped', async () => {
    await house.database.query(`update live.canary set seen_at = now() - interval '10 minutes'`);
    const { config, database } = house;
    const both = await Promise.all(
      [false, true].map((stopped) =>
        examine({ config, database, databaseUrl: config.databaseUrl ?? '', full: false, stopped }),
      ),
    );
    expect(both.map((told) => codes(told).includes('announcements.still'))).toEqual([true, false]);
    await house.database.query(`update live.canary set seen_at = now()`);
  });

  it('runs beside it as a process of its own, in the language asked for', () => {
    const { databaseUrl = '', dataDir, queuePrefix, queueUrl } = house.config;
    const run = (args: string[], env: Record<string, string>) =>
      spawnSync(process.execPath, ['dist/src/doctor.js', ...args], {
        cwd: resolve(__dirname, '../..'),
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH ?? '',
          DATA_DIR: dataDir,
          QUEUE_PREFIX: queuePrefix,
          DATABASE_URL: databaseUrl,
          ...(queueUrl === undefined ? {} : { QUEUE_URL: queueUrl }),
          ...env,
        },
      });
    const zh = run([], {});
    expect(zh.stdout).toMatch(/\[正常\] 看板与台账数据：1 个区的看板与业务数据一致。/);
    expect(zh.status).toBe(2);
    expect(run([], { LANG: 'en_US.UTF-8' }).stdout).toContain('[fine] Boards and record');
    const json = JSON.parse(run(['--json', '--full'], {}).stdout) as { exitCode: number; findings: Finding[] };
    expect([json.exitCode, new Set(wrong(json.findings))]).toEqual([2, new Set(['database.unsafe'])]);
    const away = run(['--lang=en'], { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nowhere' });
    expect([away.status, away.stdout]).toEqual([2, expect.stringContaining('The database cannot be reached')]);
    expect(run([], { PORT: 'x', SECRETS_KEY: 'short' }).stdout).toMatch(/SECRETS_KEY is[^]*PORT is/);
    expect(run(['--please'], {}).status).toBe(2);
  }, 400_000);
});

describe('settings', () => {
  const seen = { keyMode: 0o600, accounts: false };
  it.each([
    [{}, seen, []],
    [{ SECRETS_KEY: 'aaaaaaaaaaaaaaaaaaaa' }, seen, ['configuration.weakSecretsKey']],
    [{ SECRETS_KEY: 'changeme-changeme-changeme' }, seen, ['configuration.weakSecretsKey']],
    [{ SECRETS_KEY: '9f86d081884c7d659a2feaa0c55ad015' }, seen, []],
    [{}, { ...seen, keyMode: 0o644 }, ['configuration.openKeyFile']],
    [{}, { ...seen, keyMode: null }, ['configuration.noSecretsKey']],
    [{ DEMO: 'off' }, { ...seen, accounts: true }, ['configuration.firstPasswords']],
    [{ PUBLIC_URL: 'https://gh.example.cn' }, seen, ['configuration.proxyNotTrusted']],
    [{ PUBLIC_URL: 'https://gh.example.cn', TRUST_PROXY: 'on' }, seen, []],
    [{ PUBLIC_URL: 'http://gh.example.cn', TRUST_PROXY: 'on' }, seen, ['configuration.plainHttp']],
    [{ TRUST_PROXY: 'on', HOST: '0.0.0.0' }, seen, ['configuration.openBehindProxy']],
    [{ METRICS_TOKEN: '1111111111111111' }, seen, ['configuration.weakMetricsToken']],
  ])('%j %j: %j', (env, dir, expected) => {
    expect(codes(checkConfiguration(loadConfig(env), dir))).toEqual(expected);
  });
});

describe('the ground', () => {
  const server = {
    version: 180_000,
    encoding: 'UTF8',
    fsync: 'on',
    fullPageWrites: 'on',
    synchronousCommit: 'on',
    connections: 5,
    most: 100,
    idle: 0,
    long: 0,
    ltree: true,
  };
  it.each([
    [{}, []],
    [{ fsync: 'off' }, ['database.unsafe']],
    [{ synchronousCommit: 'off', fullPageWrites: 'off' }, ['database.unsafe', 'database.unsafe']],
    [{ synchronousCommit: 'local' }, []],
    [{ encoding: 'SQL_ASCII' }, ['database.unfit']],
    [{ version: 140_009 }, ['database.unfit']],
    [{ connections: 90 }, ['database.connections']],
    [{ idle: 1 }, ['database.hanging']],
  ])('a server with %j: %j', (change, expected) => {
    expect(codes(checkServer({ ...server, ...change }))).toEqual(expected);
  });

  it('tells a database that is behind from one that is ahead', () => {
    expect(codes(checkMigrations(['A'], ['A', 'B']))).toEqual(['database.behind']);
    expect(codes(checkMigrations(['A', 'B', 'C'], ['A', 'B']))).toEqual(['database.ahead']);
    expect(checkMigrations(['A', 'B'], ['A', 'B'])).toEqual([]);
  });

  it('judges the disk by what uploads need, the clock by what the queue bears', () => {
    const { evidence } = loadConfig({});
    const least = evidence.minFreeBytes + evidence.maxBytes;
    expect([least, least + 1, 3 * least + 1].map((free) => judgeDisk(free, evidence)[0]?.level)).toEqual([
      'error',
      'warning',
      undefined,
    ]);
    expect([2_000, 2_001, -2_001].map((skew) => judgeClock(skew)[0]?.words.en)).toEqual([
      undefined,
      expect.stringContaining('ahead of'),
      expect.stringContaining('behind'),
    ]);
  });
});

describe('the report', () => {
  it('ends with 0, 1 or 2 by the worst it found', () => {
    const of = (level: Finding['level']): Finding => finding(level, 'disk.x', '一', 'one', ['做', 'do']);
    expect([[], [of('fine'), of('note')], [of('warning')], [of('warning'), of('error')]].map(exitCode)).toEqual([
      0, 0, 1, 2,
    ]);
    expect(spoken([of('error')], 'en')).toEqual(['[ERROR] Disk: one', '    → do', '', expect.any(String)]);
    expect(JSON.parse(asJson([of('warning')]))).toMatchObject({ exitCode: 1, findings: [{ code: 'disk.x' }] });
  });

  it.each([
    [{}, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
  ])('a terminal that says %j is answered in %s', (env, language) => {
    expect(languageOfTerminal(env)).toBe(language);
  });
});
