/** Assessment in a real browser: a scheme is written and mended, sheets are scored by keyboard, results are read. */
import type { Page } from 'playwright-core';
import { opened, scheme, yearOfWork } from '../support/assessment';
import { barriers, overflow } from '../support/axe';
import { goOn } from '../support/browser-steps';
import { DESK, PHONE, browserStories } from '../support/browser';

/** Everybody can use the page as it stands, and it is no wider than its window. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
}

const open = async (page: Page, link: string, heading = link): Promise<void> => {
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};

describe('assessment in the console', () => {
  const story = browserStories();

  story(
    'goes from a scheme that does not add up to a published result that leads to the accepted report',
    async (browsers) => {
      await yearOfWork(browsers.house);
      const office = await browsers.officer('d.administrator');
      await open(office, '考核方案');
      await office.getByText('还没有考核方案。').waitFor();
      await office.getByRole('link', { name: '新建考核方案' }).click();
      await office.getByRole('button', { name: '从示例开始' }).click();
      await office.getByLabel('方案名称').fill('街道总工会考核方案');
      const marks = office.getByLabel('本部分分值（分）').first();
      await marks.fill('70');
      await office.getByText('各部分合计 90 分，满分 100 分 还差 10 分').waitFor();
      await office.getByRole('button', { name: '保存方案' }).click();
      const said = office.getByText('本部分各项合计 80 分，应与此处的 70 分相等。');
      await said.waitFor();
      expect(await marks.getAttribute('aria-describedby')).toBe(await said.getAttribute('id'));
      await isSound(office, 'the editor with its errors');
      await marks.fill('80');
      await office.getByText('各部分合计 100 分，满分 100 分 相符').waitFor();
      expect(await said.count()).toBe(0);
      await office.getByRole('button', { name: '保存方案' }).click();
      await office.getByRole('heading', { name: '街道总工会考核方案' }).waitFor();
      await office.getByText('由评分人在 0 至 20 分之间评定并说明理由').waitFor();

      await office.getByRole('button', { name: '按本方案开展考核' }).click();
      await office.getByText('还有 2 张评分表共 2 项没有得分，全部有得分后才能公示。').waitFor();
      await expect(office.getByRole('button', { name: '公示结果' }).isDisabled()).resolves.toBe(true);

      await open(office, '我的工作台');
      await office.getByRole('link', { name: '评分' }).click();
      await office.getByRole('heading', { name: '甲街道总工会' }).waitFor();
      await office.keyboard.press('s');
      await office.keyboard.type('25');
      await office.keyboard.press('Enter');
      await office.keyboard.type('职工之家有特色');
      await office.keyboard.press('Enter');
      await office.getByText('应评 0 至 20 分').waitFor();
      await expect(office.getByLabel('评分理由').inputValue()).resolves.toBe('职工之家有特色');
      await office.keyboard.type('18.5');
      await office.keyboard.press('Enter');
      await office.getByText('78.50 / 100.00').waitFor();
      await office.keyboard.press('j');
      await office.getByRole('heading', { name: '乙街道总工会' }).waitFor();
      await office.keyboard.press('s');
      await office.keyboard.type('15');
      await office.keyboard.press('Enter');
      await office.keyboard.type('完成规定动作');
      await office.keyboard.press('Enter');
      await office.getByText('95.00 / 100.00').waitFor();
      await office.keyboard.press('k');
      await office.getByRole('heading', { name: '甲街道总工会' }).waitFor();
      await office.getByText('已评').first().waitFor({ state: 'detached' });

      await office.getByRole('link', { name: '街道总工会考核方案' }).click();
      await office.getByRole('button', { name: '公示结果' }).click();
      await office.getByText('公示后不能撤回，也不能再改动：').waitFor();
      await office.getByText('2 张评分表的得分、名次、理由和依据全部冻结；').waitFor();
      await office.keyboard.press('Enter');
      await office.getByText('公示后不能撤回').waitFor({ state: 'detached' });
      await office.getByRole('button', { name: '公示结果' }).click();
      await isSound(office, 'the assessment before publication');
      await office.getByRole('button', { name: '确认公示' }).click();
      await office.getByRole('row', { name: '1 乙街道总工会 95.00' }).waitFor();
      await office.getByRole('row', { name: '2 甲街道总工会 78.50' }).waitFor();
      expect(await office.getByRole('button', { name: '公示结果' }).count()).toBe(0);

      const a = await browsers.officer('a.reviewer');
      await open(a, '考核结果');
      await a.getByText('第 2 名').first().waitFor();
      await a.getByText('评分人评定 18.50 分').waitFor();
      await a.getByText('得分依据（1 项任务）').first().click();
      await a.getByRole('button', { name: '2 份填报' }).first().click();
      await a.getByText('甲一社区工联会 · 第 1 次').click();
      await a.getByText('审核通过').waitFor();
      await isSound(a, 'the result with what it rests on');
      await a.getByRole('link', { name: '发展工会会员' }).first().click();
      await a.getByRole('heading', { name: '发展工会会员' }).waitFor();
    },
    // what is refused is told on the browser's console too
    { faultsExpected: true },
  );

  story(
    'keeps a scheme that is being written through a closed tab, and never writes over a colleague’s',
    async (browsers) => {
      const { house } = browsers;
      const door = await house.as('b.administrator');
      const { body: written } = await door.post('/subdistrict/schemes', scheme).expect(201);
      const page = await browsers.officer('b.administrator');
      await open(page, '考核方案');
      await page.getByRole('link', { name: scheme.title }).click();
      await page.getByRole('link', { name: '修改考核方案' }).click();
      await page.getByLabel('方案名称').fill('乙街道的考核');
      await page.getByRole('button', { name: '移除 B 工作创新' }).click();
      await page.getByText('还差 20 分').waitFor();
      await page.getByRole('button', { name: '撤销' }).click();
      await page.getByText('满分 100 分 相符').waitFor();
      const again = await page.context().newPage();
      await page.close();
      await door.put(`/subdistrict/schemes/${written.id}`, { ...scheme, title: '同事改的' }, 1).expect(200);
      await again.goto(`${house.url}/schemes/${written.id}/edit`);
      await again.getByText('这个方案已在别处修改').waitFor();
      await expect(again.getByLabel('方案名称').inputValue()).resolves.toBe('乙街道的考核');
      await expect(again.getByRole('button', { name: '保存方案' }).isDisabled()).resolves.toBe(true);
      await again.getByRole('button', { name: '用本机填写的' }).click();
      await door.put(`/subdistrict/schemes/${written.id}`, { ...scheme, title: '又改了' }, 2).expect(200);
      await again.getByRole('button', { name: '保存方案' }).click();
      await again.getByText('这个方案已在别处修改').waitFor();
      await again.getByRole('button', { name: '用本机填写的' }).click();
      await again.getByRole('button', { name: '保存方案' }).click();
      await again.getByRole('heading', { name: '乙街道的考核' }).waitFor();
      expect((await door.get(`/subdistrict/schemes/${written.id}`).expect(200)).body).toMatchObject({
        title: '乙街道的考核',
        version: 4,
        definition: scheme.definition,
      });
      await again.getByRole('link', { name: '复制为新方案' }).click();
      await expect(again.getByLabel('年度').inputValue()).resolves.toBe('2027');
      // used by a colleague while it is being changed: what was typed goes into a copy
      await again.goto(`${house.url}/schemes/${written.id}/edit`);
      await again.getByLabel('方案名称').fill('乙街道的新考核');
      await door.post('/subdistrict/assessments', { schemeId: written.id }).expect(201);
      await again.getByRole('button', { name: '保存方案' }).click();
      await again.getByText('方案不能再改动；需要调整时请复制为新方案。').waitFor();
      await again.getByRole('link', { name: '复制为新方案' }).click();
      await expect(again.getByLabel('方案名称').inputValue()).resolves.toBe('乙街道的新考核');
      await again.getByRole('button', { name: '保存方案' }).click();
      await again.getByRole('heading', { name: '乙街道的新考核' }).waitFor();
    },
    // the conflict is told on the browser's console too
    { faultsExpected: true },
  );

  story('shows who only reads no deed that would be refused, and a reviewer only his own', async (browsers) => {
    const { house } = browsers;
    const { id, schemeId } = await opened(await house.as('a.administrator'), 'subdistrict');
    const free = await (await house.as('a.administrator')).post('/subdistrict/schemes', scheme).expect(201);
    const { A1 } = house.district.unions;
    // each page with what a reviewer and what an administrator may do there
    const pages: [string, string, string[], string[]][] = [
      ['/schemes', '考核方案', [], ['新建考核方案']],
      [`/schemes/${schemeId}`, scheme.title, [], ['复制为新方案']],
      [`/schemes/${free.body.id}`, scheme.title, [], ['修改考核方案', '复制为新方案', '按本方案开展考核']],
      [`/assessments/${id}`, scheme.title, ['评分'], ['评分', '重新计算', '公示结果']],
      [`/assessments/${id}/sheets/${A1}`, '甲一社区工联会', ['保存评分'], ['保存评分']],
    ];
    const deeds = [...new Set(pages.flatMap(([, , , names]) => names))];
    for (const role of ['viewer', 'reviewer', 'administrator']) {
      const page = await browsers.officer(`a.${role}`);
      const main = page.getByRole('main');
      const isThere = async (name: string): Promise<boolean> =>
        (await main.getByRole('link', { name, exact: true }).count()) +
          (await main.getByRole('button', { name, exact: true }).count()) >
        0;
      for (const [path, heading, reviewers, administrators] of pages) {
        await page.goto(`${house.url}${path}`);
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        // the page is whole when its table, its list or its criteria are there
        await main.locator('table:visible, .cards:visible, article:visible').first().waitFor();
        const due = { viewer: [], reviewer: reviewers, administrator: administrators }[role] ?? [];
        const seen = await Promise.all(deeds.map(async (name) => ((await isThere(name)) ? [name] : [])));
        expect([role, path, seen.flat().toSorted()]).toEqual([role, path, due.toSorted()]);
      }
    }
    const viewer = await browsers.officer('a.viewer', DESK, '/schemes/new');
    await viewer.getByText('没有找到这一页。').waitFor();
  });

  story('fits a phone and is usable by everybody, in every room', async (browsers) => {
    const { house } = browsers;
    const b = await house.as('b.administrator');
    const { id, schemeId } = await opened(b, 'subdistrict');
    await b
      .put(`/subdistrict/assessments/${id}/score-sheets/${house.district.unions.B1}/scores/B1`, {
        points: '12',
        reason: '台账齐全',
      })
      .expect(200);
    const page = await browsers.officer('b.administrator', { width: 360, height: 740 });
    const visit = async (path: string, word: string): Promise<void> => {
      await goOn(page, path);
      await page.getByRole('main').getByText(word).first().waitFor();
      await isSound(page, path);
    };
    await visit('/schemes', '考核已开展');
    await visit('/schemes/new', '从已有方案复制');
    await visit(`/schemes/new?from=${schemeId}`, '各部分合计');
    await visit(`/schemes/${schemeId}`, '查看考核');
    await visit(`/schemes/${schemeId}/edit`, '方案不能再改动');
    await visit('/assessments', '评分中');
    await visit(`/assessments/${id}`, '乙一社区工联会');
    await visit(`/assessments/${id}/sheets/${house.district.unions.B1}`, '台账齐全');
    await visit('/results', '考核结果');
    const district = await browsers.officer('d.viewer', PHONE, `/assessments?ownerId=${house.district.unions.B}`);
    await district.getByRole('link', { name: scheme.title }).click();
    await district.getByRole('link', { name: '乙一社区工联会' }).click();
    await district.getByText('台账齐全').first().waitFor();
    await isSound(district, 'a sheet of a sub-district, for the district');
  });
});
