/** The editor of schemes in a real browser: every kind of rule is tried as it is typed, and nothing is typed as JSON. */
import type { Locator, Page } from 'playwright-core';
import { WHOLE } from '../assessment/whole-scheme';
import { barriers, overflow } from '../support/axe';
import { DESK, PHONE, browserStories } from '../support/browser';

async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await barriers(page), await overflow(page)]).toEqual([name, [], 0]);
}

/** Turns the slider of a live example. */
const turn = (slider: Locator, to: number): Promise<void> => slider.fill(String(to));

describe('the editor of a scheme', () => {
  const story = browserStories();

  story(
    'tries each rule beside it, says beside the field what is wrong, and keeps what was typed',
    async (browsers) => {
      const { house } = browsers;
      const page = await browsers.officer('d.administrator', DESK, '/schemes/new');
      await page.getByRole('button', { name: '从空白开始' }).click();
      await page.getByLabel('方案名称').fill('全部规则');
      await page.getByLabel('满分（分）').fill('100');
      await page.getByLabel('部分名称').fill('年度工作');
      await page.getByLabel('本部分分值（分）').fill('100');
      await page.getByLabel('内容名称').fill('建会入会');
      const marks = page.getByLabel('分值（分）', { exact: true });
      await marks.fill('60');

      const example = page.getByLabel('A1 的试算');
      await turn(example.getByRole('slider'), 82);
      await example.getByText('完成率 82.00%，得分 = 60 × min(82 ÷ 100, 1) = 49.20。').waitFor();
      await turn(example.getByRole('slider'), 50);
      await example
        .getByText('30.00', { exact: true })
        .or(example.getByText('30', { exact: true }))
        .waitFor();
      await page.getByLabel('超额加分', { exact: true }).selectOption({ label: '有' });
      await page.getByLabel('每档加分').fill('0.5');
      await page.getByLabel('超额加分上限').fill('2');
      await turn(example.getByRole('slider'), 125);
      await example.getByText('另加 1').waitFor();

      await page.getByRole('button', { name: '增加分组（含子项）' }).click();
      const group = page.getByRole('group', { name: '分组 A2' });
      await group.getByLabel('内容名称').first().fill('基础工作');
      await group.getByLabel('分值（分）').first().fill('40');
      await group.getByLabel('内容名称').nth(1).fill('台账');
      await group.getByLabel('分值（分）').nth(1).fill('40');
      await group.getByLabel('评分规则').selectOption({ label: '按次扣分' });
      await group.getByLabel('情形 1：名称').fill('未建档');
      await group.getByLabel('情形 1：每次扣分').fill('5');
      const counted = page.getByLabel('A2.1 的试算');
      await counted.getByLabel('未建档').fill('3');
      await counted.getByText('“未建档” 3 次，得分 = max(40 − 3 × 5, 0) = 25.00。').waitFor();

      await page.getByRole('button', { name: '增加一个部门' }).click();
      await page.getByLabel('部门 1：名称').fill('组织部');
      await group.getByLabel('评分方式').selectOption({ label: '负责考核部门' });
      await group.getByLabel('哪个部门').selectOption({ label: '组织部' });

      for (const name of ['优秀', '良好']) {
        await page.getByRole('button', { name: '增加一个等次' }).click();
        await page.getByLabel(`等次 ${name === '优秀' ? 1 : 2}：名称`).fill(name);
      }
      await page.getByLabel('等次 1：名额').fill('30');
      await page.getByLabel('同分而名额不够时').selectOption({ label: '同分的都不进入' });
      await page.getByLabel('自评', { exact: true }).fill('五');
      await isSound(page, 'the editor, filled in');

      await page.getByRole('button', { name: '保存方案' }).click();
      await page.getByText('超额加分计入加分项，方案应设加分项及其上限。').waitFor();
      await page.getByText('应为 1 至 60 的整数。').waitFor();
      const step = page.getByLabel('自评', { exact: true });
      expect(await step.getAttribute('aria-invalid')).toBe('true');
      await isSound(page, 'the editor, with its errors');
      await step.fill('5');
      await page.getByLabel('复评').fill('5');
      await page.getByLabel('加分合计上限（分）').fill('5');
      await page.getByRole('button', { name: '保存方案' }).click();
      await page.getByRole('heading', { name: '全部规则' }).waitFor();
      await page.getByText('满分 40 分，按次扣分：未建档，每次扣 5 分。扣完为止。').waitFor();
      await page.getByRole('cell', { name: '组织部' }).waitFor();
      await page.getByText('名额为本组的 30%').waitFor();
      await isSound(page, 'the scheme as it reads');

      const door = await house.as('d.administrator');
      const id = /schemes\/([^/]+)$/.exec(page.url())?.[1] ?? '';
      const { body } = await door.get(`/district/schemes/${id}`).expect(200);
      expect(body.definition).toEqual({
        fullMarks: '100',
        parts: [
          {
            code: 'A',
            name: '年度工作',
            marks: '100',
            criteria: [
              {
                code: 'A1',
                name: '建会入会',
                marks: '60',
                rule: { kind: 'proportional', beyond: { per: '10', points: '0.5', cap: '2' } },
                tasks: 'all',
                scorer: 'computed',
              },
              {
                code: 'A2',
                name: '基础工作',
                marks: '40',
                criteria: [
                  {
                    code: 'A2.1',
                    name: '台账',
                    marks: '40',
                    rule: { kind: 'deduction', grounds: [{ code: '1', name: '未建档', points: '5' }] },
                    scorer: { office: 'bm1' },
                  },
                ],
              },
            ],
          },
        ],
        offices: [{ code: 'bm1', name: '组织部' }],
        bonuses: { cap: '5', kinds: [] },
        grading: {
          grades: [
            { code: 'dc1', name: '优秀', quota: '30' },
            { code: 'dc2', name: '良好' },
          ],
          quotaTies: 'out',
        },
        course: { selfScore: 5, review: 5 },
      });
    },
    // what is refused is told on the browser's console too
    { faultsExpected: true },
  );

  story('reads and keeps a scheme that says everything, on a phone and in English too', async (browsers) => {
    const { house } = browsers;
    const door = await house.as('b.administrator');
    const given = { year: 2026, title: '完整方案', definition: WHOLE };
    const { body: written } = await door.post('/subdistrict/schemes', given).expect(201);
    const page = await browsers.officer('b.administrator', PHONE, `/schemes/${written.id}`);
    await page.getByText('达到挑战值 90% 得满分').first().waitFor();
    await isSound(page, 'everything, as it reads');
    await page.goto(`${house.url}/schemes/${written.id}/edit`);
    await page.getByText('各部分合计 100 分，满分 100 分 相符').waitFor();
    await isSound(page, 'everything, in the editor');
    await page.getByLabel('方案名称').fill('完整方案二');
    await page.getByRole('button', { name: '保存方案' }).click();
    await page.getByRole('heading', { name: '完整方案二' }).waitFor();
    const { body: kept } = await door.get(`/subdistrict/schemes/${written.id}`).expect(200);
    expect(kept).toMatchObject({ title: '完整方案二', version: 2 });
    expect(kept.definition).toEqual(WHOLE);

    await page.evaluate("localStorage.setItem('sanji.language', 'en')");
    await page.goto(`${house.url}/schemes/${written.id}/edit`);
    await page.getByLabel('Try A1.1').getByText('points = 10 × min(82 ÷ 100, 1)').waitFor();
    await isSound(page, 'everything, in English');
  });
});
