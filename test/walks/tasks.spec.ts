/** Tasks in a real browser: divided, changed, withdrawn, followed through the tiers, found again. */
import type { Page } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { DESK, type Browsers, browserStories, paste } from '../support/browser';
import { eventually } from '../support/eventually';
import { assigned, cascaded, memberTask, submitted } from '../support/task';

const cell = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** A and B have members: 30 and 10, all accepted. */
async function withMembers({ house }: Browsers): Promise<void> {
  const { shareA, shareB } = await assigned(house, { code: 'worker.member', title: '发展工会会员' });
  const { a1 } = await cascaded(house, shareA);
  const report = await submitted(await house.as('a1.reporter'), a1, { done: '30' });
  await (await house.as('a.reviewer')).post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  const b = await house.as('b.administrator');
  await b.post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
  const { body } = await b.post(`/subdistrict/tasks/${shareB}/reports`, { done: '10' }).expect(201);
  await b.post(`/subdistrict/reports/${body.id}/submission`).expect(201);
  await (await house.as('d.reviewer')).post(`/district/reports/${body.id}/acceptance`).expect(201);
  await house.settled();
}

async function created({ house }: Browsers, task: object): Promise<string> {
  const district = await house.as('d.administrator');
  const { body } = await district.post('/district/tasks', { ...memberTask, ...task }).expect(201);
  return body.task.id;
}

