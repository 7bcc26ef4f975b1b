/** The ruler and the mirror in a real browser: who is behind and why, down to the accepted report; pictures; paper. */
import type { Page } from 'playwright-core';
import { DESK, browserStories } from '../support/browser';
import type { House } from '../support/house';
import { picture } from '../support/picture';
import { assigned, cascaded, submitted } from '../support/task';

const cell = (page: Page, union: string) => page.getByRole('row', { name: union }).getByRole('gridcell').first();

/** Half of the time has passed; A1 reports and is accepted, A2 has not signed, B neither. */
async function underWay(house: House, title: string) {
  const district = await house.as('d.administrator');
  const task = { title, startOn: '2026-01-01', dueOn: '2030-12-31' };
  const { root, shareA } = await assigned(house, task);
  const { a1, a2 } = await cascaded(house, shareA);
  return { district, root, shareA, a1, a2 };
}

async function acceptedWithPicture(house: House, task: string, done: string): Promise<void> {
  const reporter = await house.as('a1.reporter');
  const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done, note: '走访两家企业' }).expect(201);
  const photo = await picture();
  await reporter.post(`/community/reports/${body.id}/evidence`).attach('file', photo, '现场.jpg').expect(201);
  await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
  await (await house.as('a.administrator')).post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
}

describe('the board', () => {
  const story = browserStories();

  story(
    'says who is behind and why, and leads from a cell to the accepted report, by keyboard',
    async ({ house, officer }) => {
      const { a1 } = await underWay(house, '发展会员');
      await acceptedWithPicture(house, a1, '4');
      await house.settled();
      const leader = await officer('d.viewer');
      await leader.getByRole('link', { name: '工作看板' }).click();
      const behind = leader.getByRole('region', { name: '落后清单' });
      await behind.getByRole('row', { name: '乙街道总工会' }).getByText('尚未签收').waitFor();
      await leader.getByText('社区', { exact: true }).click();
      await cell(leader, '甲一社区工联会').focus();
      await leader.keyboard.press('ArrowDown');
      await expect(
        cell(leader, '甲二社区工联会').evaluate((one) => one === one.ownerDocument.activeElement),
      ).resolves.toBe(true);
      await leader.keyboard.press('ArrowUp');
      await leader.keyboard.press('Enter');
      const drill = leader.getByRole('complementary', { name: '依据' });
      await drill.getByText('走访两家企业').waitFor();
      await drill.getByText('审核通过').first().waitFor();
      await drill.getByText('现场.jpg').waitFor();
      await leader.keyboard.press('Escape');
      await drill.waitFor({ state: 'detached' });
    },
  );

  story(
    'moves within a second of an acceptance, shows what moved, and tells provisional from final',
    async ({ house, officer }) => {
      const { a1 } = await underWay(house, '技能竞赛活动');
      const id = await submitted(await house.as('a1.reporter'), a1, { done: '10' });
      await house.settled();
      const leader = await officer('d.viewer', DESK, '/board?rows=community');
      const at = leader.getByRole('row', { name: '甲一社区工联会' }).getByRole('gridcell').filter({ hasText: '待审' });
      await at.getByText('0.0%').waitFor();
      await leader.getByLabel('含待审核（暂定）').check();
      await at.getByText('25.0%').waitFor();
      await leader.getByLabel('含待审核（暂定）').uncheck();
      await leader.getByText('实时更新中').waitFor();
      await (await house.as('a.administrator')).post(`/subdistrict/reports/${id}/acceptance`).expect(201);
      await leader.locator('.moved', { hasText: '25.0%' }).first().waitFor({ timeout: 5_000 });
    },
  );

  story('prints on A4, landscape, with every union on it', async ({ house, officer }) => {
    await underWay(house, '劳动争议调解');
    await house.settled();
    const leader = await officer('d.viewer', DESK, '/board?rows=community');
    await leader.getByRole('grid').waitFor();
    await leader.emulateMedia({ media: 'print' });
    await expect(leader.getByRole('navigation').isVisible()).resolves.toBe(false);
    for (const union of ['甲一社区工联会', '甲二社区工联会', '乙一社区工联会'])
      await leader.getByRole('grid').getByText(union).waitFor();
    const paper = (await leader.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.startsWith('%PDF-')).toBe(true);
    expect(new Set(paper.match(/\/MediaBox \[[^\]]+\]/g))).toEqual(new Set(['/MediaBox [0 0 841.91998 594.95996]']));
  });
});

describe('the mirror', () => {
  const story = browserStories();

  story(
    'shows what was achieved, its pictures large with their report, and fills the wall screen',
    async ({ house, officer }) => {
      const { a1 } = await underWay(house, '困难职工帮扶');
      await acceptedWithPicture(house, a1, '40');
      await house.settled();
      const community = await officer('a1.reporter');
      await community.getByRole('link', { name: '工作成效' }).click();
      await community.getByText('1 达到目标').waitFor();
      await community.getByRole('img', { name: '总体完成率（逐月）' }).locator('svg').waitFor();
      await community.getByRole('button', { name: '甲一社区工联会 · 困难职工帮扶' }).click();
      const large = community.getByRole('dialog');
      await large.getByText('走访两家企业').waitFor();
      const loaded = await large
        .getByRole('img')
        .evaluate((img) => (img as unknown as { decode(): Promise<void> }).decode().then(() => true));
      expect(loaded).toBe(true);
      await community.keyboard.press('Escape');
      await large.waitFor({ state: 'detached' });
      await community.getByRole('button', { name: '全屏展示' }).click();
      await community.locator('.mirror:fullscreen').waitFor();
      const sibling = await officer('a2.viewer', DESK, '/mirror');
      await sibling.getByText('还没有审核通过的佐证图片。').waitFor();
    },
  );
});
