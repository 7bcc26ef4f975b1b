/** The enterprise register in real browsers: a spreadsheet tried and taken in, a verification proposed and decided, rates down to the enterprises. */
import type { Page } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { browserStories } from '../support/browser';
import { choose, room } from '../support/browser-steps';
import { picture } from '../support/picture';
import { codeOf, csvOf } from '../support/register';

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const open = (page: Page, link: string): Promise<void> =>
  page.getByRole('navigation', { name: '企业库各页' }).getByRole('link', { name: link, exact: true }).click();

const rest = '甲一社区工联会,非公,40,39,2012-05-01,2099-05-01,2008-01-01';

describe('the register in the console', () => {
  const story = browserStories();

  story(
    'is taken in out of a spreadsheet, verified by two persons, and counted gross and verified',
    async ({ officer, house }) => {
      const district = await officer('d.administrator');
      await district.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '企业库' }).click();
      await open(district, '导入企业');
      const rows = [1, 2, 3].map((no) => `${codeOf(no)},第${no}企业,${no === 3 ? '甲一社区工联会,非公,,,,,' : rest}`);
      const buffer = csvOf(...rows, `${codeOf(4)},第4企业,天上工会,非公,1,1,,,`);
      await district.getByLabel('选择文件').setInputFiles({ name: '企业.csv', mimeType: 'text/csv', buffer });
      await district.getByRole('button', { name: '试导入' }).click();
      await district.getByText('试导入只核对，不改变企业库。').waitFor();
      await district.getByText('没有这个工会').waitFor();
      await isSound(district, 'the intake');
      await district.getByRole('button', { name: '正式导入' }).click();
      await district.getByText('新增 3，更新 0，未变 0，有误 1 行').first().waitFor();

      const own = await officer('a1.reporter');
      await own.goto(`${new URL(own.url()).origin}/enterprises`);
      await own.getByText('共 3 家，职工 80 人，会员 78 人。').waitFor();
      await own.getByRole('button', { name: /^未建会 1 家/ }).click();
      await own.getByLabel('选择 第3企业').check();
      const form = own.getByRole('form', { name: '提请核查（1 家）' });
      await form.getByLabel('理由').fill('实地走访，查无此企');
      const photo = { name: '走访.jpg', mimeType: 'image/jpeg', buffer: await picture() };
      await form.getByLabel('佐证材料').setInputFiles(photo);
      await isSound(own, 'the register');
      await form.getByRole('button', { name: '提请核查（1 家）' }).click();
      await own.getByText('已提请核查 1 家企业').waitFor();
      await own.getByRole('link', { name: '第3企业' }).click();
      await own.getByRole('heading', { name: '变更记录' }).waitFor();
      await isSound(own, 'the enterprise');

      const office = await officer('a.reviewer');
      await office.getByRole('link', { name: '审定企业核查' }).click();
      await office.getByLabel('选择 第3企业').check();
      await isSound(office, 'the verifications');
      await office.getByRole('button', { name: '认定（1 项）', exact: true }).click();
      await office.getByText('已认定 1 项核查。').waitFor();

      await open(district, '组建率与入会率');
      const sum = district.getByRole('row', { name: /试验区总工会合计/ });
      await sum.getByText('66.7%').waitFor();
      await sum.getByText('100.0%').waitFor();
      await isSound(district, 'the rates');
      await sum.getByRole('link', { name: '2', exact: true }).click();
      await district.getByText('共 2 家，职工 80 人，会员 78 人。').waitFor();

      // what it was stays, and its union does not close over it
      await own.goto(`${new URL(own.url()).origin}/enterprises`);
      await own.getByRole('link', { name: '第1企业' }).click();
      await own.getByRole('button', { name: '修改信息' }).click();
      const change = own.getByRole('form', { name: '修改信息' });
      await change.getByLabel('企业性质').selectOption('公有');
      await change.getByLabel('以上情况自何日起').fill('2020-01-01');
      await change.getByRole('button', { name: '修改信息' }).click();
      await own.getByText('性质：非公（至 2019-12-31）').waitFor();
      await isSound(own, 'the enterprise that changed');
      const system = await officer('d.system_administrator');
      await room(system, '工会组织');
      await system.getByRole('treeitem', { name: '甲街道总工会' }).press('ArrowRight');
      await system.getByRole('treeitem', { name: '甲一社区工联会' }).click();
      await system.getByText('撤销', { exact: true }).click();
      await system.getByLabel('原因').last().fill('社区合并');
      await system.getByRole('button', { name: '撤销该工会' }).click();
      await system.getByText('该工会下还有 3 家企业：请先逐一划转，或指定接收工会。').waitFor();
      await choose(system, '企业由哪个工会接收', '甲二社区工联会');
      await isSound(system, 'the closing');
      await system.getByRole('button', { name: '撤销该工会' }).click();
      await system.getByText('已撤销').first().waitFor();
      const moved = await (await house.as('a2.viewer')).get('/community/enterprises').expect(200);
      expect(moved.body.total).toBe(3);
    },
    { faultsExpected: true },
  );
});
