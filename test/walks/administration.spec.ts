/** Administration in real browsers: three administrators, each with his own rooms, and everybody's own sessions. */
import type { Page } from 'playwright-core';
import { DESK, type Browsers, browserStories } from '../support/browser';
import { barriers } from '../support/axe';
import { choose, pick, putOut, room, signIn } from '../support/browser-steps';
import { mended, parkedTask } from '../support/parked';
import { memberTask } from '../support/task';

/** An open union of his own, an account with a first password, and the sheet that goes to its owner. */
async function newcomer(browsers: Browsers, system: Page): Promise<{ account: string; password: string }> {
  await room(system, '工会组织');
  await system.getByRole('treeitem', { name: '甲街道总工会' }).click();
  await system.getByText('设立下级工会').click();
  await system.getByLabel('名称').last().fill('甲三社区工联会');
  await system.getByLabel('代码').last().fill('A1');
  await system.getByLabel('设立日期').fill('2026-01-01');
  await system.getByRole('button', { name: '设立', exact: true }).click();
  // the code is taken: the form says so, and what was typed is still there
  await system.getByRole('alert').waitFor();
  expect(await system.getByLabel('名称').last().inputValue()).toBe('甲三社区工联会');
  await system.getByLabel('代码').last().fill('A3');
  await system.getByRole('button', { name: '设立', exact: true }).click();
  await system.getByRole('treeitem', { name: '甲街道总工会' }).press('ArrowRight');
  await system.getByRole('treeitem', { name: '甲三社区工联会' }).click();
  await system.getByRole('link', { name: '新建账号' }).click();
  await system.getByLabel('姓名').fill('李秀英');
  await system.getByLabel('账号').fill('li.xiuying');
  await system.getByLabel('初始密码').fill('short');
  await system.getByRole('button', { name: '建立账号' }).click();
  await system.locator('.ant-form-item', { hasText: '初始密码' }).getByText('密码须为 10 至 200 个字符').waitFor();
  await system.getByRole('button', { name: '生成一个' }).click();
  const password = await system.getByLabel('初始密码').inputValue();
  await system.getByRole('button', { name: '建立账号' }).click();
  const sheet = system.getByRole('status').filter({ hasText: '账号交接单' });
  for (const words of ['甲三社区工联会', 'li.xiuying', password, browsers.house.url])
    await sheet.getByText(words).waitFor();
  return { account: 'li.xiuying', password };
}

