/** Schemes as documents in a real browser: a template, a file that is wrong and then right, a copy, what changed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { scheme } from '../support/assessment';
import { barriers, overflow } from '../support/axe';
import { browserStories } from '../support/browser';
import { room } from '../support/browser-steps';

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect([name, width, await barriers(page), await overflow(page)]).toEqual([name, width, [], 0]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

describe('schemes as documents in the console', () => {
  const story = browserStories();

  story('a scheme is begun with a template of the library', async (browsers) => {
    const page = await browsers.officer('d.administrator');
    await room(page, '考核方案');
    await page.getByRole('link', { name: '从模板新建' }).click();
    await heading(page, '方案模板库');
    await page.getByText('“组织建设”标明 30 分，公开的各项合计 20 分').waitFor();
    await isSound(page, 'the library');
    const town = page.getByRole('region', { name: '镇工会工作考核细则（节选）' });
    await town.getByLabel('年度').fill('2027');
    await town.getByLabel('各项比率的来源').selectOption('tasks');
    await town.getByRole('button', { name: '按此模板新建' }).click();
    await heading(page, '2027 年度镇工会工作考核细则（节选）');
    await isSound(page, 'the scheme of the template');
    const door = await browsers.house.as('d.administrator');
    const { body } = await door.get('/district/schemes?year=2027').expect(200);
    expect(body.items[0]).toMatchObject({ title: '2027 年度镇工会工作考核细则（节选）', year: 2027 });
  });

  story('a file is checked first, and becomes a scheme when it is right and one says so', async (browsers) => {
    const page = await browsers.officer('a.administrator');
    await room(page, '考核方案');
    await page.getByRole('link', { name: '导入方案' }).click();
    await heading(page, '导入方案');
    await isSound(page, 'the import');
    const document = { format: 'sanji.scheme', formatVersion: 1, ...scheme };
    const choose = (name: string, text: string) =>
      page.getByLabel('方案文件').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('坏.json', '{');
    await page.getByText('这个文件不是完整的 JSON，请重新导出。').waitFor();
    await choose('方案.json', JSON.stringify({ ...document, definition: { ...scheme.definition, fullMarks: '90' } }));
    await page.getByText('“方案.json”有 1 处需要修改，没有导入：').waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
    await isSound(page, 'a file that is wrong');
    await choose('方案.json', JSON.stringify(document));
    await page.getByText('“方案.json”检查通过，将新建方案：').waitFor();
    await isSound(page, 'a file that is right');
    await page.getByRole('button', { name: '确认导入' }).click();
    await heading(page, scheme.title);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出电子表格' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('2026 年度考核.xlsx');
    const bytes = readFileSync(await download.path());
    await room(page, '考核方案');
    await page.getByRole('link', { name: '导入方案' }).click();
    await page.getByLabel('方案文件').setInputFiles({ name: '方案.xlsx', mimeType: '', buffer: bytes });
    await page.getByText('“方案.xlsx”检查通过，将新建方案：').waitFor();
    await page.getByText('考核内容（项）').waitFor();
  });

  story('a scheme is copied for the next year, and its versions say what changed', async (browsers) => {
    const door = await browsers.house.as('b.administrator');
    const { body } = await door.post('/subdistrict/schemes', scheme).expect(201);
    await door.put(`/subdistrict/schemes/${body.id}`, { ...scheme, title: '2026 年度考核办法' }, 1).expect(200);
    const page = await browsers.officer('b.administrator');
    await room(page, '考核方案');
    await page.getByRole('link', { name: '2026 年度考核办法' }).click();
    await isSound(page, 'the scheme with its files');
    await page.getByRole('link', { name: '版本（现为第 2 版）' }).click();
    await heading(page, '方案版本');
    await page.getByText('第 2 版').click();
    await page.getByText('方案名称由“2026 年度考核”改为“2026 年度考核办法”。').waitFor();
    await page.getByText('第 1 版', { exact: true }).click();
    await page.getByText('这是最早保存的一版。').waitFor();
    await isSound(page, 'the versions');
    await page.getByRole('link', { name: '2026 年度考核办法' }).click();
    await page.getByLabel('复制到年度').fill('2028');
    await page.getByRole('button', { name: '复制上一年' }).click();
    await heading(page, '2028 年度考核办法');
  });
});
