/** What an expression can be made of (可用数据与函数), ready to be put into it: everything offered here is right as it stands. Pure. */
import { addsUp, type FormCell } from '../../form/definition/definition';
import { decimalsOf, type LedgerField } from '../../ledger/type/definition';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import { tiers } from '../../kernel/actor';
import type { Words } from '../../kernel/errors';
import { tierWords } from '../../organization/tier';
import { type FormInWorld, versionsFrom, type World } from '../expression/world';

export interface Offer {
  /** As it is put into the expression. */
  readonly text: string;
  /** null: it goes with any. */
  readonly unit: string | null;
  readonly words: Words;
}

export interface OfferGroup {
  readonly source: 'ledger' | 'form' | 'register' | 'tasks' | 'external' | 'indicator' | 'function';
  /** Of the ledger or form. */
  readonly code: string | null;
  readonly words: Words;
  readonly calls: readonly Offer[];
  /** What the calls of this group can be narrowed to, as the inside of the braces. */
  readonly conditions: readonly Offer[];
  /** The fields by which what it says can be told apart (分组). */
  readonly fields: readonly Offer[];
}

/** `programme`: for which tasks are offered. */
export function offersIn({ ledgers, forms, indicators, since }: World, programme: string): OfferGroup[] {
  const types = [...ledgers.values()].toSorted((a, b) =>
    `${a.programme} ${a.code}` < `${b.programme} ${b.code}` ? -1 : 1,
  );
  return [
    ...types.map(ledgerGroup),
    ...[...forms.values()].map((form) => formGroup(form, since)),
    REGISTER,
    tasksGroup(programme),
    EXTERNAL,
    {
      ...{ source: 'indicator', code: null, words: said('其他指标', 'Other indicators'), ...NOTHING },
      calls: [...indicators]
        .filter(([, { overUnions, overTime }]) => overUnions === 'sum' && overTime !== 'mean')
        .map(([code, { name, measure }]) => offer(`indicator(${quoted(code)})`, measure.unit, said(name, name))),
    },
    FUNCTIONS,
  ];
}

function ledgerGroup({ code, retired, definition }: TypeInHand): OfferGroup {
  const { name, fields } = definition;
  const at = quoted(code);
  const numbers = fields.filter((field) => decimalsOf(field) !== null);
  const told = fields.filter(({ kind }) => apart.has(kind));
  return {
    source: 'ledger',
    code,
    words: said(retired ? `${name}（已停用）` : name, retired ? `${name} (retired)` : name),
    calls: [
      offer(`ledger.count(${at})`, null, said('条数', 'Number of entries')),
      ...numbers.map((field) =>
        offer(
          `ledger.sum(${at}, ${quoted(field.key)})`,
          field.unit ?? null,
          said(`${field.name}合计`, `Sum of ${field.name}`),
        ),
      ),
      ...told.map((field) =>
        offer(
          `ledger.distinct(${at}, ${quoted(field.key)})`,
          null,
          said(`不同${field.name}的个数`, `Different ones of ${field.name}`),
        ),
      ),
    ],
    conditions: fields.flatMap(conditionsOf),
    fields: fields
      .filter(({ kind }) => kind === 'choice' || kind === 'union')
      .map((field) => offer(field.key, null, said(field.name, field.name))),
  };
}

/** Every cell that there is in the period or later, as its latest version says. */
function formGroup({ code, name, ...form }: FormInWorld, since: string): OfferGroup {
  const cells = new Map<string, FormCell>();
  for (const { definition } of versionsFrom({ code, name, ...form }, since))
    for (const cell of definition.cells) if (!cells.has(cell.key)) cells.set(cell.key, cell);
  const at = quoted(code);
  return {
    ...{ source: 'form', code, words: said(name, name), ...NOTHING },
    calls: [...cells.values()].flatMap((cell) => [
      ...(addsUp(cell)
        ? [offer(`form.sum(${at}, ${quoted(cell.key)})`, cell.unit, said(`${cell.name}合计`, `Sum of ${cell.name}`))]
        : []),
      offer(
        `form.count(${at}, ${quoted(cell.key)})`,
        null,
        said(`填报${cell.name}的单位数`, `Unions that gave ${cell.name}`),
      ),
    ]),
  };
}

