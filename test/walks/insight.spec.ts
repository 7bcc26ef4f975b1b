/** What an assessment says about itself, in a real browser: explanation, simulation, trial, fairness. */
import type { Page } from 'playwright-core';
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';

/** Everybody can use the page, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const found = [await barriers(page), await overflow(page)];
    expect([name, width, ...found]).toEqual([name, width, [], 0]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('an assessment explains itself in the console', () => {
  const story = browserStories();

  story(
    'at every point, by what would be, on an earlier year, and how fair it was',
    async (browsers) => {
      const { house } = browsers;
      const { A, B } = house.district.unions;
      await yearOfWork(house);
      const door = await house.as('d.administrator');
      const { id } = await opened(door, 'district');
      await judged(door, 'district', id, A, '12.5');
      await judged(door, 'district', id, B, '8');

      const office = await browsers.officer('d.administrator', DESK, `/assessments/${id}/sheets/${A}`);
      await office.getByRole('button', { name: '得分说明 A1 年度任务完成' }).click();
      const drawer = office.getByRole('dialog', { name: '得分说明：A1 年度任务完成' });
      await drawer.getByText('60 × min(40 ÷ 60, 1) = 40.00', { exact: true }).waitFor();
      await drawer.getByText('甲一社区工联会：截至').waitFor();
      await drawer.getByText('再完成 1 人，得分 +1').waitFor();
      await isSound(office, 'the drawer');
      await drawer.getByRole('button', { name: '关闭' }).click();
      await drawer.waitFor({ state: 'detached' });
      await office.getByRole('link', { name: '得分说明', exact: true }).click();
      await office.getByText('60.00 + 12.50 = 72.50').first().waitFor();
      await office.getByText('终评：D administrator，12.50 分。理由：特色工作有成效').waitFor();
      await isSound(office, 'the whole explanation');

      await office.getByRole('link', { name: '试算' }).click();
      await office.getByLabel('发展工会会员：完成（人），目标 60').fill('60');
      await office.getByText('第 1 名（共 2 家）').or(office.getByText('1（共 2 家）')).first().waitFor();
      await office.getByRole('row', { name: 'A1 年度任务完成 40.00 60.00 +20.00' }).waitFor();
      await office.getByLabel('B1 特色工作：评分（满分 20.00）').fill('99');
      await office.getByText('应评 0 至 20 分').first().waitFor();
      await office.getByRole('button', { name: '全部还原' }).click();
      await office.getByText('72.50 →').waitFor();
      await isSound(office, 'the simulation');

      const a = await browsers.officer('a.administrator', DESK, `/results/${id}/simulation`);
      await a.getByLabel('发展工会会员：拖动调整完成数').fill('45');
      await a.getByRole('row', { name: 'A1 年度任务完成 40.00 45.00 +5.00' }).waitFor();
      expect(await a.content()).not.toContain('12.5');

      await door.post(`/district/assessments/${id}/publication`).expect(201);
      await a.goto(`${house.url}/results`);
      await a.getByRole('button', { name: '得分说明 B1 特色工作' }).click();
      await a.getByRole('dialog').getByText('终评：D administrator，12.50 分').waitFor();

      await office.goto(`${house.url}/assessments/${id}`);
      await office.getByRole('link', { name: '公平性分析' }).click();
      await office.getByRole('img', { name: /全部工会各分数段的工会数/ }).waitFor();
      await office.getByText('没有区分度：全部同分; 全部满分').waitFor();
      await isSound(office, 'the fairness report');

      const draft = { ...scheme, year: scheme.year + 1, title: '明年的方案' };
      const { body } = await door.post('/district/schemes', draft).expect(201);
      await office.goto(`${house.url}/schemes/${body.id}`);
      await office.getByRole('link', { name: '用往年数据试评' }).click();
      await office.getByText('与已公示的“2026 年度考核”').waitFor();
      await office.getByRole('row', { name: '1 乙街道总工会 88.00 88.00 1 ＝ 不变' }).waitFor();
      await isSound(office, 'the trial');
    },
    { faultsExpected: true },
  );
});
