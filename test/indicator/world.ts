/** The ready ledgers as a world for expressions to refer to. */
import type { IndicatorDefinition } from '../../src/indicator/definition/definition';
import type { World } from '../../src/indicator/expression/world';
import { TEMPLATES } from '../../src/ledger/templates/templates';
import { withSlots } from '../../src/ledger/type/slots';

export const readyWorld = (indicators: Record<string, IndicatorDefinition> = {}): World => ({
  ledgers: new Map(
    TEMPLATES.map(({ code, definition }, no) => [
      code,
      {
        id: `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`,
        code,
        name: definition.name,
        programme: definition.programme,
        version: 1,
        retired: false,
        slots: withSlots({}, definition.fields),
        definition,
      },
    ]),
  ),
  indicators: new Map(Object.entries(indicators)),
});
