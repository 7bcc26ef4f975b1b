/**
 * What goes out and comes in, in real browsers: a group's robot is added and tried, the log says how it went, the district
 * writes its words; a case of another platform is handled, and its key is replaced.
 */
import { type Browsers, browserStories } from '../support/browser';
import { barriers, overflow } from '../support/axe';
import { pick, room } from '../support/browser-steps';
import { sendingProgram, theirCase } from '../support/case';
import { openDoor } from '../support/house';
import { RobotServer } from '../support/robot-server';

describe('messages out and cases in', () => {
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

  story(
    'a case comes in by a mapping of tables, goes down and back up, and is told when it is closed',
    async (browsers) => {
      const { house } = browsers;
      const province = await sendingProgram(house, 'province.platform');
      const district = await browsers.officer('d.administrator', undefined, '/case-sources');
      await district.getByLabel('渠道编码').fill('province');
      await district.getByLabel('名称', { exact: true }).fill('省总职工诉求平台');
      await district.getByLabel('应用账号').fill('province.platform');
      await district.getByRole('button', { name: '区划对照 添加一行' }).click();
      const areas = district.getByRole('region', { name: '区划对照' });
      await areas.getByLabel('对方编码 1').fill('440308001');
      await areas.getByRole('combobox', { name: '办理工会 1' }).click();
      await district.keyboard.type('甲街道');
      await district.keyboard.press('Enter');
      await district.getByRole('button', { name: /^保\s?存$/ }).click();
      await district.locator('summary').filter({ hasText: 'province' }).waitFor();
      await province.put('/inbound/province/cases/YS1', theirCase).expect(200);

      const open = async (account: string) => {
        const page = await browsers.officer(account, undefined, '/cases');
        await page.getByRole('link', { name: '拖欠三个月工资' }).click();
        return page;
      };
      const a = await open('a.administrator');
      await a.getByRole('button', { name: '交办下级' }).click();
      await a.getByLabel('交办给').selectOption({ label: '甲一社区工联会' });
      await a.getByRole('form', { name: '交办下级' }).getByRole('button', { name: '交办下级' }).click();
      await a.getByText('→ 甲一社区工联会').waitFor();
      const a1 = await open('a1.reporter');
      await a1.getByRole('button', { name: '退回上级' }).click();
      await a1.getByRole('textbox', { name: '退回理由' }).fill('企业不在本社区');
      await a1.getByRole('form', { name: '退回上级' }).getByRole('button', { name: '退回上级' }).click();
      await a1.waitForURL(/\/cases$/);
      await a.reload();
      await a.getByText('企业不在本社区').waitFor();
      await a.getByRole('button', { name: /^答\s?复$/ }).click();
      await a.getByRole('textbox', { name: '答复' }).fill('已调解，补发 3 万元');
      await a
        .getByRole('form', { name: '答复' })
        .getByRole('button', { name: /^答\s?复$/ })
        .click();
      await a.getByText('待审核').waitFor();
      const told = async () => (await province.get('/inbound/province/cases/YS1/status').expect(200)).body;
      expect(await told()).toMatchObject({ status: '20', answer: null });
      await district.goto(`${house.url}${new URL(a.url()).pathname}`);
      await district.getByRole('button', { name: /^办\s?结$/ }).click();
      await district
        .getByRole('form', { name: '办结' })
        .getByRole('button', { name: /^办\s?结$/ })
        .click();
      await district.getByText('已办结', { exact: true }).waitFor();
      expect(await told()).toMatchObject({ status: '90', statusText: '已办结', answer: '已调解，补发 3 万元' });

      const security = await browsers.officer('d.security_administrator', undefined, '/applications');
      await security.getByRole('link', { name: '平台 province.platform' }).click();
      await security.getByRole('button', { name: /^轮\s?换$/ }).click();
      const key = await security.locator('.shown-key code').innerText();
      for (const door of [province, openDoor(house.url, key)]) await door.get('/me').expect(200);
      expect(await security.getByRole('button', { name: /^吊\s?销$/ }).count()).toBe(2);
      const program = new URL(security.url()).pathname;
      await narrow(browsers, 'd.security_administrator', ['/applications', program]);
      await narrow(browsers, 'd.administrator', ['/case-sources', '/webhooks', new URL(a.url()).pathname]);
      await narrow(browsers, 'd.system_administrator', ['/webhook-hosts']);
    },
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
    const closed = page.locator('details:not([open]) > summary');
    for (let left = await closed.count(); left > 0; left--) await closed.first().click();
    expect([path, await barriers(page)]).toEqual([path, []]);
    expect([path, await overflow(page)]).toEqual([path, 0]);
  }
}
