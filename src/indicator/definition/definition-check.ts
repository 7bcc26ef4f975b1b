/** What an indicator definition (指标定义) must keep besides the shape of its parts. Pure. */
import { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../../kernel/errors';
import { fieldOf } from '../../ledger/type/definition';
import { quotientUnit } from '../expression/units';
import type { World } from '../expression/world';
import { type Compiled, compile, readingsOf } from './compile';
import type { IndicatorDefinition } from './definition';

/** Everything that is wrong, by field; nothing where the definition can be published. */
export function definitionErrors(
  code: string,
  definition: IndicatorDefinition,
  world: World,
  before?: IndicatorDefinition,
): FieldError[] {
  const { compiled, mistakes } = compile(code, definition, world);
  const errors = [...mistakes];
  if (compiled !== null) errors.push(...compiledErrors(compiled, world));
  if (new Decimal(definition.factor).isZero()) errors.push(wrong('factor', FACTOR));
  if (definition.denominator !== null && [definition.overTime, definition.overUnions].includes('mean'))
    errors.push(wrong(definition.overTime === 'mean' ? 'overTime' : 'overUnions', RATE));
  if (before !== undefined && before.periodKind !== definition.periodKind) errors.push(wrong('periodKind', KIND));
  const { notAbove } = definition.limits;
  const whole = notAbove === null ? undefined : world.indicators.get(notAbove);
  if (notAbove !== null && (notAbove === code || whole?.measure.unit !== definition.measure.unit))
    errors.push(wrong('limits.notAbove', WHOLE));
  return errors;
}

function compiledErrors(compiled: Compiled, world: World): FieldError[] {
  const { definition, numerator, denominator } = compiled;
  const errors: FieldError[] = [];
  const unit = denominator === null ? numerator.unit : quotientUnit(numerator.unit, denominator.unit);
  if (unit !== null && unit !== definition.measure.unit && new Decimal(definition.factor).eq(1))
    errors.push(wrong('measure.unit', unitWords(unit)));
  const readings = readingsOf(compiled);
  errors.push(...externalErrors(compiled));
  const stocks = readings.length > 0 && readings.every(({ asked }) => asked.source === 'register');
  if (stocks && definition.overTime === 'sum') errors.push(wrong('overTime', STOCK));
  const { by } = definition;
  const apart = readings.length > 0 && readings.every(({ asked }) => toldApartBy(asked, by ?? '', world));
  if (by !== null && !apart) errors.push(wrong('by', BY));
  return errors;
}

/** What comes from outside is taken as it is given, by unions of one tier where it adds up; a percentage does not. */
function externalErrors({ code, definition, numerator, denominator }: Compiled): FieldError[] {
  const own = [...numerator.readings, ...(denominator?.readings ?? [])].flatMap(({ asked }) =>
    asked.source === 'external' && asked.code === code ? [asked] : [],
  );
  const [asked] = own;
  if (asked === undefined) return [];
  const { factor, overTime, overUnions, measure } = definition;
  const errors: FieldError[] = [];
  if (denominator !== null) errors.push(wrong('denominator', PLAIN));
  if (!new Decimal(factor).eq(1)) errors.push(wrong('factor', PLAIN));
  if (overUnions !== 'none' && asked.tiers.length > 1) errors.push(wrong('numerator', ONE_TIER));
  if (!/[%‰％]/.test(measure.unit)) return errors;
  if (overUnions !== 'none') errors.push(wrong('overUnions', SHARE));
  if (overTime === 'sum' || overTime === 'mean') errors.push(wrong('overTime', SHARE));
  return errors;
}

/** Only ledgers are told apart, by a field of choices or of unions. */
function toldApartBy(asked: Compiled['numerator']['readings'][number]['asked'], by: string, world: World): boolean {
  if (asked.source !== 'ledger') return false;
  const type = world.ledgers.get(asked.ledger);
  const field = type === undefined ? undefined : fieldOf(type.definition, by);
  return field?.kind === 'choice' || field?.kind === 'union';
}

type Said = readonly [code: string, zh: string, en: string];

const wrong = (field: string, [code, zh, en]: Said): FieldError => {
  const words: Words = { zh, en };
  return { field, code: `indicator.${code}`, words };
};

const FACTOR: Said = ['factor', '系数不能为 0。', 'The factor is not 0.'];
const RATE: Said = [
  'rateMean',
  '比率只按 Σ分子 ÷ Σ分母 计算，不取平均。',
  'A rate is Σ over Σ at every level, never a mean.',
];
const KIND: Said = [
  'periodKind',
  '周期类型不能改变，请另设指标。',
  'The kind of period stays: make another indicator.',
];
const WHOLE: Said = [
  'whole',
  '应为另一个计量单位相同的指标的代码。',
  'It should be the code of another indicator with the same unit.',
];
const STOCK: Said = [
  'stock',
  '企业库是期末存量，不按时间相加；请选 last。',
  'The register says what stands at the end: it is not added up over time, choose last.',
];
const PLAIN: Said = [
  'externalPlain',
  '外部数据按报送的值计，不设分母和系数；需要计算时另设指标，用 indicator() 引用。',
  'What comes from outside is taken as it is given: calculate in another indicator that refers to it by indicator().',
];
const ONE_TIER: Said = [
  'externalTier',
  '按工会汇总的外部数据只由一个层级报送，否则会重复计算。',
  'What adds up over unions is given by unions of one tier, or it would be counted twice.',
];
const SHARE: Said = [
  'externalShare',
  '百分比不能相加或平均：各工会、各期各自成立（none 或 last）；需要汇总时分别报送分子与分母。',
  'Percentages neither add up nor have a mean: each union its own (none, last), or have what they are made of given.',
];
const BY: Said = [
  'by',
  '分组字段应为算式中每个台账都有的选项或工会字段，且不能混用其他数据来源。',
  'It should be a field of choice or union that every ledger of the expressions has, and no other source goes with it.',
];
const unitWords = (unit: string): Said => [
  'unit',
  `算式的单位是“${unit}”，与计量单位不符；需要换算时请设系数或用 as()。`,
  `The expression is in “${unit}”: say so, give a factor, or use as().`,
];
