/** The columns of a ledger's spreadsheet (台账导入栏目): titled as it leaves, so that what was exported or filled in comes back. Pure. */
import { plainTitle } from '../../intake/heading';
import type { IntakeColumn } from '../../intake/taker';
import { PART_WORDS, partsOf } from '../export/entry-rows';
import { decimalsOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import { expected } from '../entry/value-words';

/** Keys that no field has. */
export const UNION = '.union';
export const DAY = '.day';
export const CODE = '.code';

/** `submit`: what is required must stand there, else it may be left out as in any draft. `coded`: programs may say their own code. */
export function intakeColumnsOf(definition: LedgerDefinition, { submit = false, coded = false } = {}): IntakeColumn[] {
  const { fields, whenField } = definition;
  const own: IntakeColumn[] = [
    {
      key: UNION,
      field: 'union',
      title: '填报单位',
      example: '',
      empty: FREE,
      hint: '本级或下级工会的全称或编码；本单位的记录可不填。',
    },
    ...(whenField === null
      ? [
          {
            key: DAY,
            field: 'day',
            title: '日期',
            example: '2026-09-28',
            empty: FREE,
            hint: '年-月-日；留空为导入当天。',
          },
        ]
      : []),
  ];
  const columns = [
    ...own,
    ...(coded ? [{ key: CODE, field: 'code', title: '外部编码', example: '', empty: FREE }] : []),
    ...fields.filter(({ kind }) => kind !== 'file').flatMap((field) => columnsOf(field, submit)),
  ];
  return columns.map((column, no) => {
    const same = ({ title }: IntakeColumn): boolean => plainTitle(title) === plainTitle(column.title);
    return columns.findIndex(same) < no ? { ...column, title: `${column.title}（${column.key}）` } : column;
  });
}

function columnsOf(field: LedgerField, submit: boolean): IntakeColumn[] {
  const { key, name, unit, required, hint = '', choices, min, max } = field;
  const decimals = decimalsOf(field);
  const said = `${hint === '' || /[。；！？.]$/.test(hint) ? hint : `${hint}。`}${whatIsRight(field)}`;
  const value: IntakeColumn = {
    key,
    field: `values.${key}`,
    title: unit === undefined ? name : `${name}（${unit}）`,
    ...(required && submit ? { must: true as const } : {}),
    example: exampleOf(field),
    ...(choices === undefined ? {} : { choices: choices.map((choice) => choice.name) }),
    ...(decimals === null ? {} : { limits: { whole: decimals === 0, min, max } }),
    ...(required && !submit ? { starred: true as const, empty: '上报前必填。' } : { empty: FREE }),
    hint: said,
  };
  const parts = partsOf(field).map((part) => ({
    key: `${key}.${part}`,
    field: `values.${key}.${part}`,
    title: `${name}-${PART_WORDS[part]}`,
    example: PART_EXAMPLES[part] ?? '',
    empty: FREE,
    hint: expected(field, part).zh,
  }));
  return [value, ...parts];
}

const FREE = '可不填。';

const PART_EXAMPLES: Readonly<Record<string, string>> = {
  creditCode: '91440300708461136T',
  idNumber: '11010519491231002X',
  phone: '13800138000',
};

function exampleOf(field: LedgerField): string {
  const { kind, choices = [], min } = field;
  if (decimalsOf(field) !== null) return min ?? '1';
  if (kind === 'day') return '2026-09-28';
  if (kind === 'choice') return choices[0]?.name ?? '';
  if (kind === 'union') return '';
  return { enterprise: '示范科技有限公司', person: '示例姓名' }[kind as string] ?? '示例';
}

/** Choices stand in the list; a union is told by its name here. */
function whatIsRight(field: LedgerField): string {
  if (field.kind === 'choice') return '';
  if (field.kind === 'union') return '本级或下级工会的全称或编码。';
  if (field.kind === 'enterprise') return '企业名称。';
  return field.kind === 'person' ? '姓名。' : expected(field).zh;
}
