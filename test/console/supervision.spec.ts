/** Supervision in real browsers: an extension asked for and approved, an order from its issue to its close. */
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

const open = (page: Page, link: string): Promise<void> =>
  page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: link }).click();

describe('supervision in the console', () => {
  const story = browserStories();

  story(
    'an extension is asked for on the task, approved among others, and both days are shown',
    async ({ house, officer }) => {
      const { shareA } = await assigned(house, { title: '发展会员', dueOn: '2099-11-30' });
      const { a1 } = await cascaded(house, shareA);
      const d = await house.as('d.administrator');
      const shares = await d.get(`/district/tasks/${shareA}`);
      await d.patch(`/district/tasks/${shares.body.rootId}`, { dueOn: '2099-12-31', reason: '统一' }, 2).expect(200);
      await d
        .patch(`/district/tasks/${shares.body.rootId}/shares/${shareA}`, { dueOn: '2099-12-31', reason: '统一' }, 3)
        .expect(200);
      await house.settled();
      const reporter = await officer('a1.reporter', DESK, `/tasks/${a1}`);
      await reporter.getByRole('button', { name: '申请延期' }).click();
      const form = reporter.getByRole('form', { name: '申请延期' });
      await form.getByLabel('申请延至').fill('2099-12-20');
      await form.getByLabel('理由').fill('企业搬迁');
      await isSound(reporter, 'the task');
      await form.getByRole('button', { name: '申请延期' }).click();
      await reporter.getByText('申请由 2099-11-30 延期至 2099-12-20').waitFor();

      const office = await officer('a.administrator');
      await open(office, '延期申请');
      await office.getByLabel('选择 甲一社区工联会：发展会员').check();
      await isSound(office, 'the extensions');
      await office.getByRole('button', { name: '同意（1 项）', exact: true }).click();
      await office.getByText('已同意 1 项延期。').waitFor();
      await reporter.reload();
      await reporter.getByText('原定 2099-11-30 到期，延期至 2099-12-20').first().waitFor();
    },
  );

  story('an order is issued, signed for, answered and closed; an interview stands on it', async ({ officer }) => {
    const office = await officer('a.administrator');
    await open(office, '督办单');
    await office.getByRole('link', { name: '下达督办单' }).click();
    await office.getByLabel('承办单位').selectOption({ label: '甲二社区工联会' });
    await office.getByLabel('事由').fill('限期整改');
    await office.getByLabel('办理要求').fill('请查明原因');
    await office.getByLabel('办理期限').fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
    await isSound(office, 'the new order');
    await office.getByRole('button', { name: '下达' }).click();
    await office.getByRole('heading', { name: /督办单/, level: 1 }).waitFor();

    const own = await officer('a2.reporter');
    await own.getByRole('link', { name: '办理督办单' }).click();
    await own.getByRole('button', { name: /签\s?收/ }).click();
    await own.getByRole('button', { name: '提交答复' }).click();
    await own.getByLabel('整改措施和结果').fill('已逐户核对');
    await isSound(own, 'the order');
    await own.getByRole('form').getByRole('button', { name: '提交答复' }).click();
    await own.getByText('待审核').waitFor();

    await office.reload();
    await office.getByRole('button', { name: '登记约谈' }).click();
    const talk = office.getByRole('form', { name: '登记约谈' });
    await talk.getByLabel('约谈日期').fill(new Date().toISOString().slice(0, 10));
    for (const [label, words] of [
      ['被约谈人', '王芳'],
      ['约定事项', '限期完成'],
      ['事由', '进度落后'],
    ] as const)
      await talk.getByLabel(label).fill(words);
    await talk.getByLabel('约谈人', { exact: true }).fill('陈晓明');
    await talk.getByRole('button', { name: '登记约谈' }).click();
    await office.getByText('约定事项：限期完成').waitFor();
    await office.getByRole('button', { name: '同意办结' }).click();
    await office.getByLabel('理由').fill('整改到位');
    await office.getByRole('form').getByRole('button', { name: '同意办结' }).click();
    await office.getByText('已办结').waitFor();
    await isSound(office, 'the closed order');
  });
});
