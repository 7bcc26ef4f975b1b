/** The scoreboard in a real browser: provisional, published, by criterion, with last year beside it; a run with its progress. */
import type { Page } from 'playwright-core';
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { barriers, overflow } from '../support/axe';
import { browserStories } from '../support/browser';
import { room } from '../support/browser-steps';

async function isSound(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect([name, width, await barriers(page), await overflow(page)]).toEqual([name, width, [], 0]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('the scoreboard in the console', () => {
  const story = browserStories();

  story('shows provisional standings, then the published ones beside last year’s', async ({ house, officer }) => {
    const office = await house.as('d.administrator');
    const { A, B } = house.district.unions;
    await yearOfWork(house);
    const part = { code: 'B', name: '工作创新', marks: '20', criteria: scheme.definition.parts[1]?.criteria };
    const last = await opened(office, 'district', {
      year: 2025,
      title: '2025 年度考核',
      definition: { fullMarks: '20', parts: [part] },
    });
    await judged(office, 'district', last.id, A, '15');
    await judged(office, 'district', last.id, B, '12');
    await office.post(`/district/assessments/${last.id}/publication`).expect(201);
    const { id } = await opened(office, 'district');
    await judged(office, 'district', id, A, '10');
    await house.settled();

    const page = await officer('d.administrator');
    await room(page, '考核排名');
    await page.getByText('暂计得分随评分变动').waitFor();
    await page.getByRole('columnheader', { name: '未评项数' }).waitFor();
    await page.getByRole('row', { name: /乙街道总工会.*上升 1 位/ }).waitFor();
    await isSound(page, 'provisional');

    await page.goto(`${house.url}/assessments/${id}`);
    await page.getByRole('button', { name: '后台重新计算' }).click();
    await page.getByText('已完成 · 已计算 2 / 2 张评分表').waitFor();
    await isSound(page, 'the run');

    await judged(office, 'district', id, B, '20');
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    await house.settled();
    const street = await officer('a.administrator');
    await room(street, '考核排名');
    await street.getByRole('row', { name: /^1 乙街道总工会 100.00/ }).waitFor();
    await street.getByLabel('考核内容').selectOption('B1');
    await street.getByRole('row', { name: /^2 甲街道总工会 10.00 15.00 −5.00 1 ↓ 下降 1 位/ }).waitFor();
    await isSound(street, 'published, by criterion');
  });
});
