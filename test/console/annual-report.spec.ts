/** The annual report (年度报告) in a real browser: read, every figure followed to its entries, approved by another, what changed since is marked. */
import { barriers, overflow } from '../support/axe';
import { DESK, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import type { House } from '../support/house';
import { defined } from '../support/indicator';
import { visitLedger, visited } from '../support/ledger';

const template = {
  title: '{{district}}{{year}}年工作报告',
  sections: [
    { level: 1, heading: '一、{{year}}年工作回顾', text: '慰问困难职工{{people}}，{{people:change}}。' },
    { level: 2, heading: '（一）帮扶', text: '发放慰问金{{paid}}（上年{{paid:lastYear}}）。' },
  ],
  reason: '本年提纲',
};

/** Two years of visits, more entries than a page of the trace holds, a target reached and one missed. */
async function told(house: House): Promise<string> {
  house.clock.set(new Date('2027-01-10T02:00:00Z'));
  const ledger = await visitLedger(house);
  const people = await defined(house, 'people', "ledger.sum('visits', 'people')", { qualifier: 'over' });
  const paid = await defined(house, 'paid', "ledger.sum('visits', 'amount')", {
    ...{ name: '发放慰问金', measure: { name: '慰问金', unit: '元' }, qualifier: 'nearly', decimals: 2 },
  });
  await visited(house, ledger, 'd.administrator', { people: '120', amount: '270000', heldOn: '2025-05-01' });
  await visited(house, ledger, 'd.administrator', { people: '83', amount: '297000.5', heldOn: '2026-05-01' });
  const small = { people: '1', amount: '0', heldOn: '2026-06-01' };
  await Promise.all(Array.from({ length: 51 }, () => visited(house, ledger, 'd.administrator', small)));
  const office = await house.as('d.administrator');
  const definition = { baseline: null, unions: [], periods: [], shortfallReason: null };
  for (const [indicatorId, value] of [
    [people, '150'],
    [paid, '280000'],
  ] as const)
    await office
      .post('/district/targets', {
        ...{ indicatorId, period: '2026', strength: 'floor', direction: 'higher', reason: '年度目标' },
        definition: { ...definition, value },
      })
      .expect(201);
  await office.put('/district/annual-report-template', template, 0).expect(200);
  return ledger;
}

describe('the annual report in the console', () => {
  const story = browserStories();

  story(
    'is read and followed to its entries, approved by another, and says what changed since',
    async ({ house, officer }) => {
      const ledger = await told(house);
      const office = await officer('d.administrator', DESK);
      await room(office, '年度报告');
      await office.getByLabel('年度').fill('2026');
      await office.getByRole('heading', { name: '一、2026年工作回顾' }).waitFor();
      const text = office.locator('.report-text');
      await text.getByText('慰问困难职工超过130人次，增加14人次。').waitFor();
      const rows = office.getByRole('table', { name: '2026年目标完成情况' }).getByRole('row');
      await expect(rows.allInnerTexts()).resolves.toEqual([
        expect.stringContaining('目标'),
        expect.stringMatching(/发放慰问金\s+不低于280000元.*297,000\.50 元\s+完成\s+17,000\.5 元/s),
        expect.stringMatching(/慰问人次\s+不低于150人次.*134 人次\s+未完成\s+-16 人次/s),
      ]);
      expect(await barriers(office)).toEqual([]);

      await text.getByRole('link', { name: '超过130人次' }).click();
      const drawer = office.getByRole('dialog', { name: '慰问人次' });
      await drawer.getByText('134 人次', { exact: true }).first().waitFor();
      await drawer.getByText(/^120 人次（/).waitFor();
      await drawer.getByText('已列出 50 项').waitFor();
      await expect(drawer.getByText("ledger.sum('visits', 'people')").count()).resolves.toBe(2);
      await drawer.getByRole('button', { name: '继续列出' }).click();
      await drawer.getByText('已列出 52 项').waitFor();
      const entries = drawer.getByRole('table').getByRole('link', { name: '困难职工慰问' });
      await expect(entries.count()).resolves.toBe(52);
      await expect(entries.first().getAttribute('href')).resolves.toMatch(/^\/ledger-entries\/[\da-f-]{36}$/);
      expect(await barriers(office)).toEqual([]);
      await drawer.getByRole('button', { name: '关闭' }).click();
      await drawer.waitFor({ state: 'detached' });

      await office.getByRole('link', { name: '编写报告文字' }).click();
      const body = office.getByLabel(/^正文/).last();
      await body.click();
      await body.press('ControlOrMeta+End');
      await office.getByLabel('按名称或代码查找').fill('peop');
      await office.getByRole('button', { name: '慰问人次' }).click();
      await expect(body.inputValue()).resolves.toMatch(/\{\{people\}\}$/);
      await office.locator('.words-preview').getByText('）。超过130人次').waitFor();
      await body.press('End');
      await office.keyboard.type('{{nobody}}');
      await office.getByText('没有代码为“nobody”的年度指标。').waitFor();
      expect(await barriers(office)).toEqual([]);
      await body.fill('发放慰问金{{paid}}（上年{{paid:lastYear}}）。另行通报。');
      await office.getByLabel('发布说明').fill('补一句');
      // left and come back to, the words that are not published yet still stand there
      await office.reload();
      await office.getByText('还没有保存的内容').waitFor();
      await expect(body.inputValue()).resolves.toMatch(/另行通报。$/);
      expect(await barriers(office)).toEqual([]);
      await office.getByText('还有 1 处需要修改。').waitFor({ state: 'detached' });
      await office.getByRole('button', { name: /发\s?布/ }).click();
      await office.getByText('第 2 版').waitFor();
      await office.getByText('还没有保存的内容').waitFor({ state: 'detached' });
      await office.getByRole('link', { name: '查看报告' }).click();
      await text.getByText('另行通报。').waitFor();

      const coming = office.waitForEvent('download');
      await office.getByRole('link', { name: '下载 Word 文档' }).click();
      expect((await coming).suggestedFilename()).toMatch(/2026年工作报告\.docx$/);
      await office.getByRole('button', { name: '提交审定' }).click();
      await office.getByText('待审定').waitFor();

      const reviewer = await officer('d.reviewer', DESK, '/annual-report?year=2026');
      await reviewer.getByRole('button', { name: '审定', exact: true }).click();
      await reviewer.getByText('已审定').waitFor();
      await visited(house, ledger, 'd.administrator', { people: '70', amount: '0', heldOn: '2026-07-01' });
      await reviewer.reload();
      await reviewer.getByRole('heading', { name: '审定后来源有变化的数据（1 项）' }).waitFor();
      await reviewer.getByRole('row', { name: '慰问人次 134 人次 204 人次' }).waitFor();
      await reviewer.locator('.report-text').getByText('（来源现为超过200人次）').waitFor();
      await expect(reviewer.locator('.standing').innerText()).resolves.toMatch(/提交于.*\n.*审定于/);
      expect(await barriers(reviewer)).toEqual([]);
      await reviewer.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(reviewer)).toBe(0);
      await reviewer.locator('.report-text').getByRole('link', { name: '超过130人次' }).click();
      const narrow = reviewer.getByRole('dialog', { name: '慰问人次' });
      await narrow.getByText('204 人次（超过200人次）').waitFor();
      await narrow.getByText('已列出 50 项').waitFor();
      expect(
        await narrow.evaluate('document.querySelector("dialog").scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
    },
  );
});
