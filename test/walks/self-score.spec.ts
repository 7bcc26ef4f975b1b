/** The course in a real browser: a union scores itself and proposes a bonus, two officers review, approve and reopen. */
import type { Page } from 'playwright-core';
import { yearOfWork } from '../support/assessment';
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import { colleague, openedByA } from '../support/course';
import { picture } from '../support/picture';

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect([name, width, await barriers(page), await overflow(page)]).toEqual([name, width, [], 0]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('the course in the console', () => {
  const story = browserStories();

  story('a union scores itself, hands in, and the office reviews, approves and reopens by two', async (browsers) => {
    const { house, officer } = browsers;
    house.clock.set(new Date('2026-12-10T02:00:00Z'));
    await yearOfWork(house);
    const { id } = await openedByA(house);
    await colleague(house, 'a.administrator', 'a.deputy');
    const reporter = await officer('a1.reporter');
    await reporter.getByRole('main').getByRole('link', { name: '自评' }).click();
    await reporter.getByRole('heading', { name: '2026 年度考核' }).waitFor();
    await reporter.getByText('40.00 / 100.00').waitFor();
    const rate = reporter.getByRole('form', { name: '自评 A2 培训覆盖' });
    await rate.getByLabel('分子').fill('30');
    await rate.getByLabel('分母').fill('40');
    await rate.getByLabel('评分理由').fill('培训 30 人，应训 40 人');
    await rate.getByRole('button', { name: '保存自评' }).click();
    await reporter.getByText('55.00 / 100.00').waitFor();
    await reporter.getByRole('region', { name: '自评、初评、终评对照 A2' }).getByText('30 ÷ 40').waitFor();
    await reporter.getByRole('button', { name: '申报加分或事项' }).click();
    const proposal = reporter.getByRole('form', { name: '申报加分或事项' });
    await proposal.getByLabel('类别').selectOption('加分');
    await proposal.getByLabel('发生日期').fill('2026-06-12');
    await proposal.getByLabel('情况说明').fill('获评市级模范职工之家');
    await isSound(reporter, 'a proposal');
    await proposal.getByRole('button', { name: '保存申报' }).click();
    await reporter.getByLabel('上传佐证材料').setInputFiles({
      name: '证书.jpg',
      mimeType: 'image/jpeg',
      buffer: await picture(),
    });
    await reporter.getByRole('link', { name: '证书.jpg' }).waitFor();
    await isSound(reporter, 'the own sheet');
    await reporter.getByRole('button', { name: '提交自评' }).click();
    await reporter.getByRole('button', { name: '撤回自评' }).click();
    await reporter.getByRole('button', { name: '提交自评' }).click();
    await reporter.getByText('自评已提交；需要修改请先撤回。').waitFor();
    await room(reporter, '自评');
    await reporter.getByRole('heading', { name: '自评', level: 1 }).waitFor();
    await isSound(reporter, 'the list of self-scores');

    const office = await officer('a.administrator');
    await office.getByRole('link', { name: '核定记录' }).click();
    await office.getByText('获评市级模范职工之家').waitFor();
    await office.getByRole('listitem').filter({ hasText: '自评' }).filter({ hasText: '2026-12-17' }).waitFor();
    await office.getByText('负责考核部门').click();
    await office.getByLabel('A administrator').check();
    await office.getByRole('button', { name: '保存', exact: true }).click();
    await office.getByText('已保存').waitFor();
    await isSound(office, 'the assessment in its self-score');
    await office.getByRole('button', { name: '进入初评' }).click();
    await office.getByRole('button', { name: '进入终评' }).waitFor();
    await office.getByRole('button', { name: '核定', exact: true }).click();
    await office.getByRole('listitem').filter({ hasText: '市级荣誉' }).getByText('已核定', { exact: true }).waitFor();
    await office.getByRole('link', { name: '甲一社区工联会' }).first().click();
    await office.getByText('现在是初评').waitFor();
    const review = office.getByRole('form', { name: '评分 A2 培训覆盖' });
    await review.getByLabel('分子').fill('28');
    await review.getByLabel('分母').fill('40');
    await review.getByLabel('评分理由').fill('签到表 28 人');
    await review.getByRole('button', { name: '保存评分' }).click();
    await office.getByRole('row', { name: /初评 .*28 ÷ 40.* 14\.00 −1\.00 签到表 28 人/ }).waitFor();
    await office.getByText('系统查到的任务').click();
    await office.getByText('报送 2 次，退回 0 次').waitFor();
    await isSound(office, 'the sheet with its stages');
    await office.getByRole('link', { name: '2026 年度考核' }).first().click();
    await office.getByRole('button', { name: '重新开启前面的阶段' }).click();
    await office.getByLabel('理由', { exact: true }).fill('停电两天，未能填报');
    await isSound(office, 'asking to reopen');
    await office.getByRole('button', { name: '提出申请' }).click();
    await office.getByText('您提出的申请，须由另一名管理员确认。').waitFor();

    const deputy = await officer('a.deputy', DESK, `/assessments/${id}`);
    await deputy.getByText('A administrator 申请由初评重新开启到自评：停电两天，未能填报').waitFor();
    await isSound(deputy, 'a reopening that waits');
    await deputy.getByRole('button', { name: '确认重新开启' }).click();
    await deputy.getByRole('button', { name: '进入初评' }).waitFor();
    await deputy.getByText('流转记录').click();
    await deputy.getByRole('row', { name: /自评 .* a\.deputy 停电两天，未能填报/ }).waitFor();
    await deputy.getByRole('button', { name: 'English' }).click();
    await deputy.getByRole('heading', { name: 'Course' }).waitFor();
    await isSound(deputy, 'the assessment in English');
  });
});
