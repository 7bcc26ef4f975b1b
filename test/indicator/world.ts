/** The ready ledgers and a form of two versions as a world for expressions to refer to. */
import type { FormCell, FormDefinition } from '../../src/form/definition/definition';
import type { IndicatorDefinition } from '../../src/indicator/definition/definition';
import type { FormInWorld, World } from '../../src/indicator/expression/world';
import { TEMPLATES } from '../../src/ledger/templates/templates';
import { withSlots } from '../../src/ledger/type/slots';

const cell = (key: string, unit: string, kind: FormCell['kind'] = 'whole'): FormCell => ({
  ...{ key, name: key, unit, kind, required: true },
});
const definition = (...cells: readonly FormCell[]): FormDefinition => ({
  ...{ name: '会员统计半年报', programme: 'S05', about: '', cells, rules: [] },
  owedBy: { tiers: ['community'], under: [], unions: [] },
  moments: { opensAfter: 0, dueAfter: 5, locksAfter: null },
});

/** Half-yearly from 2014 on; from 2025 on without `drivers`, from 2027 on without `men` and with `young`. */
export const membersForm: FormInWorld = {
  ...{
    id: '00000000-0000-7000-8000-00000000f001',
    code: 'members',
    name: '会员统计半年报',
    periodKind: 'half',
    until: null,
  },
  versions: [
    { version: 3, since: '2027-01-01', definition: definition(cell('members', '人'), cell('young', '人')) },
    {
      version: 2,
      since: '2025-01-01',
      definition: definition(
        ...[cell('members', '人'), cell('men', '人'), cell('fees', '元', 'money'), cell('rate', '%', 'percent')],
      ),
    },
    { version: 1, since: '2014-01-01', definition: definition(cell('members', '人'), cell('drivers', '人')) },
  ],
};

export const readyWorld = (indicators: Record<string, IndicatorDefinition> = {}): World => ({
  since: '2026-01-01',
  forms: new Map([[membersForm.code, membersForm]]),
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
