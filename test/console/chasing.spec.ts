/** Chasing in real browsers: a word from above, the bell that rings, and a ladder that is set with its preview in sight. */
import type { Page } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';
import { assigned, cascaded } from '../support/task';

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('chasing in the console', () => {
  const story = browserStories();

  story('a word from above rings the bell, is read, and stays on the task with what comes next', async (browsers) => {
    const { house, officer } = browsers;
    // a Wednesday, ten in the morning
    house.clock.set(new Date('2026-12-02T02:00:00Z'));
    const { a1 } = await cascaded(house, (await assigned(house)).shareA);
    await house.settled();
    const own = await officer('a1.reporter');
    await own.getByRole('link', { name: '消息', exact: true }).waitFor();
    const above = await officer('a.administrator', DESK, `/tasks/${a1}`);
    await above.getByText('下一次提醒：2026-12-22（到期前 7 个工作日），提醒 经办人').waitFor();
    await above.getByRole('button', { name: /^催\s?办$/ }).click();
    const form = above.getByRole('form', { name: '催办该任务的经办人' });
    await form.getByRole('button', { name: /^催\s?办$/ }).click();
    await form.getByText('请写明催办内容').waitFor();
    await form.getByLabel('催办内容').fill('请本周内报送进度');
    await isSound(above, 'the urge');
    await form.getByRole('button', { name: /^催\s?办$/ }).click();
    await above.getByRole('listitem').filter({ hasText: '请本周内报送进度' }).waitFor();

    // the bell rings by itself
    await own.getByRole('link', { name: '消息，1 条未读' }).click();
    await own.getByRole('link', { name: /甲街道总工会A administrator催办“发展工会会员”：请本周内报送进度/ }).waitFor();
    await isSound(own, 'the messages');
    await own.getByRole('button', { name: /^标为已读/ }).click();
    await own.getByRole('link', { name: '消息', exact: true }).waitFor();
    await own.getByRole('link', { name: /请本周内报送进度/ }).click();
    await own.getByText('对象：A1 administrator、A1 reporter').waitFor();
  });

  story('the district sets its ladder and sees who would get what on which day', async ({ house, officer }) => {
    house.clock.set(new Date('2026-12-02T02:00:00Z'));
    const page = await officer('d.administrator');
    await page.getByRole('navigation').getByRole('link', { name: '催办阶梯' }).click();
    await page.getByText('目前使用系统自带的阶梯。').waitFor();
    await page.getByRole('row', { name: /2026-12-22 周二 到期前 7 个工作日/ }).waitFor();
    await isSound(page, 'the ladder');
    await page.getByLabel('第 1 步 工作日').fill('-5');
    await page.getByRole('row', { name: /2026-12-24 周四 到期前 5 个工作日/ }).waitFor();
    await page.getByRole('button', { name: '启用这套阶梯' }).click();
    await page.getByText('请写明原因').waitFor();
    await page.getByLabel('调整原因').fill('提前一周太早');
    await page.getByRole('button', { name: '启用这套阶梯' }).click();
    await page.getByText('第 1 版 · D administrator · 提前一周太早').waitFor();
  });
});
