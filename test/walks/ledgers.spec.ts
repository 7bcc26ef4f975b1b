/** Ledgers in real browsers: one taken from the library, an entry with a person under seal, accepted from above, found again. */
import type { Page } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { browserStories } from '../support/browser';
import { visitLedger } from '../support/ledger';
import { room } from '../support/browser-steps';

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('ledgers in the console', () => {
  const story = browserStories();

  story('a ledger is taken from the library, and its form changed as another version', async ({ officer }) => {
    const office = await officer('d.administrator');
    await room(office, '台账');
    await office.getByRole('link', { name: '台账定义' }).click();
    await office.getByRole('button', { name: '直接取用“劳务工大课堂”' }).click();
    await office.getByRole('heading', { name: '劳务工大课堂', level: 1 }).waitFor();
    await office.goBack();
    await office.getByRole('link', { name: '劳务工大课堂' }).click();
    await office.getByRole('button', { name: '添加字段' }).click();
    await office.getByLabel('名称', { exact: true }).last().fill('女职工');
    await office.getByLabel('类型').last().selectOption('whole');
    await office.getByRole('button', { name: /检\s?查/ }).click();
    await office.getByText('新增字段“女职工”').waitFor();
    await isSound(office, 'the editor');
    await office.getByLabel('发布说明').fill('分性别统计');
    await office.getByRole('button', { name: '发布新版本' }).click();
    await office.getByRole('heading', { name: /第 2 版/ }).waitFor();
  });

  story(
    'an entry is made by the form, accepted from above, and found by a field',
    async ({ house, officer }) => {
      await visitLedger(house);
      const own = await officer('a1.administrator');
      await room(own, '台账');
      await own.getByRole('link', { name: '困难职工慰问' }).click();
      await own.getByRole('link', { name: '登记一条' }).click();
      await own.getByLabel('事由').fill('国庆慰问');
      await own.getByLabel('类别').selectOption({ label: '慰问' });
      await own.getByLabel('人次').fill('x');
      await own.getByLabel('慰问日期').fill('2026-01-05');
      const person = own.getByRole('group', { name: '慰问对象' });
      await person.getByLabel('名称（姓名）').fill('王芳');
      await person.getByLabel('身份证号').fill('11010519491231002X');
      await isSound(own, 'the form');
      await own.getByRole('button', { name: /上\s?报/ }).click();
      await own.getByText('应为整数，不小于 0。').waitFor();
      await own.getByLabel('人次').fill('3');
      await own.getByRole('button', { name: /上\s?报/ }).click();
      await own.getByText('已上报').first().waitFor();
      await own.getByText('110105********002X').waitFor();
      await own.getByRole('button', { name: '查看完整信息' }).click();
      await own.getByLabel('查看用途（将记入审计）').fill('核对发放对象');
      await own.getByRole('button', { name: '查看完整信息' }).click();
      await own.getByText('11010519491231002X').waitFor();
      await isSound(own, 'the entry');

      const above = await officer('a.reviewer');
      await above.getByRole('link', { name: '审核台账' }).click();
      await above.getByLabel('按字段').selectOption({ label: '人次' });
      await above.getByLabel('人次 不小于').fill('3');
      await above.getByLabel('人次 不小于').press('Enter');
      await isSound(above, 'the list');
      await above.getByRole('checkbox', { name: '选择本页全部待审核记录' }).check();
      await above.getByRole('button', { name: '审核通过所选（1 条）' }).click();
      await above.getByText('已办理 1 条。').waitFor();
      // it waits no longer
      await above.getByText('没有符合条件的记录。').waitFor();

      await own.goto(`${new URL(own.url()).origin}/ledgers`);
      await own.getByRole('link', { name: '困难职工慰问' }).click();
      await own.getByRole('row', { name: /2026-01-05.*已通过/ }).waitFor();
      await own.getByRole('link', { name: '导入', exact: true }).click();
      const sheet = '事由,类别,人次（人次）,慰问日期\r\n春节慰问,慰问,5,2026-01-06\r\n走访,慰问,x,2026-01-07';
      await own
        .getByLabel('选择文件')
        .setInputFiles({ name: '慰问.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
      await own.getByRole('button', { name: '试导入' }).click();
      await own.getByRole('row', { name: /^3 人次（人次） 应为整数/ }).waitFor();
      await isSound(own, 'the intake');
      await own.getByRole('button', { name: '正式导入' }).click();
      await own.getByText('正式导入 已完成').waitFor();
      await own.getByRole('link', { name: '台账记录' }).click();
      await own.getByRole('link', { name: '2026-01-06' }).waitFor();
    },
    /* a number that is none is refused, and the console says so */ { faultsExpected: true },
  );
});