describe('administration', () => {
  const story = browserStories();

  story(
    'a union is opened, its officer begins, is given a role, works and is put out; the trail has it all',
    async (browsers) => {
      const { house } = browsers;
      const system = await browsers.officer('d.system_administrator');
      const { account, password } = await newcomer(browsers, system);

      const officer = await browsers.stranger(account);
      await officer.goto(house.url);
      await signIn(officer, account, password);
      await officer.getByText('首次登录请先修改密码。').waitFor();
      await officer.getByLabel('原密码').fill(password);
      await officer.getByLabel('新密码', { exact: true }).fill('Second-2026-pass');
      await officer.getByLabel('再次输入新密码').fill('Second-2026-pass');
      await officer.getByRole('button', { name: '修改密码' }).click();
      await officer.getByText('密码已修改').waitFor();
      await room(officer, '我的工作台');
      await officer.getByText('都办完了，辛苦了。').waitFor();

      const security = await browsers.officer('d.security_administrator');
      await room(security, '工会干部');
      await security.getByLabel('查找姓名或账号').fill('秀英');
      await security.getByRole('link', { name: '李秀英' }).click();
      expect(await security.getByLabel('系统管理员').isDisabled()).toBe(true);
      await security.getByLabel('填报员').check();
      await security.getByRole('button', { name: '授予“填报员”' }).click();
      await security.getByText('角色已授予').waitFor();

      // his browser lands at the sign-in page by itself
      await putOut(officer);
      await signIn(officer, account, 'Second-2026-pass');
      await officer.getByRole('heading', { name: '我的工作台' }).waitFor();
      const { body: unions } = await (await house.as('d.viewer')).get('/unions?pageSize=200').expect(200);
      const a3: string = unions.items.find(({ code }: { code: string }) => code === 'A3').id;
      const district = await house.as('d.administrator');
      const { body } = await district.post('/district/tasks', { ...memberTask, title: '新社区建会' }).expect(201);
      const shares = [{ unionId: house.district.unions.A, target: '100' }];
      const given = await district.post(`/district/tasks/${body.task.id}/shares`, { shares }).expect(201);
      const share: string = given.body.shares[0].id;
      const subdistrict = await house.as('a.administrator');
      await subdistrict.post(`/subdistrict/tasks/${share}/signature`).expect(201);
      await subdistrict
        .post(`/subdistrict/tasks/${share}/shares`, { shares: [{ unionId: a3, target: '100' }] })
        .expect(201);
      await officer
        .getByRole('listitem')
        .filter({ hasText: '新社区建会' })
        .getByRole('button', { name: '签收' })
        .click();
      await officer.getByText('已签收：新社区建会').waitFor();

      await room(security, '在线用户');
      await choose(security, '所属工会', '甲三社区工联会');
      await security.getByRole('button', { name: '强制下线 李秀英' }).click();
      await security.getByText('李秀英 已下线').waitFor();
      await putOut(officer);

      const auditor = await browsers.officer('d.audit_administrator');
      await room(auditor, '审计日志');
      for (const [by, deed] of [
        ['d.system_administrator', '设立工会'],
        ['d.system_administrator', '建立账号'],
        ['d.security_administrator', '授予角色'],
        ['d.security_administrator', '结束登录（下线）'],
      ] as const) {
        await auditor.getByRole('searchbox', { name: '账号' }).fill(by);
        await auditor.waitForURL(`**account=${by}`);
        await auditor.getByRole('row', { name: deed }).first().waitFor();
      }
      await choose(auditor, '事项', '授予角色');
      await auditor.getByRole('row', { name: '授予角色' }).getByRole('button', { name: '查看' }).click();
      const entry = auditor.getByRole('region', { name: '授予角色' });
      await entry.getByRole('row', { name: /角色\s*有变化\s*查看员\s*填报员/ }).waitFor();
      await auditor.getByText('校验审计链').click();
      await auditor.getByRole('button', { name: '开始校验' }).click();
      await auditor.getByText('审计链完整').waitFor();
      await auditor.getByText(/^\d+:[0-9a-f]{64}$/).waitFor();
    },
    // a code that is taken, a password that is too short, and a session that is over
    { faultsExpected: true },
  );

  story('a union moves under another parent, and the tree of the day before shows where it stood', async (browsers) => {
    const system = await browsers.officer('d.system_administrator');
    await room(system, '工会组织');
    const tree = system.getByRole('tree');
    const item = (name: string) => tree.getByRole('treeitem', { name });
    await item('试验区总工会').focus();
    // by the keyboard alone: into the first sub-district, open it, onto its second community
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await system.keyboard.press(key);
    const panel = system.getByRole('region', { name: '甲二社区工联会' });
    await panel.getByText('划转到其他上级').click();
    await panel.getByText('此前的任务、报告和动态仍归原上级').waitFor();
    await choose(system, '新的上级工会', '乙街道总工会');
    await panel.getByLabel('自哪一天起').fill('2026-03-01');
    await panel.getByRole('textbox', { name: '原因' }).fill('区划调整');
    await panel.getByRole('button', { name: '划转' }).click();
    await system.getByText('已划转').waitFor();
    await item('乙街道总工会').filter({ hasText: '下辖 2 个' }).waitFor();
    await item('乙街道总工会').press('ArrowRight');
    expect(await item('甲二社区工联会').getAttribute('aria-level')).toBe('3');
    await system.getByLabel('截至日期').fill('2026-02-28');
    await item('乙街道总工会').filter({ hasText: '下辖 1 个' }).waitFor();
    expect(await tree.getByRole('treeitem').allInnerTexts()).toEqual([
      expect.stringContaining('试验区总工会'),
      expect.stringContaining('甲街道总工会'),
      expect.stringContaining('甲一社区工联会'),
      expect.stringContaining('甲二社区工联会'),
      expect.stringContaining('甲三社区工联会'),
      expect.stringContaining('乙街道总工会'),
      expect.stringContaining('乙一社区工联会'),
    ]);
  });

  story(
    'two change one union: the second is told, loses nothing he typed, and sees what the other wrote',
    async (browsers) => {
      const { house } = browsers;
      const { B1 } = house.district.unions;
      const page = await browsers.officer('d.system_administrator', DESK, `/unions?union=${B1}`);
      const panel = page.getByRole('region');
      await panel.getByText('更改基本信息').click();
      await panel.getByRole('textbox', { name: '名称' }).fill('乙一社区工会联合会');
      await (await house.as('d.system_administrator')).patch(`/unions/${B1}`, { code: 'B-1' }, 1).expect(200);
      await panel.getByRole('button', { name: '保存更改' }).click();
      await panel.getByText('内容已被他人修改').waitFor();
      await panel.getByText('B-1', { exact: true }).waitFor();
      expect(await panel.getByRole('textbox', { name: '名称' }).inputValue()).toBe('乙一社区工会联合会');
      await panel.getByRole('textbox', { name: '代码' }).fill('B-1');
      await panel.getByRole('button', { name: '保存更改' }).click();
      await page.getByRole('heading', { name: '乙一社区工会联合会' }).waitFor();
      await pick(page, '类型', '行业');
      await panel.getByRole('textbox', { name: '职工人数' }).fill('三千');
      await panel.getByText('请填写不超过 8 位的整数').waitFor();
      await panel.getByRole('textbox', { name: '职工人数' }).fill('3200');
      await panel.getByRole('button', { name: '保存更改' }).click();
      await panel.getByText('3,200', { exact: true }).waitFor();
      const { body } = await (await house.as('b1.viewer')).get(`/unions/${B1}`).expect(200);
      expect(body).toMatchObject({ code: 'B-1', kind: 'industry', workers: 3200 });
    },
    { faultsExpected: true },
  );

  story(
    'a day is set otherwise with its reason and taken back; others read the calendar and have nothing to press',
    async (browsers) => {
      const system = await browsers.officer('d.system_administrator');
      await room(system, '工作日历');
      await system.getByLabel('年度').fill('2026');
      await system.getByText('2026 年共 248 个工作日').waitFor();
      const may = system.getByRole('region', { name: '5月' });
      await may.getByRole('listitem').filter({ hasText: '劳动节调休上班' }).waitFor();
      await system.getByText('调整某一天').click();
      const set = async (day: string) => {
        await system.getByLabel('日期').fill(day);
        await pick(system, '改为', '休息');
        await system.getByRole('textbox', { name: '原因' }).fill('全区职工运动会');
        await system.getByRole('button', { name: '保存调整' }).click();
      };
      await set('2026-05-10');
      await system.getByText('这一天本来就是休息日，无需调整。').first().waitFor();
      await set('2026-05-06');
      await may.getByRole('listitem').filter({ hasText: '本区调整：全区职工运动会' }).waitFor();
      await system.getByText('2026 年共 247 个工作日').waitFor();

      const reader = await browsers.officer('a.administrator');
      await room(reader, '工作日历');
      await reader.getByLabel('年度').fill('2026');
      await reader.getByText('本区调整：全区职工运动会').waitFor();
      expect(await reader.getByRole('main').getByRole('button').count()).toBe(0);
      await reader.getByLabel('年度').fill('2199');
      await reader.getByText('2199 年的国家节假日安排尚未收录').waitFor();

      await system.getByRole('button', { name: '撤销 2026-05-06 的调整' }).click();
      await system.getByText('2026 年共 248 个工作日').waitFor();
      const auditor = await browsers.officer('d.audit_administrator');
      await room(auditor, '审计日志');
      await choose(auditor, '事项', '撤销工作日调整');
      await auditor.getByRole('row', { name: '撤销工作日调整' }).getByRole('button', { name: '查看' }).click();
      await auditor.getByRole('region', { name: '撤销工作日调整' }).getByText('全区职工运动会').waitFor();
    },
    { faultsExpected: true },
  );

  story('a parked announcement is seen, re-driven, and gone from the list', async (browsers) => {
    const { house } = browsers;
    await parkedTask(house, '卡住的任务');
    const system = await browsers.officer('d.system_administrator');
    await room(system, '队列与投递');
    await system.getByText('投递畅通').waitFor();
    const row = system.getByRole('row', { name: '新建任务' });
    await row.getByText('12 次').waitFor();
    await row.getByText('stuck').waitFor();
    await mended(house);
    await row.getByRole('button', { name: '重新投递' }).click();
    await system.getByText('没有被搁置的消息。').waitFor();
    await house.settled();
    const { body } = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    expect(body.tasks.map(({ title }: { title: string }) => title)).toContain('卡住的任务');
  });

  story(
    'I see where I am signed in, and end it there',
    async (browsers) => {
      const [here, there] = [await browsers.officer('b1.reporter'), await browsers.officer('b1.reporter')];
      await room(here, '账户');
      const rows = here.getByRole('row', { name: 'Chrome' });
      await rows.filter({ hasText: '当前登录' }).waitFor();
      await rows.getByRole('button', { name: '结束' }).click();
      await here.getByText('已结束').waitFor();
      await putOut(there);
      expect(await rows.count()).toBe(1);
    },
    { faultsExpected: true },
  );

  story(
    'a union’s administrator looks at his unions and officers, and has nothing to press there',
    async (browsers) => {
      const page = await browsers.officer('b.administrator');
      await room(page, '工会组织');
      await page.getByRole('treeitem', { name: '乙一社区' }).click();
      await page.getByRole('region', { name: '乙一社区' }).getByText('查看本会干部').click();
      await page.getByRole('link', { name: 'B1 reporter' }).click();
      await page.getByRole('heading', { name: 'B1 reporter' }).waitFor();
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
      await page.goto(`${browsers.house.url}/queue`);
      await page.getByText('没有找到这一页。').waitFor();
    },
  );

  story('every room is free of barriers and fits a phone', async (browsers) => {
    const { house } = browsers;
    await parkedTask(house, '再卡住');
    const { body } = await (await house.as('d.system_administrator')).get('/officers?q=a1.viewer').expect(200);
    const officer = `/officers/${body.items[0].id}`;
    for (const [account, paths] of [
      [
        'd.system_administrator',
        [
          '/',
          `/unions?union=${house.district.unions.A1}`,
          '/officers',
          '/new-officer',
          officer,
          '/calendar?year=2026',
          '/queue',
          '/account',
        ],
      ],
      ['d.security_administrator', ['/', officer, '/sessions']],
      ['d.audit_administrator', ['/', '/audit']],
    ] as const) {
      const page = await browsers.officer(account, { width: 360, height: 740 });
      for (const path of paths) {
        await page.goto(`${house.url}${path}`);
        await page.locator('h1').waitFor();
        for (const closed of await page.locator('summary').all()) await closed.click();
        const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect({ path, over, barriers: await barriers(page) }).toEqual({ path, over: 0, barriers: [] });
      }
    }
    await mended(house);
    await (await house.as('d.system_administrator')).post('/parked-announcements/redeliveries').expect(201);
  });
});
