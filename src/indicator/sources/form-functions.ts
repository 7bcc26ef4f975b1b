/** `form.sum` and `form.count`: what accepted returns of a statistical form (统计报表) say in one cell. Pure. */
import { addsUp, cellOf, type FormCell } from '../../form/definition/definition';
import { isShorter } from '../../kernel/period';
import { requireArguments, textOf } from '../expression/arguments';
import { Mistake } from '../expression/mistake';
import type { Call } from '../expression/syntax';
import { type FormInWorld, type IndicatorAround, versionsFrom, type World } from '../expression/world';
import type { FormAsked } from './asked';

type Read = (call: Call, world: World, around: IndicatorAround) => { asked: FormAsked; unit: string | null };

/** `('half-yearly', 'women')`: Σ of the cell over unions, or how many unions gave it. */
const reader =
  (measure: FormAsked['measure']): Read =>
  (call, world, { periodKind }) => {
    requireArguments(call, 2, 2);
    const [code, key] = call.args;
    if (code === undefined || key === undefined) throw new Mistake('form', FORM, call.place);
    const form = world.forms.get(textOf(code));
    if (form === undefined) throw new Mistake('form', FORM, code.place);
    if (isShorter(periodKind, form.periodKind)) throw new Mistake('formPeriod', PERIOD, code.place);
    const cell = cellIn(form, textOf(key), world.since);
    if (cell === undefined) throw new Mistake('cell', noCell(form.name), key.place);
    if (measure === 'sum' && !addsUp(cell)) throw new Mistake('percent', PERCENT, key.place);
    const { key: name, unit } = cell;
    return {
      asked: {
        source: 'form',
        formId: form.id,
        form: form.code,
        periodKind: form.periodKind,
        measure,
        cell: name,
        unit,
      },
      unit: measure === 'sum' ? unit : null,
    };
  };

/** As it is written from the period on that is worked out: by the latest version that has it. */
const cellIn = (form: FormInWorld, key: string, since: string): FormCell | undefined =>
  versionsFrom(form, since).flatMap(({ definition }) => cellOf(definition, key) ?? [])[0];

export const formFunctions = { 'form.sum': reader('sum'), 'form.count': reader('count') };

const FORM = { zh: '没有这个代码的报表。', en: 'There is no form of this code.' };
const PERIOD = {
  zh: '报表的报告期比指标的周期长。',
  en: 'The form is for longer periods than the indicator.',
};
const PERCENT = {
  zh: '百分比不能相加，请取其分子与分母。',
  en: 'Percentages do not add up: read what they are made of.',
};
const noCell = (form: string): { zh: string; en: string } => ({
  zh: `报表“${form}”没有这个指标项，或起用时已取消。`,
  en: `“${form}” has no such cell in the period.`,
});
