/** The console in a real browser: the main job through all three tiers while the district's board moves. */
import type { Page } from 'playwright-core';
import { browserStories, paste } from '../support/browser';
import { assigned, cascaded, submitted } from '../support/task';

/** What lies on the desk about a task. */
const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

describe('the console', () => {
  const story = browserStories();

  story('carries the main job through three tiers, and the board of a fourth moves by itself', async (browsers) => {
    const { house } = browsers;
    const title = '夏季送清凉';
    const district = await browsers.officer('d.administrator');
    await district.getByRole('link', { name: '工作任务' }).click();
    await district.getByRole('link', { name: '新建任务' }).click();
    // the list one comes from has a field of nearly that name, until the form is loaded
    await district.getByRole('heading', { name: '新建任务' }).waitFor();
    await district.getByLabel('任务名称', { exact: true }).fill(title);
    await district.getByLabel('工作板块').fill('S01');
    await district.getByLabel('指标名称').fill('慰问职工');
    await district.getByLabel('计量单位').fill('人次');
    await district.getByLabel('目标', { exact: true }).fill('100');
    await district.getByLabel('开始日期').fill('2026-01-01');
    await district.getByLabel('完成期限').fill('2030-12-31');
    await district.getByRole('button', { name: '建立任务' }).click();
    await district.getByRole('heading', { name: '分解下达' }).waitFor();
    await paste(district, '甲街道总工会', '60\n40');
    await district.getByText('已全部分配').waitFor();
    await district.getByRole('button', { name: '下达给 2 个单位' }).click();
    await district.getByText('已下达给 2 个单位').waitFor();

    const subdistrict = await browsers.officer('a.administrator');
    await card(subdistrict, title).getByRole('button', { name: '签收' }).click();
    await card(subdistrict, title).getByRole('link', { name: '分解下达' }).click();
    await paste(subdistrict, '甲一社区工联会', '甲一社区\t40\n甲二社区\t15');
    await subdistrict.getByText('未分配 5 人次').waitFor();
    await subdistrict.getByLabel('甲二社区工联会', { exact: true }).fill('20');
    await subdistrict.getByRole('button', { name: '下达给 2 个单位' }).click();
    await subdistrict.getByText('已下达给 2 个单位').waitFor();

    const leader = await browsers.officer('d.viewer');
    await leader.getByRole('link', { name: '工作看板' }).click();
    const line = leader.locator('tr[data-task]').filter({ hasText: title });
    await line.getByText('100 人次').waitFor();
    await leader.getByText('实时更新中').waitFor();

    const community = await browsers.officer('a1.reporter');
    await card(community, title).getByRole('button', { name: '签收' }).click();
    await card(community, title).getByRole('link', { name: '填报进度' }).click();
    await community.getByLabel('累计完成数').fill('25');
    await community.getByLabel('工作情况').fill('走访工地一线');
    await community.getByText('已保存').waitFor();
    await community.getByRole('button', { name: '上报' }).click();
    await community.getByText('已上报，等待上级审核。').first().waitFor();

    await line.getByText('+25').waitFor();

    await subdistrict.getByRole('link', { name: '审核' }).first().click();
    await subdistrict.getByRole('heading', { name: `甲一社区工联会 · ${title}` }).waitFor();
    await subdistrict.keyboard.press('r');
    await subdistrict.keyboard.type('请核对人数');
    await subdistrict.keyboard.press('Enter');
    await subdistrict.getByText('没有待审核的报告。').waitFor();

    await community.getByRole('link', { name: '我的工作台' }).click();
    await card(community, '退回原因：请核对人数').getByRole('link', { name: '重新上报' }).click();
    await community.getByLabel('累计完成数').fill('20');
    await community.getByRole('button', { name: '上报' }).click();
    await community.getByText('已上报，等待上级审核。').first().waitFor();

    await subdistrict.getByRole('heading', { name: `甲一社区工联会 · ${title}` }).waitFor();
    await subdistrict.keyboard.press('a');
    await subdistrict.getByText('没有待审核的报告。').waitFor();

    await line.getByText('20.0%').waitFor();
    await house.settled();
    const { body } = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    expect(body.tasks.find((task: { title: string }) => task.title === title)).toMatchObject({
      done: '20',
      target: '100',
      rate: '20.0',
    });
  });

  story(
    'keeps what is typed through a lost connection and a closed tab',
    async (browsers) => {
      const { house } = browsers;
      const { shareA } = await assigned(house, { title: '职工入会' });
      await cascaded(house, shareA);
      const page = await browsers.officer('a1.reporter');
      await card(page, '职工入会').getByRole('link', { name: '填报进度' }).click();
      await page.getByLabel('累计完成数').fill('7');
      await page.getByText('已保存').waitFor();
      await page.context().setOffline(true);
      await page.getByLabel('工作情况').fill('断网时写的');
      await page.getByText('网络中断').waitFor();
      const url = page.url();
      await page.context().setOffline(false);
      await page.getByText('已保存').waitFor();
      await page.getByLabel('累计完成数').fill('8');
      const again = await page.context().newPage();
      await page.close();
      await again.goto(url);
      await expect(again.getByLabel('累计完成数').inputValue()).resolves.toBe('8');
      await expect(again.getByLabel('工作情况').inputValue()).resolves.toBe('断网时写的');
    },
    { faultsExpected: true },
  );

  story(
    'puts two versions side by side instead of writing over one',
    async (browsers) => {
      const { house } = browsers;
      const { shareA } = await assigned(house, { title: '技能培训' });
      const { a1 } = await cascaded(house, shareA);
      const page = await browsers.officer('a1.reporter');
      await card(page, '技能培训').getByRole('link', { name: '填报进度' }).click();
      await page.getByLabel('累计完成数').fill('5');
      await page.getByText('已保存').waitFor();
      const door = await house.as('a1.administrator');
      const { body } = await door.get(`/community/tasks/${a1}/reports`).expect(200);
      const [report] = body.items;
      await door.put(`/community/reports/${report.id}`, { done: '9' }, report.version).expect(200);
      await page.getByLabel('累计完成数').fill('6');
      await page.getByText('这份报告已在别处修改').waitFor();
      await page.getByRole('button', { name: '用服务器上的' }).click();
      await expect(page.getByLabel('累计完成数').inputValue()).resolves.toBe('9');
    },
    { faultsExpected: true },
  );

  story('accepts many at once', async (browsers) => {
    const { house } = browsers;
    const { shareA } = await assigned(house, { title: '困难帮扶' });
    const { a1, a2 } = await cascaded(house, shareA);
    await submitted(await house.as('a1.reporter'), a1, { done: '4' });
    await submitted(await house.as('a2.reporter'), a2, { done: '3' });
    const page = await browsers.officer('a.reviewer');
    await page.getByRole('link', { name: '审核', exact: true }).first().click();
    await page.getByLabel('选择这份报告 甲一社区工联会 困难帮扶').check();
    await page.getByLabel('选择这份报告 甲二社区工联会 困难帮扶').check();
    await page.getByRole('button', { name: '通过所选 2 份' }).click();
    await page.getByText('没有待审核的报告。').waitFor();
  });

  story('fits a phone, speaks English, and shows each role only what it may do', async (browsers) => {
    const { house } = browsers;
    const phone = await browsers.officer('a1.reporter', { width: 360, height: 740 });
    for (const path of ['/', '/tasks', '/board', '/feed', '/account']) {
      await phone.goto(`${house.url}${path}`);
      await phone.locator('h1').waitFor();
      const over = await phone.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect({ path, over }).toEqual({ path, over: 0 });
    }
    for (const [account, rooms] of [
      ['d.system_administrator', ['工会组织', '工会干部', '工作日历', '内网主机', '队列与投递']],
      ['d.security_administrator', ['工会干部', '在线用户', '接口密钥']],
      ['d.audit_administrator', ['审计日志']],
    ] as const) {
      const page = await browsers.officer(account);
      const menu = page.getByRole('navigation').getByRole('link');
      expect(await menu.allInnerTexts()).toEqual(['我的工作台', ...rooms, '我的消息', '账户']);
      await page.getByText('都办完了，辛苦了。').waitFor();
      // the desk itself leads to the rooms
      for (const room of rooms) await page.getByRole('main').getByRole('link', { name: room }).waitFor();
    }
    const reviewer = await browsers.officer('a.reviewer');
    await reviewer.getByRole('button', { name: 'English' }).click();
    await reviewer.getByRole('heading', { name: 'My desk' }).waitFor();
    await reviewer.getByRole('link', { name: 'Review', exact: true }).first().waitFor();
  });
});
