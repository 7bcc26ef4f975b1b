/** What changes from one version of a target to another (目标差异), in words. Pure. */
import type { Words } from '../kernel/errors';
import type { TargetDefinition } from './target-definition';

/** `names`: of the unions that have a part. */
export function targetDifferences(
  before: TargetDefinition,
  after: TargetDefinition,
  names: ReadonlyMap<string, string>,
): Words[] {
  const union = (id: string): string => names.get(id) ?? id;
  return [
    ...changed('目标值', 'The target', before.value, after.value),
    ...changed('基数', 'The baseline', baselineOf(before), baselineOf(after)),
    ...parts(
      before.unions.map(({ unionId, value }) => [union(unionId), value]),
      after.unions.map(({ unionId, value }) => [union(unionId), value]),
    ),
    ...parts(
      before.periods.map(({ period, value }) => [period, value]),
      after.periods.map(({ period, value }) => [period, value]),
    ),
    ...changed('缺口原因', 'Why the parts fall short', before.shortfallReason, after.shortfallReason),
  ];
}

export const unionsIn = (definitions: readonly TargetDefinition[]): string[] => [
  ...new Set(definitions.flatMap(({ unions }) => unions.map(({ unionId }) => unionId))),
];

function parts(before: readonly (readonly [string, string])[], after: readonly (readonly [string, string])[]): Words[] {
  const [was, is] = [new Map(before), new Map(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    changed(name, name, was.get(name) ?? null, is.get(name) ?? null),
  );
}

const baselineOf = ({ baseline }: TargetDefinition): string | null =>
  baseline === null ? null : `${baseline.value}（${baseline.period ?? baseline.source}）`;

const changed = (zh: string, en: string, was: string | null, is: string | null): Words[] =>
  was === is ? [] : [{ zh: `${zh}：${was ?? '—'} → ${is ?? '—'}`, en: `${en}: ${was ?? '—'} → ${is ?? '—'}` }];
