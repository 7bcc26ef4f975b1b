/** Ledgers (台账) as a source: accepted entries, by the day they were and the union that kept them. */
import type { EntityManager } from 'typeorm';
import { toldApart } from '../../ledger/figure/figure';
import { columnOf, conditionsSql, readFilters } from '../../ledger/query/filters';
import { fieldOf, type LedgerField } from '../../ledger/type/definition';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { LedgerAsked } from './asked';
import { type Around, type Item, type Page, type Question, type Source, answersOf, branchesOf, scoped } from './source';
import { telling, tellingField, tellingSql } from './telling';

type Asks = Question<LedgerAsked>;

export const ledgerSource: Source<LedgerAsked> = {
  async answers(tx, around, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, ({ asked, span, scope, by }) => [asked.typeId, span, scope, by]);
    const parameters: unknown[] = [around.districtId];
    const sql = branches.map((numbers, no) => {
      const asks = numbers.flatMap((each) => questions[each] ?? []);
      return branchSql(no, asks, around, parameters);
    });
    return answersOf(questions.length, branches, await tx.query(sql.join('\n union all '), parameters));
  },

  items: (tx, around, question, page) =>
    question.asked.measure === 'distinct' ? different(tx, around, question, page) : entries(tx, around, question, page),
};

function branchSql(no: number, asks: readonly Asks[], around: Around, parameters: unknown[]): string {
  const [first] = asks;
  if (first === undefined) throw new Error('A branch without a question.');
  const { span, scope, by } = first;
  const type = typeOf(first, around);
  const values = asks.map(({ asked }) => `${aggregateOf(asked, type, parameters)}::text`);
  const place = placeOf(around, scope, parameters);
  const group = by === undefined ? undefined : fieldOf(type.definition, by);
  const key = group === undefined ? place.key : `coalesce(${columnOf(group, type.slots)}, '')`;
  return `select ${no} as branch, ${key} as key, array[${values.join(', ')}] as values
    from ledger_entry e${place.lateral}
    where ${withinSql(type, span, parameters)} and ${place.where} group by ${key}`;
}

/** Communities are found by the index of their own entries. */
function placeOf({ unions }: Around, scope: Asks['scope'], parameters: unknown[]): ReturnType<typeof scoped> {
  const [first, second] = unions;
  if (scope === 'below' && first !== undefined && second === undefined && !first.leaf) {
    const [key, within] = [
      `$${parameters.push(first.label)}::text`,
      `$${parameters.push(`*.${first.label}.*`)}::lquery`,
    ];
    return { lateral: '', key, where: `e.path ~ ${within}` };
  }
  if (scope === 'each' || scope === 'group' || !unions.every(({ leaf }) => leaf))
    return scoped(scope, 'e.path', `$${parameters.push(unions.map(({ label }) => label))}`);
  const ids = `$${parameters.push(unions.map(({ id }) => id))}::uuid[]`;
  return { lateral: '', key: `replace(e.union_id::text, '-', '')`, where: `e.union_id = any(${ids})` };
}

function withinSql({ id }: TypeInHand, { from, to }: Asks['span'], parameters: unknown[]): string {
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  return `e.type_id = ${given(id)} and e.district_id = $1 and e.status = 'accepted' and e.day <= ${given(to)}::date${
    from === null ? '' : ` and e.day >= ${given(from)}::date`
  }`;
}

/** null where nothing says it, which is not zero. */
function aggregateOf(asked: LedgerAsked, type: TypeInHand, parameters: unknown[]): string {
  const where = conditionsOf(asked, type, parameters);
  const only = where === '' ? '' : ` filter (where true${where})`;
  const field = fieldIn(asked, type);
  if (field === null) return `nullif(count(*)${only}, 0)`;
  if (asked.measure === 'sum') return `sum(${columnOf(field, type.slots)})${only}`;
  return `nullif(count(distinct ${toldApart(field, type.slots)})${only}, 0)`;
}

