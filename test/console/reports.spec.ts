/** Reports in a real browser: written, proved by files, returned and handed in again. */
import type { Locator, Page } from 'playwright-core';
import { browserStories } from '../support/browser';
import { eventually } from '../support/eventually';
import { assigned, cascaded } from '../support/task';

const picture = {
  name: '现场照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC',
    'base64',
  ),
};

const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

describe('reports in the console', () => {
  const story = browserStories();

  story('a report with a picture is returned and handed in again, as one conversation', async (browsers) => {
    const { house } = browsers;
    const { shareA } = await assigned(house, { title: '送教上门', evidenceRule: 'required' });
    await cascaded(house, shareA);
    const reporter = await browsers.officer('a1.reporter');
    await card(reporter, '送教上门').getByRole('link', { name: '填报进度' }).click();
    // two clicks: the card, and handing in; the cursor stands where the figure goes
    await reporter.getByLabel('累计完成数').waitFor();
    await expect(
      reporter.getByLabel('累计完成数').evaluate((field) => field.ownerDocument.activeElement === field),
    ).resolves.toBe(true);
    await reporter.getByLabel('佐证材料').setInputFiles(picture);
    await reporter.getByText('填写累计完成数并保存后自动上传').waitFor();
    await reporter.getByLabel('累计完成数').fill('25');
    await reporter.getByLabel('工作情况').fill('走访一线');
    await reporter.getByRole('button', { name: '放大查看 现场照片.png' }).waitFor();
    await reporter.getByText('已保存').waitFor();
    await reporter.getByRole('button', { name: '上报' }).click();
    await reporter.getByText('已上报，等待上级审核。').first().waitFor();

    const reviewer = await browsers.officer('a.reviewer');
    await reviewer.getByRole('link', { name: '审核', exact: true }).first().click();
    await reviewer.getByRole('button', { name: /^甲一社区工联会 送教上门/ }).click();
    await reviewer.getByRole('heading', { name: '甲一社区工联会 · 送教上门' }).waitFor();
    await reviewer.getByRole('button', { name: '放大查看 现场照片.png' }).waitFor();
    await reviewer.keyboard.press('v');
    const large = reviewer.getByRole('dialog').getByRole('img', { name: '现场照片.png' });
    await large.waitFor();
    await eventually(async () => expect(await widthOf(large)).toBe(10));
    await reviewer.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    await reviewer.keyboard.press('r');
    await reviewer.keyboard.type('照片里只有二十人');
    await reviewer.keyboard.press('Enter');
    await reviewer.getByText('已退回：甲一社区工联会 · 送教上门').waitFor();

    await reporter.getByText('退回前上报的累计完成数：25 人').waitFor();
    await reporter.getByLabel('累计完成数').fill('20');
    await reporter.getByLabel('工作情况').fill('已按照片核对');
    await reporter.getByText('已保存').waitFor();
    await reporter.getByRole('button', { name: '上报' }).click();
    await reporter.getByText('已上报，等待上级审核。').first().waitFor();
    await reviewer.getByRole('button', { name: /^甲一社区工联会 送教上门/ }).click();
    const said = reviewer.getByRole('list', { name: '流转记录' }).getByRole('listitem');
    await said.nth(2).waitFor();
    expect((await said.allInnerTexts()).map((text) => text.split(/\n+/).slice(1))).toEqual([
      ['25 人', '走访一线'],
      ['照片里只有二十人'],
      ['25 → 20 人', '已按照片核对'],
    ]);
  });

  story(
    'a file chosen while the line is down goes up once it is back; one that is refused says why',
    async (browsers) => {
      const { house } = browsers;
      const { shareA } = await assigned(house, { title: '心理讲座' });
      await cascaded(house, shareA);
      const page = await browsers.officer('a1.reporter');
      await card(page, '心理讲座').getByRole('link', { name: '填报进度' }).click();
      await page.getByLabel('累计完成数').fill('7');
      await page.getByText('已保存').waitFor();
      await page.context().setOffline(true);
      await page.getByLabel('佐证材料').setInputFiles(picture);
      await page.getByText('网络中断，恢复后自动上传').waitFor();
      expect(await page.getByRole('button', { name: '上报' }).isDisabled()).toBe(true);
      await page.context().setOffline(false);
      await page.getByRole('link', { name: '现场照片.png' }).waitFor();
      await page
        .getByLabel('佐证材料')
        .setInputFiles({ name: '程序.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\0\0\0') });
      await page.getByText('只接受图片、PDF、Word、Excel 和文本文件').waitFor();
      await page.getByRole('button', { name: '移除 程序.exe' }).click();
      const dropped = await page.evaluateHandle(
        `(() => {
          const data = new DataTransfer();
          for (const name of ['名单.txt', '签到.txt']) data.items.add(new File([name], name, { type: 'text/plain' }));
          return data;
        })()`,
      );
      await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped });
      for (const name of ['名单.txt', '签到.txt']) await page.getByRole('link', { name }).waitFor();
      await page.getByRole('button', { name: '上报' }).click();
      await page.getByText('已上报，等待上级审核。').first().waitFor();
    },
    { faultsExpected: true },
  );
});

/** Of the picture itself; 0 until it has been read. */
const widthOf = (image: Locator): Promise<number> =>
  image.evaluate((read) => (read as unknown as { naturalWidth: number }).naturalWidth);
