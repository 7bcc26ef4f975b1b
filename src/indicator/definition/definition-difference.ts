/** What changed from one version of an indicator to another (版本差异), in words. Pure. */
import type { Words } from '../../kernel/errors';
import type { IndicatorDefinition } from './definition';

const parts = {
  name: { zh: '名称', en: 'name' },
  programme: { zh: '项目', en: 'programme' },
  about: { zh: '说明', en: 'description' },
  'measure.name': { zh: '计量内容', en: 'measure' },
  'measure.unit': { zh: '计量单位', en: 'unit' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  factor: { zh: '系数', en: 'factor' },
  decimals: { zh: '小数位', en: 'decimals' },
  direction: { zh: '方向', en: 'direction' },
  periodKind: { zh: '周期', en: 'period' },
  overTime: { zh: '按时间汇总', en: 'over time' },
  overUnions: { zh: '按工会汇总', en: 'over unions' },
  qualifier: { zh: '表述', en: 'qualifier' },
  by: { zh: '分组字段', en: 'told apart by' },
  'limits.notAbove': { zh: '不大于', en: 'not above' },
  'limits.change': { zh: '变动上限', en: 'most change' },
} as const satisfies Record<string, Words>;

export function differences(before: IndicatorDefinition, after: IndicatorDefinition): Words[] {
  return Object.entries(parts).flatMap(([part, { zh, en }]) => {
    const [was, is] = [said(before, part), said(after, part)];
    return was === is ? [] : [{ zh: `${zh}：${was} → ${is}`, en: `The ${en}: ${was} → ${is}` }];
  });
}

function said(definition: IndicatorDefinition, part: string): string {
  const value = part
    .split('.')
    .reduce<unknown>((from, key) => new Map(Object.entries(from ?? {})).get(key), definition);
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : '—';
}
