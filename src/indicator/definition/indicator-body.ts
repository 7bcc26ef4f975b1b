/** An indicator as it is told (指标公告). Pure. */
import type { IndicatorBody } from '../../events/indicator-body';
import type { IndicatorDefinition } from './definition';

export function bodyOf(found: {
  id: string;
  code: string;
  version: number;
  definition: IndicatorDefinition;
}): IndicatorBody {
  const { id, code, version, definition } = found;
  const { name, programme, measure, decimals, direction, qualifier, periodKind } = definition;
  const about = { name, programme, unit: measure.unit, decimals, direction, qualifier, periodKind };
  return { indicatorId: id, code, ...about, version };
}
