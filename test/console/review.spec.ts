/** Review in a real browser: thirty reports by the keyboard alone, and the one that is wrong among them. */
import { barriers } from '../support/axe';
import { DESK, type Browsers, browserStories } from '../support/browser';
import { assigned, cascaded, submitted } from '../support/task';

/** Two reports of each of some tasks; the last of all says ten times what was meant. */
async function reports({ house }: Browsers, tasks: number): Promise<void> {
  for (let no = 1; no <= tasks; no++) {
    const { shareA } = await assigned(house, { title: `任务${no}`, evidenceRule: 'none' });
    const { a1, a2 } = await cascaded(house, shareA);
    await submitted(await house.as('a1.reporter'), a1, { done: '20' });
    await submitted(await house.as('a2.reporter'), a2, { done: no === tasks ? '150' : '15' });
  }
}

describe('review in the console', () => {
  const story = browserStories();

  story('thirty reports are reviewed by keyboard alone; the odd one is found first and returned', async (browsers) => {
    const { house } = browsers;
    await reports(browsers, 15);
    const page = await browsers.officer('a.reviewer', DESK, '/review');
    await page.getByText('待审核 30 份').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '甲一社区工联会 · 任务1', exact: true }).waitFor();
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: '甲二社区工联会 · 任务15' }).waitFor();
    await page.getByRole('region', { name: '报告内容' }).getByText('超过目标').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('请写明退回原因').waitFor();
    await page.keyboard.type('多写了一个零');
    await page.keyboard.press('Enter');
    await page.getByText('待审核 29 份').waitFor();
    for (let left = 28; left >= 26; left--) {
      await page.keyboard.press('a');
      await page.getByText(`待审核 ${left} 份`).waitFor();
      // the focus lies on the report that is read next, never nowhere
      await page.locator('.paper h2:focus').waitFor();
    }
    // two chosen while going through the queue, then every one with nothing odd, at once
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: '通过所选 2 份' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('待审核 24 份').waitFor();
    await page.getByRole('button', { name: '选择无异常的 24 份' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '通过所选 24 份' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('没有待审核的报告。').waitFor();
    await page.locator('.kind:focus').waitFor();

    const reporter = await house.as('a2.reporter');
    const { body } = await reporter.get('/me/desk').expect(200);
    const back = body.now.filter(({ kind }: { kind: string }) => kind === 'resubmit');
    expect(back).toMatchObject([{ title: '任务15', reason: '多写了一个零', done: '150' }]);

    // the reason is offered again
    const [report] = back;
    await reporter
      .put(`/community/reports/${report.reportId}`, { done: '15' }, await versionOf(browsers, report))
      .expect(200);
    await reporter.post(`/community/reports/${report.reportId}/submission`).expect(201);
    await page.getByRole('heading', { name: '甲二社区工联会 · 任务15' }).waitFor();
    await expect(page.locator('#reasons option').first().getAttribute('value')).resolves.toBe('多写了一个零');
    await page.getByText('150 → 15 人').waitFor();
  });

  story('who may only look sees the queue and is told who decides', async (browsers) => {
    const { house } = browsers;
    const { shareA } = await assigned(house, { title: '只看' });
    const { a1 } = await cascaded(house, shareA);
    await submitted(await house.as('a1.reporter'), a1, { done: '4' });
    const page = await browsers.officer('a.viewer', DESK, '/review');
    await page.getByText('审核由审核员或管理员办理').waitFor();
    for (const name of ['通过', '退回']) expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await page.keyboard.press('a');
    await page.getByText('待审核').first().waitFor();
    const { body } = await (await house.as('a.viewer')).get('/subdistrict/reports').expect(200);
    expect(body.total).toBeGreaterThan(0);
  });
});

async function versionOf({ house }: Browsers, { reportId }: { reportId: string }): Promise<number> {
  const { body } = await (await house.as('a2.reporter')).get(`/community/reports/${reportId}`).expect(200);
  return body.version;
}
