/** Statistical forms (统计报表) in a real browser: filled in, found wrong at its cell, handed in, returned, accepted, excepted and defined anew. */
import { FormClock } from '../../src/form/form-clock.service';
import { barriers, overflow } from '../support/axe';
import { DESK, PHONE, browserStories } from '../support/browser';
import { room } from '../support/browser-steps';
import { memberForm } from '../support/form';

describe('forms in the console', () => {
  const story = browserStories();

  story(
    'a return is filled in by a community, mended where it is wrong, returned from above and accepted; a lock is excepted, a spreadsheet taken in, and the form defined anew',
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
      const head = fill.getByLabel('会员人数（人）', { exact: false }).first();
      await head.fill('99');
      // left and come back to, what was typed still stands there, until it is let go of
      await page.reload();
      await fill.getByText('还没有保存的内容').waitFor();
      await expect(head.inputValue()).resolves.toBe('99');
      expect(await barriers(page)).toEqual([]);
      await fill.getByRole('button', { name: '放弃，重新开始' }).click();
      await fill.getByText('还没有保存的内容').waitFor({ state: 'detached' });
      await expect(head.inputValue()).resolves.toBe('');
      await head.fill('100');
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

      // asked for by the union, approved by the district, filled in with a spreadsheet
      await late.getByRole('button', { name: '申请免报或补报' }).click();
      const ask = late.getByRole('form', { name: '申请免报或补报' });
      await ask.getByLabel('申请事项').selectOption({ label: '补报：锁定或免报后仍可填报、修改' });
      await ask.getByLabel('理由').fill('经办人住院');
      await ask.getByLabel('开放至').fill('2026-05-20');
      await ask.getByRole('button', { name: '提出申请' }).click();
      await late.getByRole('button', { name: '撤回申请' }).waitFor();
      const district = await officer('d.administrator', DESK, `/forms/${form}/2026-03`);
      const asked = district.getByRole('region', { name: '免报、补报' });
      await asked.getByRole('button', { name: '批准' }).click();
      await asked.getByLabel('理由').fill('情况属实');
      await asked.getByRole('form', { name: '批准' }).getByRole('button', { name: '批准' }).click();
      await asked.getByText('已批准').waitFor();
      await late.reload();
      await late.getByText('用电子表格填报').click();
      const sheet = (rows: string) => ({
        ...{ name: '报表.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`指标项,本期数\r\n${rows}`),
      });
      await late.getByLabel('填好的表格').setInputFiles(sheet('会员人数,30\r\n女会员人数,31'));
      await late.getByRole('button', { name: '检查' }).click();
      await late.getByRole('row', { name: '3 本期数 “女会员人数”31 不应大于“会员人数”30。' }).waitFor();
      expect(await barriers(late)).toEqual([]);
      await late.getByLabel('填好的表格').setInputFiles(sheet('会员人数,30\r\n女会员人数,3'));
      await late.getByRole('button', { name: '导入并上报' }).click();
      await late.getByRole('heading', { name: '已上报' }).waitFor();

      // another version of the form: what is wrong stands at its field, and the list says what changed
      await room(district, '统计报表');
      await district.getByText('报表定义与版本').click();
      await district.getByRole('link', { name: '会员统计月报' }).click();
      const cells = district.getByRole('region', { name: '指标项' });
      await cells.getByRole('button', { name: '增加指标项' }).click();
      await cells.getByLabel('最大值 6').fill('-1');
      await district.getByRole('button', { name: '检查', exact: true }).click();
      await cells.getByText('应为 1 至 100 个字的单行文字').waitFor();
      await cells.getByLabel('名称 6').fill('青年会员');
      await cells.getByLabel('计量单位 6').fill('人');
      await district.getByRole('button', { name: '检查', exact: true }).click();
      await cells.getByText('最大值不能小于最小值。').waitFor();
      await cells.getByLabel('最大值 6').fill('');
      await district.getByRole('button', { name: '检查', exact: true }).click();
      await district.getByText('应报 3 个单位').waitFor();
      await district.getByRole('region', { name: '预览：填报单位看到的样子' }).getByLabel('青年会员（人）').fill('3');
      expect(await barriers(district)).toEqual([]);
      await district.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(district)).toBe(0);
      await district.setViewportSize(DESK);
      await district.getByLabel('从哪一期起').selectOption('2026-05');
      await district.getByLabel('发布原因').fill('增加青年会员');
      await district.getByRole('button', { name: '发布新版本' }).click();
      await district.getByRole('region', { name: '版本' }).getByText('新增指标项：青年会员').waitFor();
      // what was refused on the way, and nothing else
      expect(faults).toEqual(Array(5).fill(expect.stringContaining('422')));
    },
    { faultsExpected: true },
  );
});
