/** A value told apart (分组统计) by the field its definition names: Σ over Σ in each group. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Refused } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { fieldOf, type LedgerField } from '../../ledger/type/definition';
import { type Compiled, readingsOf } from '../definition/compile';
import { evaluate, exact, kept, rounded, valueOf } from '../expression/formula';
import type { Answer, Around } from '../sources/source';
import { answersTo } from '../sources/sources';
import { aroundIn, groundAsked, type ValueAsked } from '../value/ground';
import { aroundOf } from '../value/value.reader';
import type { IndicatorGroup, IndicatorGroups } from '../value/value.view';
import { questionOf } from '../value/valuing';
import { compiledIn } from './trace.reader';

const MOST_GROUPS = 500;

@Injectable()
export class GroupsReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound, indicator.notTold, indicator.noPeriod (422), indicator.broken (409). */
  groups(actor: Actor, id: string, asked: ValueAsked): Promise<IndicatorGroups> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { compiled } = compiledIn(ground, id, period);
      const around = aroundIn(ground);
      const { by, overUnions, overTime, periodKind } = compiled.definition;
      if (by === null || overUnions !== 'sum' || (overTime === 'mean' && periodKind !== period.kind)) throw notTold();
      const readings = readingsOf(compiled);
      const questions = readings.map((reading) => ({ ...questionOf(reading, period, 'group'), by }));
      const answers = await answersTo(tx, around, questions);
      const byKey = new Map(readings.map(({ key }, no) => [key, answers[no] ?? new Map<string, string>()]));
      const keys = [...new Set(answers.flatMap((answer) => [...answer.keys()]))].slice(0, MOST_GROUPS);
      const names = await namesOf(tx, around, compiled, by, keys);
      const items = keys.map((key) => groupOf(compiled, byKey, key, names.get(key) ?? key));
      return { ...aroundOf(period, ground.union), by, items: items.toSorted(largestFirst) };
    });
  }
}

function groupOf(
  { definition: { factor, decimals }, numerator, denominator }: Compiled,
  answers: ReadonlyMap<string, Answer>,
  key: string,
  name: string,
): IndicatorGroup {
  const read = (reading: string): string | null => answers.get(reading)?.get(key) ?? null;
  const above = evaluate(numerator.formula, read);
  const below = denominator === null ? exact(1) : evaluate(denominator.formula, read);
  const value = rounded(valueOf(factor, above, below), decimals);
  return { key, name, numerator: kept(above), denominator: denominator === null ? null : kept(below), value };
}

const largestFirst = (a: IndicatorGroup, b: IndicatorGroup): number =>
  exact(b.numerator ?? '-1').cmp(a.numerator ?? '-1') || (a.key < b.key ? -1 : 1);

async function namesOf(
  tx: EntityManager,
  { districtId, ledgers }: Around,
  compiled: Compiled,
  by: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const fields = readingsOf(compiled).flatMap(({ asked }): LedgerField[] => {
    const type = asked.source === 'ledger' ? ledgers.get(asked.ledger) : undefined;
    const field = type === undefined ? undefined : fieldOf(type.definition, by);
    return field === undefined ? [] : [field];
  });
  const choices = fields.flatMap((field) => (field.choices ?? []).map(({ code, name }) => [code, name] as const));
  if (!fields.some(({ kind }) => kind === 'union')) return new Map(choices);
  const unions: { id: string; name: string }[] = await tx.query(
    'select id, name from trade_union where district_id = $1 and id::text = any($2)',
    [districtId, keys],
  );
  return new Map([...choices, ...unions.map(({ id, name }) => [id, name] as const)]);
}

const notTold = (): Refused =>
  new Refused(
    'indicator.notTold',
    {
      zh: '指标未设分组字段，或该周期只有平均值。',
      en: 'The indicator is not told apart by a field, or is a mean in such a period.',
    },
    'period',
  );
