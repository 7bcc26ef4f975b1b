/** A row of an enterprise spreadsheet as values (企业导入): what every column takes. Pure. */
import type { EnterpriseKind } from '../events/enterprise-body';
import type { Words } from '../kernel/errors';
import { dayOfCell } from '../intake/day-cell';
import type { Cells, Fault, IntakeColumn } from '../intake/taker';
import { faultOfCode } from './credit-code';
import { codeWords, moreMembers, notAfterToday } from './enterprise-facts';

export const enterpriseColumns: readonly IntakeColumn[] = [
  { key: 'creditCode', title: '统一社会信用代码', must: true, example: '91440300708461136T', hint: '18 位。' },
  { key: 'name', title: '企业名称', must: true, example: '示范科技有限公司', hint: '不超过 200 字。' },
  { key: 'union', title: '所属工会', example: '田心社区工联会', hint: '工会名称或编码；社区导入本社区企业可不填。' },
  { key: 'kind', title: '企业性质', must: true, example: '非公', choices: ['非公', '公有'] },
  { key: 'industry', title: '行业', example: '制造业', hint: '不超过 100 字。' },
  { key: 'workers', title: '职工人数', example: '120', hint: '整数；0 表示没有职工，留空表示未知。' },
  { key: 'members', title: '会员人数', example: '116', hint: '整数，不多于职工人数。' },
  { key: 'unionEstablishedOn', title: '建会日期', example: '2012-05-01', hint: '年-月-日；留空表示未建会。' },
  { key: 'termEndsOn', title: '届满日期', example: '2027-04-30', hint: '本届工会委员会任期届满日。' },
  { key: 'mediation', title: '劳动争议调解委员会', example: '是', choices: ['是', '否'] },
  { key: 'legalSupervision', title: '劳动法律监督委员会', example: '否', choices: ['是', '否'] },
  { key: 'openedOn', title: '成立日期', example: '2008-03-12', hint: '年-月-日；留空按统计日期。' },
];

/** A row: what is undefined was not told and changes nothing. */
export interface EnterpriseRow {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: EnterpriseKind;
  readonly unionId?: string;
  readonly industry?: string;
  readonly workers?: number;
  readonly members?: number;
  readonly unionEstablishedOn?: string;
  readonly termEndsOn?: string;
  readonly mediation?: boolean;
  readonly legalSupervision?: boolean;
  readonly openedOn?: string;
}

export interface EnterpriseGround {
  /** Unions within reach below the district, by name and by code; a name that two unions bear stands for none. */
  readonly unions: ReadonlyMap<string, string>;
  readonly today: string;
  readonly countedOn: string;
}

const kinds: Readonly<Record<string, EnterpriseKind>> = {
  非公: 'non_public',
  非公有: 'non_public',
  非公有制: 'non_public',
  非公企业: 'non_public',
  公有: 'public',
  公有制: 'public',
  国有: 'public',
  集体: 'public',
};
const flags: Readonly<Record<string, boolean>> = { 是: true, 有: true, 已建: true, 否: false, 无: false, 未建: false };
const MOST_WORKERS = 9_999_999;

export function parseEnterprise(
  cells: Cells,
  ground: EnterpriseGround,
): { readonly value: EnterpriseRow } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const wrong = (column: string, code: string, words: Words): undefined => void faults.push({ column, code, words });
  const must = (column: string): string => cells[column] ?? (wrong(column, 'required', required), '');
  const creditCode = must('creditCode').toUpperCase().replaceAll(/[\s-]/g, '');
  const fault = creditCode === '' ? null : faultOfCode(creditCode);
  if (fault !== null) wrong('creditCode', 'enterprise.code', codeWords[fault]);
  const name = must('name');
  if (name.length > 200 || /[\n�]/.test(name)) wrong('name', 'text', textWords(200));
  const kind = kinds[must('kind')];
  if (kind === undefined && cells.kind !== undefined) wrong('kind', 'oneOf', kindWords);
  const number = (column: string): number | undefined => {
    const text = cells[column]?.replaceAll(/[,，人\s]/g, '');
    if (text === undefined) return undefined;
    return /^\d{1,7}$/.test(text) && Number(text) <= MOST_WORKERS ? Number(text) : wrong(column, 'wholeNumber', whole);
  };
  const day = (column: string, future = false): string | undefined => {
    const text = cells[column];
    if (text === undefined) return undefined;
    const read = dayOfCell(text);
    if (read === undefined) return wrong(column, 'day', dayWords);
    return !future && read > ground.today ? wrong(column, 'enterprise.day', notAfterToday) : read;
  };
  const flag = (column: string): boolean | undefined => {
    const text = cells[column];
    return text === undefined ? undefined : (flags[text] ?? wrong(column, 'flag', flagWords));
  };
  const union = cells.union;
  const unionId = union === undefined ? undefined : ground.unions.get(union);
  if (union !== undefined && unionId === undefined) wrong('union', 'enterprise.unknownUnion', unknownUnion);
  const industry = cells.industry;
  if (industry !== undefined && (industry.length > 100 || /[\n�]/.test(industry)))
    wrong('industry', 'text', textWords(100));
  const [workers, members] = [number('workers'), number('members')];
  if (workers !== undefined && members !== undefined && members > workers)
    wrong('members', 'enterprise.members', moreMembers);
  const [mediation, legalSupervision] = [flag('mediation'), flag('legalSupervision')];
  const days = {
    unionEstablishedOn: day('unionEstablishedOn'),
    termEndsOn: day('termEndsOn', true),
    openedOn: day('openedOn'),
  };
  if (faults.length > 0 || kind === undefined) return { faults };
  return {
    value: { creditCode, name, kind, unionId, industry, workers, members, mediation, legalSupervision, ...days },
  };
}

const required = { zh: '必填。', en: 'This is required.' };
const whole = { zh: '应为 0 至 9999999 的整数。', en: 'It should be a whole number from 0 to 9999999.' };
const dayWords = {
  zh: '应为真实存在的日期，如 2012-05-01。',
  en: 'It should be a day that exists, such as 2012-05-01.',
};
const flagWords = { zh: '应为“是”或“否”。', en: 'It should be 是 or 否.' };
const kindWords = { zh: '应为“非公”或“公有”。', en: 'It should be 非公 or 公有.' };
const textWords = (most: number): Words => ({
  zh: `应为不超过 ${most} 个字的单行文字。`,
  en: `It should be one line of at most ${most} characters.`,
});
const unknownUnion = {
  zh: '没有这个工会，或不在本级之下；请填街道或社区工会的全称或编码。',
  en: 'There is no such union below yours: give the full name or the code of a sub-district or community union.',
};