describe('tasks in the console', () => {
  const story = browserStories();

  story(
    'a task is divided by members, undone, and divided by what is pasted, due days and all',
    async (browsers) => {
      const { house } = browsers;
      await withMembers(browsers);
      const id = await created(browsers, { title: '职工体检', measure: { ...memberTask.measure, name: '体检' } });
      const page = await browsers.officer('d.administrator', DESK, `/tasks/${id}`);
      await page.getByRole('button', { name: '按会员数' }).click();
      await page.getByText('已全部分配').waitFor();
      expect(await cell(page, '甲街道总工会').inputValue()).toBe('75');
      expect(await cell(page, '乙街道总工会').inputValue()).toBe('25');
      await page.getByRole('button', { name: '撤销' }).click();
      expect(await cell(page, '甲街道总工会').inputValue()).toBe('');
      await paste(page, '甲街道总工会', '乙街道\t40\t2026年12月1日\n甲街道总工会\t55\n丙街道\t5');
      await page.getByText('未找到这些单位：丙街道').waitFor();
      await page.getByText('未分配 5 人').waitFor();
      expect(await cell(page, '乙街道总工会 完成期限').inputValue()).toBe('2026-12-01');
      const again = await page.context().newPage();
      await page.close();
      await again.goto(`${house.url}/tasks/${id}`);
      await again.getByText('未分配 5 人').waitFor();
      await again.getByRole('button', { name: '下达给 2 个单位' }).click();
      await again.getByText('请补足或说明原因').waitFor();
      await again.getByLabel('未足额分解的原因').fill('丙街道尚在筹建');
      await again.getByRole('button', { name: '下达给 2 个单位' }).click();
      await again.getByText('已下达给 2 个单位').waitFor();
      const { body } = await (await house.as('d.viewer')).get(`/district/tasks/${id}/shares`).expect(200);
      expect(body).toMatchObject({ remainder: '5', task: { shortfallReason: '丙街道尚在筹建' } });
      const days = body.shares.map(({ target, dueOn }: { target: string; dueOn: string }) => [target, dueOn]);
      expect(days.toSorted()).toEqual([
        ['40', '2026-12-01'],
        ['55', '2026-12-31'],
      ]);
    },
    { faultsExpected: true },
  );

  story('a share is changed and another withdrawn, each with a reason that those below can read', async (browsers) => {
    const { house } = browsers;
    const { root, shareA } = await assigned(house, { title: '劳动竞赛' });
    await house.settled();
    const page = await browsers.officer('d.administrator', DESK, `/tasks/${root}`);
    await page.getByRole('button', { name: '调整 甲街道总工会' }).click();
    const form = page.getByRole('form', { name: '调整' });
    await form.getByLabel('目标 (人)').fill('50');
    await form.getByText('调整后未分配 10 人').waitFor();
    await form.getByRole('button', { name: '保存调整' }).click();
    await form.getByText('请写明原因').waitFor();
    await form.getByLabel('完成期限').fill('2026-12-20');
    await form.getByLabel('调整原因').fill('企业迁出');
    await form.getByRole('button', { name: '保存调整' }).click();
    await page.getByText('未分配 10 人').waitFor();
    await page.getByRole('button', { name: '撤回 乙街道总工会' }).click();
    await page.getByText('收回的部分可以再下达').waitFor();
    await page.getByLabel('撤回原因').fill('改由甲街道承办');
    await page.getByRole('form', { name: '撤回' }).getByRole('button', { name: '撤回' }).click();
    await page.getByText('未分配 50 人').waitFor();
    await cell(page, '乙街道总工会').waitFor();

    const below = await browsers.officer('a.administrator', DESK, `/tasks/${shareA}`);
    const history = below.getByRole('listitem').filter({ hasText: '企业迁出' });
    await history.filter({ hasText: '60 → 50' }).waitFor();
    await history.filter({ hasText: '2026-12-31 → 2026-12-20' }).waitFor();

    await page.getByRole('button', { name: '撤回任务' }).click();
    await page.getByLabel('撤回原因').fill('任务合并');
    await page.getByRole('form', { name: '撤回' }).getByRole('button', { name: '撤回' }).click();
    await page.getByText('本任务已撤回。').waitFor();
    await below.getByText('本任务已撤回。').waitFor();
  });

  story(
    'a change typed upon what somebody else changed meanwhile is refused and stays typed',
    async (browsers) => {
      const { house } = browsers;
      const { root, shareA } = await assigned(house, { title: '读书活动' });
      await house.settled();
      const page = await browsers.officer('d.administrator', DESK, `/tasks/${root}`);
      await page.getByRole('button', { name: '调整 甲街道总工会' }).click();
      const form = page.getByRole('form', { name: '调整' });
      await form.getByLabel('目标 (人)').fill('55');
      await form.getByLabel('调整原因').fill('人数减少');
      // the line of live changes is down, so that the page does not know yet
      await page.route('**/live', (route) => route.abort());
      await page.route('**/shares', (route) => route.abort());
      const district = await house.as('d.administrator');
      await district
        .patch(`/district/tasks/${root}/shares/${shareA}`, { dueOn: '2026-12-15', reason: '提前' }, 1)
        .expect(200);
      await form.getByRole('button', { name: '保存调整' }).click();
      await form.getByRole('alert').waitFor();
      await page.unroute('**/shares');
      await page.unroute('**/live');
      expect(await form.getByLabel('目标 (人)').inputValue()).toBe('55');
      expect(await form.getByLabel('调整原因').inputValue()).toBe('人数减少');
      await eventually(async () => expect(await form.getByLabel('完成期限').inputValue()).toBe('2026-12-15'));
      await form.getByRole('button', { name: '保存调整' }).click();
      await page.getByText('已调整').waitFor();
      const { body } = await district.get(`/district/tasks/${shareA}`).expect(200);
      expect(body).toMatchObject({ target: '55', dueOn: '2026-12-15' });
    },
    { faultsExpected: true },
  );

  story('a leader unfolds a task down to the community and sees what waits, and for whom', async (browsers) => {
    const { house } = browsers;
    const { root, shareA } = await assigned(house, { title: '隐患排查' });
    const { a1 } = await cascaded(house, shareA);
    await submitted(await house.as('a1.reporter'), a1, { done: '5' });
    await house.settled();
    const page = await browsers.officer('d.viewer', DESK, `/tasks/${root}`);
    await page.getByRole('row', { name: '甲街道总工会' }).getByText('有 1 份待其审核').waitFor();
    await page.getByRole('row', { name: '乙街道总工会' }).getByText('待签收').waitFor();
    await page.getByRole('button', { name: '展开 甲街道总工会' }).click();
    const line = page.getByRole('row', { name: '甲一社区工联会' });
    await line.getByText('0 / 40').waitFor();
    await line.getByText('+5').waitFor();
    await line.getByText('已上报，待上级审核').waitFor();
    await line.getByRole('link').click();
    await page.getByRole('heading', { name: '隐患排查' }).waitFor();
    await page.getByText('由承办单位自己填报').waitFor();
    await page.getByText('第 1 次').waitFor();
  });

  story('where a button is not there, the page says why', async (browsers) => {
    const { house } = browsers;
    const { shareA, shareB } = await assigned(house, { title: '文体活动' });
    const { a1 } = await cascaded(house, shareA);
    const seen = async (account: string, id: string, ...words: string[]) => {
      const page = await browsers.officer(account, DESK, `/tasks/${id}`);
      for (const word of words) await page.getByText(word).waitFor();
      return page;
    };
    const viewer = await seen('a1.viewer', a1, '填报进度：您的角色是查看员，只能查看');
    expect(await viewer.getByRole('button', { name: '上报' }).count()).toBe(0);
    await seen('a.viewer', shareA, '填报进度：已全部分解给下级', '分解下达：您的角色是查看员，只能查看');
    const reviewer = await seen('b.reviewer', shareB, '签收：您的角色是审核员', '分解下达：您的角色是审核员');
    expect(await reviewer.getByRole('button', { name: '签收' }).count()).toBe(0);
    await seen('b.administrator', shareB, '填报进度：签收后即可办理', '分解下达：签收后即可办理');
  });

  story('filters stand in the address, and can be kept under a name', async (browsers) => {
    const { house } = browsers;
    await created(browsers, { title: '红灯任务', dueOn: '2026-11-01' });
    await created(browsers, { title: '绿灯任务', startOn: '2026-11-20', dueOn: '2027-12-31' });
    await house.settled();
    const page = await browsers.officer('d.administrator', DESK, '/tasks');
    await page.getByRole('row', { name: '绿灯任务' }).waitFor();
    await page.getByLabel('进度').selectOption({ label: '严重滞后' });
    await page.getByRole('row', { name: '绿灯任务' }).waitFor({ state: 'detached' });
    await page.getByLabel('查找任务名称').fill('红灯');
    await page.waitForURL(/light=red.*q=/);
    await page.reload();
    await page.getByRole('row', { name: '红灯任务' }).waitFor();
    expect(await page.getByLabel('查找任务名称').inputValue()).toBe('红灯');
    await page.getByLabel('为当前筛选命名').fill('要抓紧的');
    await page.getByRole('button', { name: '保存筛选' }).click();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('row', { name: '绿灯任务' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: '要抓紧的' }).click();
    await page.getByRole('row', { name: '绿灯任务' }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: '红灯任务' }).waitFor();
    // words alone are asked of the API, which takes them literally
    await page.goto(`${house.url}/tasks?q=%25`);
    await page.getByText('没有符合条件的任务。').waitFor();
    await page.getByLabel('查找任务名称').fill('绿灯');
    await page.getByRole('row', { name: '绿灯任务' }).waitFor();
  });

  story('nothing serious stands in anybody’s way, in both languages and on a phone', async (browsers) => {
    const { house } = browsers;
    const { root, shareA } = await assigned(house, { title: '无障碍' });
    const { a1, a2 } = await cascaded(house, shareA);
    await submitted(await house.as('a2.reporter'), a2, { done: '5' });
    const undivided = await created(browsers, { title: '未分解' });
    await house.settled();
    const pages: [string, string[]][] = [
      ['d.administrator', ['/tasks', '/new-task', `/tasks/${root}`, `/tasks/${undivided}`]],
      ['a.administrator', ['/', '/review', `/tasks/${shareA}`]],
      ['a1.reporter', ['/', `/tasks/${a1}`]],
    ];
    for (const [account, paths] of pages) {
      const page = await browsers.officer(account);
      for (const language of ['zh', 'en']) {
        if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
        for (const path of paths) {
          await page.goto(`${house.url}${path}`);
          await page.locator('h1').waitFor();
          await page.locator('main .state').first().waitFor({ state: 'detached' });
          if (path.includes(root)) {
            await page.locator('.fold').first().click();
            await page.locator('[data-share] button').first().click();
          }
          // what is read a moment later may be drawn just now; in English only the words are others
          if (language === 'zh')
            await eventually(async () => expect([path, await barriers(page)]).toEqual([path, []]), 3_000);
          await page.setViewportSize({ width: 360, height: 740 });
          expect([language, path, await overflow(page)]).toEqual([language, path, 0]);
          await page.setViewportSize({ width: 1280, height: 900 });
        }
      }
    }
  });
});