const apart: ReadonlySet<LedgerField['kind']> = new Set(['text', 'choice', 'union', 'enterprise', 'person']);

const conditionsOf = ({ key, name, kind, choices = [] }: LedgerField): Offer[] =>
  kind === 'file'
    ? []
    : [
        ...choices.map((choice) =>
          offer(`${key}: ${quoted(choice.code)}`, null, said(`${name}：${choice.name}`, `${name}: ${choice.name}`)),
        ),
        offer(`${key}: {missing: false}`, null, said(`${name}：已填写`, `${name}: filled in`)),
      ];

const offer = (text: string, unit: string | null, words: Words): Offer => ({ text, unit, words });
const said = (zh: string, en: string): Words => ({ zh, en });
const quoted = (text: string): string => (/^[^'"\\\n]*$/.test(text) ? `'${text}'` : JSON.stringify(text));

const bases = [
  ['verified', said('核实口径', 'verified')],
  ['gross', said('毛口径', 'gross')],
] as const;

const onBases = (call: string, unit: string, { zh, en }: Words): Offer[] =>
  bases.map(([basis, words]) =>
    offer(call.replace('…', basis), unit, said(`${zh}（${words.zh}）`, `${en} (${words.en})`)),
  );

const NOTHING = { conditions: [], fields: [] };

const REGISTER: OfferGroup = {
  source: 'register',
  code: null,
  words: said('企业库', 'Enterprise register'),
  calls: [
    ...onBases("register.count('preset', '…')", '家', said('应建会企业', 'Enterprises that should have a union')),
    ...onBases("register.count('unionized', '…')", '家', said('已建会企业', 'Enterprises with a union')),
    offer("register.count('excluded')", '家', said('核销企业', 'Enterprises ruled out')),
    ...onBases("register.sum('workers', '…')", '人', said('职工数', 'Workers')),
    ...onBases("register.sum('members', '…')", '人', said('会员数', 'Members')),
  ],
  conditions: [
    offer("kind: 'non_public'", null, said('非公企业', 'Non-public enterprises')),
    offer("kind: 'public'", null, said('公有企业', 'Public enterprises')),
  ],
  fields: [],
};

const tasksGroup = (programme: string): OfferGroup => ({
  source: 'tasks',
  code: null,
  words: said('工作任务', 'Work tasks'),
  calls: [
    offer(
      `tasks.sum('done', {programme: ${quoted(programme)}})`,
      null,
      said('已完成（已审核）', 'Done, as far as accepted'),
    ),
    offer(`tasks.sum('target', {programme: ${quoted(programme)}})`, null, said('任务目标', 'Targets of tasks')),
    offer(`tasks.count({programme: ${quoted(programme)}})`, null, said('任务数', 'Number of tasks')),
  ],
  ...NOTHING,
});

const EXTERNAL: OfferGroup = {
  source: 'external',
  code: null,
  words: said('外部数据（由其他系统写入）', 'From outside (given by other systems)'),
  calls: tiers
    .toReversed()
    .map((tier) =>
      offer(
        `external.value(${quoted(tier)})`,
        null,
        said(`各${tierWords[tier].zh}的数值`, `A value of each ${tierWords[tier].en}`),
      ),
    ),
  ...NOTHING,
};

const FUNCTIONS: OfferGroup = {
  source: 'function',
  code: null,
  words: said('其他函数', 'Other functions'),
  calls: [
    offer('orZero(1)', null, said('没有数据时按 0 计', 'Zero where nothing is said')),
    offer("as(1, '人次')", '人次', said('换一个计量单位', 'Counted in another unit')),
  ],
  ...NOTHING,
};
