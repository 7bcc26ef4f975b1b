/** Indicators and targets (指标、目标) in a real browser: what is missing is said, a value leads down to its entries, a target to its line. */
import { barriers, overflow } from '../support/axe';
import { sendingProgram } from '../support/case';
import { DESK, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import { defined } from '../support/indicator';
import { visited, visitLedger } from '../support/ledger';

describe('indicators in the console', () => {
  const story = browserStories();

  story(
    'are found by programme and words, shown beside the year before and the target, and followed down to entries',
    async ({ house, officer }) => {
      const ledger = await visitLedger(house);
      const people = "ledger.sum('visits', 'people')";
      const id = await defined(house, 'people', people, { about: '按次计，不含节日普发' });
      await defined(house, 'amount', "ledger.sum('visits', 'amount')", {
        ...{ name: '慰问金额', programme: 'S05', qualifier: 'about', measure: { name: '金额', unit: '元' } },
      });
      const year = Number(house.clock.today().slice(0, 4));
      const enter = async (who: string, heldOn: string, visits: string, amount?: string): Promise<void> => {
        const entry = await visited(house, ledger, who, { people: visits, amount, heldOn });
        if (who.startsWith('d.')) return;
        const reviewer = await house.as(`${who.charAt(0)}.reviewer`);
        await reviewer.post(`/ledger-entries/${entry}/acceptance`).expect(201);
      };
      await enter('a1.reporter', `${year - 1}-03-05`, '50');
      await enter('b1.reporter', `${year}-01-06`, '0');
      for (let day = 1; day <= 21; day++) await enter('a1.reporter', `${year}-01-${String(day).padStart(2, '0')}`, '2');
      const definition = {
        ...{ value: '40', baseline: { period: String(year - 1), value: null, source: null } },
        ...{ unions: [], periods: [], shortfallReason: null },
      };
      const target = { indicatorId: id, period: String(year), strength: 'floor', direction: 'higher', definition };
      const chief = await house.as('d.administrator');
      await chief.post('/district/targets', { ...target, reason: '年度目标' }).expect(201);
      await house.settled();

      const page = await officer('d.viewer', DESK);
      await room(page, '指标');
      const row = (name: string) => page.getByRole('row').filter({ hasText: name });
      await row('慰问人次').getByRole('cell', { name: '42 人次' }).waitFor();
      await row('慰问人次').getByRole('cell', { name: '50 人次' }).waitFor();
      await row('慰问人次').getByRole('cell', { name: '不低于 40' }).waitFor();
      // entered without an amount: missing, and not nothing
      await expect(row('慰问金额').getByRole('cell').allInnerTexts()).resolves.toEqual(['无数据', '无数据', '—']);
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel('查找').fill('PEOPLE 人次');
      await page.getByText('1 个指标').waitFor();
      await expect(row('慰问金额').count()).resolves.toBe(0);
      await page.reload();
      await page.getByText('1 个指标').waitFor();
      expect(new URL(page.url()).searchParams.get('words')).toBe('PEOPLE 人次');

      await page.getByRole('link', { name: '慰问人次' }).click();
      await page.getByText('按次计，不含节日普发').waitFor();
      await page.getByText(people).first().waitFor();
      await page.getByRole('region', { name: '指标值' }).getByText('42 人次').first().waitFor();
      await page.getByRole('button', { name: '明细' }).click();
      const entries = page.getByRole('region', { name: '指标值' }).getByRole('row');
      await entries.getByRole('cell', { name: `${year}-01-21` }).waitFor();
      await expect(entries.count()).resolves.toBe(21);
      await page.getByRole('button', { name: '更多明细' }).click();
      await page.getByRole('button', { name: '更多明细' }).waitFor({ state: 'detached' });
      await expect(entries.count()).resolves.toBe(23);
      const ranks = page.getByRole('region', { name: '下级单位排名' });
      await ranks.getByRole('row', { name: '2 乙街道总工会 0 人次' }).waitFor();
      const course = page.getByRole('region', { name: '趋势' });
      await course.getByText('年', { exact: true }).click();
      await course.getByRole('img', { name: '5 期趋势图' }).waitFor();
      await course.getByRole('row', { name: `${year} 42 50 不低于 40` }).waitFor();
      await course.getByRole('row', { name: `${year - 1} 50 无数据 —` }).waitFor();
      await expect(course.locator('line.target').count()).resolves.toBe(1);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(DESK);

      await ranks.getByRole('link', { name: '甲街道总工会' }).click();
      await ranks.getByRole('link', { name: '甲一社区工联会' }).waitFor();
      await room(page, '目标');
      await row('慰问人次').waitFor();
      const line = await row('慰问人次').getByRole('cell').allInnerTexts();
      expect(line).toEqual([
        ...['试验区总工会', String(year), '不低于 40 人次', '42 人次', '完成 +2'],
        `50 ${year - 1} · 低于基数要求`,
      ]);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);
    },
  );

  story(
    'are written with a live value and every mistake at its place; a target is changed by a second person',
    async ({ house, officer, faults }) => {
      const ledger = await visitLedger(house, { name: '上门走访' }, 'calls');
      const year = house.clock.today().slice(0, 4);
      await visited(house, ledger, 'd.administrator', { people: '7', heldOn: `${year}-01-05` });
      await visited(house, ledger, 'd.administrator', { people: '5', kind: 'illness', heldOn: `${year}-01-06` });

      const page = await officer('d.administrator', DESK, '/indicators/new');
      const field = (name: string) => page.getByLabel(name, { exact: true });
      await field('代码').fill('calls.people');
      await field('名称').fill('走访人次');
      await field('工作项目代码').fill('S16');
      await field('分子').fill("2 *\n ledger.sum('calls', 'nobody')");
      await page.getByText('第 2 行第 22 列').waitFor();
      await page.getByRole('button', { name: '到这里修改' }).click();
      await page.keyboard.type('x');
      await expect(field('分子').inputValue()).resolves.toBe("2 *\n ledger.sum('calls', x'nobody')");
      // what is chosen from the list comes where the cursor stands, and is narrowed there
      await field('分子').fill('');
      await field('按台账、字段或指标查找').fill('上门走访');
      await page.getByRole('button', { name: '人次合计 (人次)' }).click();
      const trial = page.getByRole('region', { name: '试算' });
      await trial.getByText('12 人次', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: '类别：大病救助' }).click();
      await expect(field('分子').inputValue()).resolves.toBe("ledger.sum('calls', 'people', {kind: 'illness'})");
      await trial.getByText('5 人次', { exact: true }).first().waitFor();
      await trial.getByRole('button', { name: '明细' }).click();
      await trial
        .getByRole('row')
        .filter({ hasText: `${year}-01-06` })
        .waitFor();
      await trial.getByRole('button', { name: '用“人次”作计量单位' }).click();
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(DESK);
      await field('理由').fill('年度指标');
      await page.getByRole('button', { name: '发布指标' }).click();
      await page.getByRole('heading', { name: '走访人次' }).waitFor();
      await page.getByText(`第 1 版，自 ${year}-01-01 起`, { exact: true }).waitFor();

      await page.getByRole('link', { name: '新建目标' }).click();
      await field('基数').selectOption('stated');
      await field('基数来源').fill('去年报告');
      await field('基数 (人次)').fill('6');
      await field('目标值 (人次)').fill('10');
      await page.getByRole('button', { name: '平均分解' }).click();
      await page.getByText('合计 10 人次，与目标一致').waitFor();
      await field('乙街道总工会的分解值').fill('1');
      await page.getByText('合计 6 人次，比目标低 4 人次').waitFor();
      await field('缺口原因').fill('本级承担');
      await field('理由').fill('年度目标');
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '设定目标' }).click();
      await page.getByText('不低于 10 人次').waitFor();
      await page.getByRole('link', { name: '申请调整' }).click();
      await field('目标值 (人次)').fill('5');
      await page.getByText('低于基数要求').waitFor();
      await field('理由').fill('上级调整口径');
      await page.getByRole('button', { name: '提交调整申请' }).click();
      await page.getByText('这是您提出的调整，须由另一人审定。').waitFor();
      await expect(page.getByRole('button', { name: '同意调整' }).count()).resolves.toBe(0);

      const second = await officer('d.reviewer', DESK, '/targets');
      await second
        .getByRole('region', { name: '待审定的调整' })
        .getByRole('link', { name: /走访人次/ })
        .click();
      await second.getByText('目标值：10 → 5').waitFor();
      await second.getByText('比现行目标低').waitFor();
      expect(await barriers(second)).toEqual([]);
      await second.getByRole('button', { name: '同意调整' }).click();
      await second.getByRole('button', { name: '同意调整' }).click();
      await second.getByText('不低于 5 人次').waitFor();
      const versions = second.getByRole('region', { name: '历次版本' });
      await versions.getByText('第 2 版：5').waitFor();
      await second.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(second)).toBe(0);
      expect(faults.filter((fault) => !/ (422|404) /.test(fault))).toEqual([]);
    },
    // an expression that cannot be read is refused, the platform knows a new indicator a moment later, and a browser tells both
    { faultsExpected: true },
  );

  story(
    'are given by another system: offered where one writes, and followed to the program, its source and what it said before',
    async ({ house, officer }) => {
      const month = house.clock.today().slice(0, 7);
      const rest = { name: '参保职工', measure: { name: '参保职工', unit: '人' }, overTime: 'last' };
      const id = await defined(house, 'insured', "external.value('community')", rest);
      const program = await sendingProgram(house, 'social', { scopes: ['indicators:write'] });
      for (const [value, source] of [
        ['1200', '社保月报'],
        ['1280', '社保月报（更正）'],
      ])
        await program.put(`/indicators/insured/values/A1/${month}`, { value, source });
      await house.settled();

      const page = await officer('d.administrator', DESK, '/indicators/new');
      await page.getByLabel('按台账、字段或指标查找').fill('外部');
      await page.getByRole('button', { name: '各社区工联会的数值' }).click();
      await expect(page.getByLabel('分子', { exact: true }).inputValue()).resolves.toBe("external.value('community')");
      await page.goto(`${house.url}/indicators/${id}?period=${month}`);
      const value = page.getByRole('region', { name: '指标值' });
      await value.getByText('1,280 人').first().waitFor();
      await value.getByRole('button', { name: '明细' }).click();
      await value.getByText(`${month}，平台 social提供`).click();
      await value.getByText('第 1 次： 1,200 人 · 社保月报 ·').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);
    },
  );
});
