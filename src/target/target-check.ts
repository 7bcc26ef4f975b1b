/** Whether a target can be set so (目标审查): baseline, parts by union and by period, and a reason where they fall short. */
import type { EntityManager } from 'typeorm';
import type { IndicatorDefinition } from '../indicator/definition/definition';
import { indicatorValues } from '../indicator/value/indicator-values';
import { hasPeriod } from '../indicator/value/valuing';
import { fits, plain } from '../kernel/decimal';
import { DomainError, type FieldError } from '../kernel/errors';
import { isShorter, type Period, readPeriod } from '../kernel/period';
import type { Baseline, TargetDefinition, Way } from './target-definition';
import { checkParts, isShort, type PartCheck, type PartRule, periodRule, unionRule } from './target-rules';
import type { TargetDefinitionDto } from './target.dto';

export interface Subject {
  readonly districtId: string;
  readonly code: string;
  readonly indicator: IndicatorDefinition;
  readonly unionId: string;
  readonly period: Period;
  readonly direction: Way;
}

const belowSql = `
  select id from trade_union where district_id = $1 and parent_id = $2 and id = any($3::uuid[])
    and (closed_on is null or closed_on > app_today())`;

/** Errors: target.definition (422) with everything that is wrong. */
export async function readDefinition(
  tx: EntityManager,
  subject: Subject,
  given: TargetDefinitionDto,
): Promise<TargetDefinition> {
  const { definition, errors } = await examine(tx, subject, given);
  if (errors.length > 0) throw new DomainError('refused', 'target.definition', WRONG, errors);
  return definition;
}

export interface Examined {
  readonly definition: TargetDefinition;
  readonly unionCheck: PartCheck | null;
  readonly periodCheck: PartCheck | null;
  readonly errors: readonly FieldError[];
}

/** What would be set, how its parts go together, and everything that is wrong with it. */
export async function examine(tx: EntityManager, subject: Subject, given: TargetDefinitionDto): Promise<Examined> {
  const below: { id: string }[] = await tx.query(belowSql, [
    subject.districtId,
    subject.unionId,
    given.unions.map(({ unionId }) => unionId),
  ]);
  const { baseline, errors } = await readBaseline(tx, subject, given.baseline);
  const periods = given.periods
    .map((part) => ({ ...part, period: nameOf(part.period) }))
    .toSorted((a, b) => (startOf(a.period) < startOf(b.period) ? -1 : 1));
  const { value, unions, shortfallReason } = given;
  errors.push(...faultsOf(subject, given, new Set(below.map(({ id }) => id))));
  const { indicator, direction } = subject;
  const check = (rule: PartRule, parts: readonly { value: string }[]): PartCheck | null =>
    checkParts(
      rule,
      direction,
      value,
      parts.map((part) => part.value),
    );
  const unionCheck = check(unionRule(indicator), unions);
  const periodCheck = check(periodRule(indicator), periods);
  const short = [unionCheck, periodCheck].find(isShort);
  if (short != null && shortfallReason === null) errors.push(lacking(short.together, short.shortfall));
  return { definition: { value, baseline, unions, periods, shortfallReason }, unionCheck, periodCheck, errors };
}

async function readBaseline(
  tx: EntityManager,
  { districtId, code, unionId, period }: Subject,
  given: TargetDefinitionDto['baseline'],
): Promise<{ baseline: Baseline | null; errors: FieldError[] }> {
  if (given === null) return { baseline: null, errors: [] };
  const { value, source } = given;
  if (given.period === null)
    return value === null || source === null
      ? { baseline: null, errors: [wrong('baseline.source', 'target.baselineStated', ...STATED)] }
      : { baseline: { value, period: null, source }, errors: [] };
  const earlier = readPeriod(given.period);
  if (value !== null || source !== null || earlier === null || earlier.to >= period.from)
    return { baseline: null, errors: [wrong('baseline.period', 'target.baselinePeriod', ...EARLIER)] };
  const [found] = await indicatorValues(tx, districtId, unionId, earlier, [code]);
  if (found?.value == null)
    return { baseline: null, errors: [wrong('baseline.period', 'target.baselineMissing', ...MISSING)] };
  const read = { value: plain(found.value), period: earlier.name, source: `${earlier.name} 的指标值` };
  return { baseline: read, errors: [] };
}

function faultsOf(
  { indicator, period, unionId: _ }: Subject,
  { value, unions, periods }: TargetDefinitionDto,
  below: ReadonlySet<string>,
): FieldError[] {
  const errors: FieldError[] = [];
  const written = (field: string, said: string): void => {
    if (!fits(said, indicator.decimals)) errors.push(decimals(field, indicator.decimals));
  };
  written('value', value);
  for (const [no, part] of unions.entries()) {
    written(`unions[${no}].value`, part.value);
    if (!below.has(part.unionId)) errors.push(wrong(`unions[${no}].unionId`, 'notFound', ...BELOW));
    if (unions.findIndex(({ unionId }) => unionId === part.unionId) < no)
      errors.push(wrong(`unions[${no}].unionId`, 'target.twice', ...TWICE));
  }
  const kind = readPeriod(periods[0]?.period ?? '')?.kind;
  for (const [no, part] of periods.entries()) {
    written(`periods[${no}].value`, part.value);
    const found = readPeriod(part.period);
    const inside = found !== null && found.from >= period.from && found.to <= period.to;
    if (!inside || found.kind !== kind || !isShorter(found.kind, period.kind) || !hasPeriod(indicator, found))
      errors.push(wrong(`periods[${no}].period`, 'target.partPeriod', ...INSIDE));
    if (periods.findIndex((each) => nameOf(each.period) === nameOf(part.period)) < no)
      errors.push(wrong(`periods[${no}].period`, 'target.twice', ...TWICE));
  }
  return errors;
}

const nameOf = (name: string): string => readPeriod(name)?.name ?? name;
const startOf = (name: string): string => readPeriod(name)?.from ?? '';
const wrong = (field: string, code: string, zh: string, en: string): FieldError => ({
  field: `definition.${field}`,
  code,
  words: { zh, en },
});
const decimals = (field: string, most: number): FieldError =>
  wrong(field, 'target.decimals', `最多保留 ${most} 位小数。`, `At most ${most} decimals.`);
const lacking = (together: string, shortfall: string): FieldError =>
  wrong(
    'shortfallReason',
    'target.shortfall',
    `分解后合计（最低）为 ${together}，比目标低 ${shortfall}，请补足或说明原因。`,
    `The parts make ${together}, ${shortfall} short of the target: make them up, or say why not.`,
  );

const WRONG = { zh: '目标设置有误，请按提示修改。', en: 'The target cannot be set so.' };
const STATED = ['未取自周期时，应同时填写基数与来源。', 'A stated baseline has a value and a source.'] as const;
const EARLIER = [
  '应为早于目标周期的周期，且不另填数值与来源。',
  'It should be a period before the target’s, without a value or source beside it.',
] as const;
const MISSING = ['指标在该周期没有值，请填写基数与来源。', 'The indicator has no value there: state one.'] as const;
const BELOW = ['应为未撤销的直接下级工会。', 'It should be a union directly below that is not closed.'] as const;
const TWICE = ['只能出现一次。', 'It appears once.'] as const;
const INSIDE = [
  '应为目标周期内同一种更短的周期，且指标有该周期的值。',
  'It should be a shorter period in the target’s, all of one kind, for which the indicator has values.',
] as const;