const conditionsOf = ({ filters }: LedgerAsked, { definition, slots }: TypeInHand, parameters: unknown[]): string =>
  conditionsSql(readFilters(definition, filters), slots, parameters);

function typeOf({ asked }: Asks, { ledgers }: Around): TypeInHand {
  const type = ledgers.get(asked.ledger);
  if (type === undefined) throw new Error(`The ledger ${asked.ledger} was checked, and is not at hand.`);
  return type;
}

function fieldIn({ field }: LedgerAsked, { definition }: TypeInHand): LedgerField | null {
  return field === null ? null : (fieldOf(definition, field) ?? null);
}

/** Entries, the latest first, each with what it adds. */
async function entries(tx: EntityManager, around: Around, asks: Asks, { after, limit }: Page): Promise<Item[]> {
  const type = typeOf(asks, around);
  const field = fieldIn(asks.asked, type);
  const parameters: unknown[] = [around.districtId];
  const place = placeOf(around, asks.scope === 'below' ? 'each' : asks.scope, parameters);
  const where = `${withinSql(type, asks.span, parameters)} and ${place.where}${conditionsOf(asks.asked, type, parameters)}`;
  const amount = field === null ? '1' : columnOf(field, type.slots);
  const [day, id] = after?.split(' ') ?? [];
  const on =
    day === undefined ? '' : ` and (e.day, e.id) < ($${parameters.push(day)}::date, $${parameters.push(id)}::uuid)`;
  const main = tellingField(type.definition);
  const items: Item[] = await tx.query(
    `with page as materialized (
       select e.id, e.union_id, e.day, ${amount} as amount, ${tellingSql(main)} as detail from ledger_entry e
       where ${where} and ${amount} is not null${on} order by e.day desc, e.id desc limit $${parameters.push(limit)})
     select 'ledgerEntry' as kind, p.id, $${parameters.push(type.name)}::text as title, p.detail, p.union_id as "unionId",
       u.name as "unionName", p.day::text as day, trim_scale(p.amount::numeric)::text as amount, p.day || ' ' || p.id as key
     from page p join trade_union u on u.district_id = $1 and u.id = p.union_id order by p.day desc, p.id desc`,
    parameters,
  );
  return items.map((item) => ({ ...item, detail: telling(main, item.detail ?? null) }));
}

/** Different ones, each once with its latest entry. */
async function different(tx: EntityManager, around: Around, asks: Asks, { after, limit }: Page): Promise<Item[]> {
  const type = typeOf(asks, around);
  const field = fieldIn(asks.asked, type);
  if (field === null) throw new Error('A distinct count has a field.');
  const parameters: unknown[] = [around.districtId];
  const place = placeOf(around, asks.scope === 'below' ? 'each' : asks.scope, parameters);
  const where = `${withinSql(type, asks.span, parameters)} and ${place.where}${conditionsOf(asks.asked, type, parameters)}`;
  const told = toldApart(field, type.slots);
  const named = field.kind === 'enterprise' || field.kind === 'person';
  const title = named ? `e.given->'${field.key}'->>'name'` : `e.given->>'${field.key}'`;
  const on = after === null ? '' : ` and (${told}) collate "C" > $${parameters.push(after)}`;
  return tx.query(
    `with things as (
       select distinct on (${told} collate "C") ${told} collate "C" as thing, ${title} as title, e.id, e.union_id, e.day from ledger_entry e
       where ${where} and ${told} is not null${on}
       order by ${told} collate "C", e.day desc, e.id desc limit $${parameters.push(limit)})
     select 'ledgerEntry' as kind, t.id, t.title, t.union_id as "unionId", u.name as "unionName", t.day::text as day,
       '1' as amount, t.thing as key
     from things t join trade_union u on u.district_id = $1 and u.id = t.union_id order by t.thing`,
    parameters,
  );
}
