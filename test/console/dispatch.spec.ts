/** What goes out, in real browsers: a group's robot is added and tried, the log says how it went, the district writes its words. */
import { type Browsers, browserStories } from '../support/browser';
import { barriers, overflow } from '../support/axe';
import { pick, room } from '../support/browser-steps';
import { RobotServer } from '../support/robot-server';

describe('messages out', () => {
  let robots: RobotServer;
  const story = browserStories(async () => {
    robots = await RobotServer.open('SEC-of-the-story');
    return { ROBOT_HOSTS: robots.url };
  });
  afterAll(() => robots.close());

  story(
    'a robot is added and tried; one whose key is wrong is seen, mended and told again',
    async (browsers) => {
      const office = await browsers.officer('a.administrator');
      await room(office, '外发消息');
      await office.getByText('没有符合条件的记录。').waitFor();
      await office.getByRole('link', { name: '群机器人' }).click();
      await office.getByText('添加群机器人').click();
      await pick(office, '类型', '钉钉');
      await office.getByLabel('群名称').fill('海山街道工作群');
      await office.getByLabel('机器人网址（Webhook）').fill('https://example.org/robot/send');
      await office.getByLabel('加签密钥').fill('SEC-wrong');
      await office.getByRole('button', { name: /^添\s?加$/ }).click();
      // a place that is not allowed is named beside the field, and what was typed stays
      await office.getByText('该类机器人的网址应以').first().waitFor();
      await office.getByLabel('机器人网址（Webhook）').fill(`${robots.url}/robot/send?access_token=1a2b`);
      await office.getByRole('button', { name: /^添\s?加$/ }).click();
      const card = office.getByRole('listitem').filter({ hasText: '海山街道工作群' });
      await card.getByText('已加签').waitFor();
      await card.getByRole('button', { name: '发送测试消息 海山街道工作群' }).click();
      await office.getByText('测试消息已排队').waitFor();
      await office.getByRole('link', { name: '外发记录' }).click();
      const row = office.getByRole('row').filter({ hasText: '测试消息' });
      await row.getByText('失败待重试').waitFor();
      await office.getByRole('link', { name: '群机器人' }).click();
      await card.getByText('更改 海山街道工作群').click();
      await card.getByLabel('加签密钥').fill('SEC-of-the-story');
      await card.getByRole('button', { name: '保存更改' }).click();
      await office.getByText('已保存').waitFor();
      await office.getByRole('link', { name: '外发记录' }).click();
      await row.getByRole('button', { name: /^查看/ }).click();
      const message = office.getByRole('region', { name: '三级工会工作动态平台：测试消息' });
      await message.getByText('sign not match').waitFor();
      await message.getByRole('button', { name: '重新发送' }).click();
      await message.getByText('已发出', { exact: true }).waitFor({ timeout: 40_000 });
      expect(robots.told).toHaveLength(1);
    },
    { faultsExpected: true },
  );

  story(
    'the district writes its own words, sees at once how they read, and goes back',
    async (browsers) => {
      const office = await browsers.officer('d.administrator');
      await room(office, '外发消息');
      await office.getByRole('link', { name: '消息模板' }).click();
      const chinese = office.getByRole('region', { name: '中文' });
      await chinese.getByText('李秀英，您好').waitFor();
      await chinese.getByLabel('标题').fill('【{{nobody}}】');
      await chinese.getByText('没有变量“nobody”').waitFor();
      expect(await office.getByRole('button', { name: '保存模板' }).isDisabled()).toBe(true);
      await chinese.getByLabel('标题').fill('【提醒】{{headline}}');
      await chinese.getByText('【提醒】您有 14 件事需要处理').waitFor();
      await office.getByRole('button', { name: '保存模板' }).click();
      await office.getByText('修改记录').click();
      await office.getByText('第 1 版 · D administrator').waitFor();
      await office.getByRole('button', { name: '恢复默认文字' }).click();
      await chinese.getByText('工作提醒：您有 14 件事需要处理').waitFor();
    },
    { faultsExpected: true },
  );

  story('nothing stands in the way of those who do not see or point, also on a narrow screen', async (browsers) => {
    await narrow(browsers, 'd.administrator', ['/dispatches', '/robots', '/message-templates', '/account']);
  });
});

async function narrow(browsers: Browsers, account: string, paths: readonly string[]): Promise<void> {
  const page = await browsers.officer(account, { width: 360, height: 740 });
  for (const path of paths) {
    await page.goto(`${browsers.house.url}${path}`);
    await page.locator('h1').waitFor();
    for (const closed of await page.locator('details:not([open]) > summary').all()) await closed.click();
    expect([path, await barriers(page)]).toEqual([path, []]);
    expect([path, await overflow(page)]).toEqual([path, 0]);
  }
}
