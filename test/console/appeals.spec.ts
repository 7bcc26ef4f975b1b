/** Publication and appeal in real browsers: read in the meeting room, appealed with a file, decided, corrected on the page. */
import type { Page } from 'playwright-core';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';
import { judgedScheme, publishedInA } from '../support/publication';

const graded: SchemeDefinition = {
  ...judgedScheme,
  grading: {
    grades: [
      { code: 'excellent', name: '优秀', atLeast: '80', quota: '50' },
      { code: 'good', name: '良好' },
    ],
    quotaTies: 'out',
  },
};

/** Everybody can use the page as it stands, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const open = async (page: Page, link: string): Promise<void> => {
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: link, level: 1 }).waitFor();
};

describe('publication and appeal in the console', () => {
  const story = browserStories();

  story(
    'goes from the page for the meeting room through an appeal with its file to the correction, old beside new',
    async ({ house, officer }) => {
      const { A1, A2 } = house.district.unions;
      await publishedInA(
        house,
        [
          [A1, { A1: '50', B1: '20', B2: '10' }],
          [A2, { A1: '46', B1: '22', B2: '13' }],
        ],
        graded,
      );
      const office = await officer('a.administrator');
      await open(office, '量化考核');
      await office.getByRole('link', { name: '社区考核' }).click();
      await office.getByText('前（含当日）可以申诉。').waitFor();
      await office.getByText('没有申诉。').waitFor();
      await office.getByRole('link', { name: '第 1 号公示' }).click();
      await office.getByRole('row', { name: /1 甲二社区工联会.* 81.00 优秀/ }).waitFor();
      await office.getByRole('row', { name: /2 甲一社区工联会.* 80.00 良好/ }).waitFor();
      await office.getByRole('button', { name: '核验公示内容' }).click();
      await office.getByText('公示内容完整无改动：2 张评分表、名单和方案均与公示摘要一致。').waitFor();
      await isSound(office, 'the publication');

      const own = await officer('a1.administrator');
      await open(own, '考核结果');
      await own.getByText('良好').first().waitFor();
      await isSound(own, 'the result with the standings of the class');
      await own.getByRole('link', { name: '提出申诉' }).click();
      await own.getByRole('heading', { name: '申诉：社区考核' }).waitFor();
      await own.getByRole('checkbox', { name: 'B1 创新' }).check();
      await own.getByLabel('申诉理由').fill('全年创新项目漏记两项');
      await own.getByLabel('佐证材料').setInputFiles({
        name: '创新项目台账.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('项目一、项目二'),
      });
      await isSound(own, 'the form of an appeal');
      await own.getByRole('button', { name: '提交申诉' }).click();
      await own.getByRole('button', { name: '撤回申诉' }).waitFor();
      await own.getByRole('link', { name: '创新项目台账.txt' }).waitFor();
      await isSound(own, 'the own appeal');

      await open(office, '我的工作台');
      await office.getByRole('link', { name: '处理申诉' }).click();
      await office.getByRole('region', { name: '申诉' }).getByRole('link', { name: '甲一社区工联会' }).click();
      await office.getByText('全年创新项目漏记两项').waitFor();
      await office.getByText('按台账评定').first().waitFor();
      await office.getByRole('radio', { name: '成立，更正得分' }).check();
      await office.getByLabel('更正为（分）').fill('26');
      await office.getByLabel('更正理由').fill('两项均已核实');
      await office.getByLabel('处理理由').fill('材料属实，予以更正');
      await office.getByRole('button', { name: '确认处理' }).click();
      await office.getByText('应介于 0 与该项分值 25.00 之间。').waitFor();
      await isSound(office, 'the decision with what is wrong in it');
      await office.getByLabel('更正为（分）').fill('22.5');
      await office.getByRole('button', { name: '确认处理' }).click();
      await office.getByRole('heading', { name: '处理意见' }).waitFor();
      await office.getByRole('link', { name: '社区考核' }).click();
      await office.getByRole('link', { name: '第 2 号更正' }).click();
      await office.getByText('更正原因：材料属实，予以更正').waitFor();
      await office.getByRole('row', { name: /原 2 更正为 1 甲一社区工联会.*原 80.00 更正为 82.50/ }).waitFor();
      await isSound(office, 'the correction');

      await open(own, '考核结果');
      await own.getByText('82.50 / 100.00').first().waitFor();
      await own.getByText('成立').first().waitFor();
      await own.getByText('两项均已核实').first().waitFor();
      await isSound(own, 'the corrected result');
    },
    { faultsExpected: true },
  );

  story('tells the officer who scored why another one must decide', async ({ house, officer }) => {
    const { A1, A2 } = house.district.unions;
    const id = await publishedInA(house, [
      [A1, { A1: '50', B1: '20', B2: '10' }],
      [A2, { A1: '46', B1: '22', B2: '13' }],
    ]);
    const own = await house.as('a1.administrator');
    const filing = { assessmentId: id, criteria: ['B1'], reason: '请复核' };
    const { body } = await own.post('/community/appeals', filing).expect(201);
    const reviewer = await officer('a.reviewer', DESK, `/assessments/${id}/appeals/${body.id}`);
    await reviewer.getByText('请由其他人员处理').waitFor();
    expect(await reviewer.getByRole('button', { name: '确认处理' }).count()).toBe(0);
    await isSound(reviewer, 'an appeal one may not decide');
  });
});
