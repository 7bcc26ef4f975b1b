/** Less for the grassroots (减负) in a real browser: a value taken over, minutes that are never scored, the cost before a task is given. */
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import { assigned, cascaded, submitted } from '../support/task';

describe('the burden in the console', () => {
  const story = browserStories();

  story(
    'takes a reported value over, says what a new task costs, and shows who was asked for what',
    async ({ house, officer }) => {
      const year = { dueOn: '2030-12-31' };
      const first = await cascaded(house, (await assigned(house, { title: '会员', ...year })).shareA);
      const reporter = await house.as('a1.reporter');
      const report = await submitted(reporter, first.a1, { done: '30' });
      await (await house.as('a.reviewer')).post(`/subdistrict/reports/${report}/acceptance`).expect(201);
      const { a1 } = await cascaded(house, (await assigned(house, { title: '会员再报', ...year })).shareA);
      const { shareA } = await assigned(house, { title: '会员三报', ...year });
      await (await house.as('a.administrator')).post(`/subdistrict/tasks/${shareA}/signature`).expect(201);

      const page = await officer('a1.reporter', DESK, `/tasks/${a1}#report`);
      await page.getByRole('button', { name: '沿用', exact: true }).click();
      await page.getByText('沿用自“会员”').first().waitFor();
      await expect(page.getByLabel('累计完成数').inputValue()).resolves.toBe('30');
      await page.getByText('不参与考核').waitFor();
      await expect(page.getByLabel('填报用时（分钟）').inputValue()).resolves.toBe('1');
      await page.getByLabel('填报用时（分钟）').fill('8');
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '上报', exact: true }).click();
      await page.getByText('已上报，等待上级审核。').first().waitFor();
      const [told]: { minutes: number }[] = await house.database.query('select minutes from report_minutes');
      expect(told?.minutes).toBe(8);
      await room(page, '基层负担');
      await page.getByText('与 ', { exact: false }).filter({ hasText: '“会员”是同一指标' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);

      const office = await officer('a.administrator', DESK, `/tasks/${shareA}`);
      const cost = office.getByRole('region', { name: '下达前测算' });
      await cost.getByText('2 个单位签收，2 个单位填报').waitFor();
      await cost.getByText('已有 4 个单位在报同一指标').waitFor();
      await cost.getByText('30 人').first().waitFor();
      await room(office, '基层负担');
      await office.getByRole('link', { name: '甲一社区工联会' }).click();
      await office.getByRole('link', { name: '返回各单位' }).waitFor();
      await room(office, '今日关注');
      await office.getByRole('heading', { name: '今日关注' }).waitFor();
      expect(await barriers(office)).toEqual([]);
      await office.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(office)).toBe(0);
    },
  );
});
