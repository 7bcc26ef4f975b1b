/** Statistical forms (统计报表) in a real browser: filled in, found wrong at its cell, handed in, returned and accepted. */
import { FormClock } from '../../src/form/form-clock.service';
import { barriers, overflow } from '../support/axe';
import { DESK, PHONE, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import { memberForm } from '../support/form';

describe('forms in the console', () => {
  const story = browserStories();

  story(
    'a return is filled in by a community, mended where it is wrong, returned from above and accepted',
    async ({ house, officer, faults }) => {
      const day = (time: string): void => house.clock.set(new Date(`${time}T02:00:00Z`));
      day('2026-03-20');
      const form = await memberForm(house);
      day('2026-04-02');
      await house.app.get(FormClock).tick();

      const page = await officer('a1.reporter', DESK);
      await page.getByText('会员统计月报 2026年3月').waitFor();
      await page.getByRole('link', { name: '填报报表' }).first().waitFor();
      await room(page, '统计报表');
      const mine = page.getByRole('region', { name: '会员统计月报' });
      await mine.getByRole('link', { name: '2026年3月' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await mine.getByRole('link', { name: '2026年3月' }).click();
      const fill = page.getByRole('form', { name: '会员统计月报' });
      await fill.getByLabel('会员人数（人）', { exact: false }).first().fill('100');
      await fill.getByLabel('女会员人数').first().fill('101');
      await fill.getByLabel('会费收入').fill('0');
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      // a hard rule stands at its cell
      await fill.getByText('“女会员人数”101 不应大于“会员人数”100').first().waitFor();
      // an empty cell asks why
      await fill.getByLabel('女会员人数（人）').fill('');
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      await fill.getByText('“女会员人数”未填报，请填报或说明缺报原因。').waitFor();
      await fill.getByLabel('“女会员人数”缺报原因').waitFor();
      expect(await barriers(page)).toEqual([]);
      // a soft rule asks for a word
      await fill.getByLabel('女会员人数（人）').fill('40');
      await fill.getByLabel('男会员人数').fill('55');
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      await fill.getByLabel('情况说明').fill('五人性别未登记');
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(DESK);
      await fill.getByRole('button', { name: '存为草稿' }).click();
      await page.getByText('已存为草稿，尚未上报。').first().waitFor();
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      await page.getByRole('button', { name: '收回修改' }).click();
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      await page.getByRole('button', { name: '收回修改' }).waitFor();
      const kept = async () => (await house.database.query('select given, words, status from form_return'))[0];
      await expect(kept()).resolves.toEqual({
        given: { members: '100', women: '40', men: '55', fees: '0' },
        words: { bothMake: '五人性别未登记' },
        status: 'submitted',
      });

      const office = await officer('a.reviewer', DESK);
      await office.getByRole('link', { name: '审核报表' }).click();
      const counts = office.getByRole('region', { name: '报送情况' });
      await counts.getByRole('row', { name: '合计 2 1 0 1 0' }).waitFor();
      await office.getByText('汇总中缺 2 个单位（其中 1 个待审核）').waitFor();
      expect(await barriers(office)).toEqual([]);
      await office.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(office)).toBe(0);
      await office.setViewportSize(DESK);
      await office.getByRole('link', { name: '甲一社区工联会 已上报' }).click();
      await office.getByText('说明：五人性别未登记').waitFor();
      await office.getByRole('button', { name: '退回' }).click();
      await office.getByLabel('理由').fill('请核对名册');
      await office.getByRole('form', { name: '退回' }).getByRole('button', { name: '退回' }).click();
      await office.getByRole('heading', { name: '已退回' }).waitFor();

      await room(page, '我的工作台');
      await page.getByRole('link', { name: '修改报表' }).click();
      await page.getByText('上级退回：请核对名册').waitFor();
      await fill.getByLabel('男会员人数').fill('60');
      await fill.getByRole('button', { name: '上报', exact: true }).click();
      await page.getByRole('heading', { name: '已上报' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await office.reload();
      await office.getByRole('button', { name: '审核通过' }).click();
      await office.getByRole('heading', { name: '已通过' }).waitFor();
      await office.getByRole('link', { name: '返回各单位报送情况' }).click();
      const sums = office.getByRole('region', { name: '汇总' });
      await sums.getByRole('row', { name: '男会员人数（人） 60 1' }).waitFor();
      await expect(office.getByRole('link', { name: '导出 Excel' }).getAttribute('href')).resolves.toBe(
        `/api/v1/forms/${form}/periods/2026-03/export?format=xlsx`,
      );

      day('2026-04-30');
      const late = await officer('a2.reporter', DESK, `/forms/${form}/2026-03`);
      await late.getByText('结束后锁定，不能再填报').waitFor();
      await expect(late.getByRole('form').count()).resolves.toBe(0);
      const above = await officer('a.viewer', PHONE, '/forms');
      await above.getByRole('row', { name: '已锁定 不用填报 2 1 0 1 0' }).waitFor();
      expect(await barriers(above)).toEqual([]);
      expect(await overflow(above)).toBe(0);
      // what was refused on the way, and nothing else
      expect(faults).toEqual(Array(3).fill(expect.stringContaining('422')));
    },
    { faultsExpected: true },
  );
});
