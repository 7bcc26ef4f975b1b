/** What stands behind a value (指标溯源): its parts, and of each part the entries, enterprises or tasks that add up to it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import { isDay, isId } from '../../http/field-rules';
import type { Period } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type Compiled, compile } from '../definition/compile';
import { type Known, knownIn, versionFor, worldFor } from '../definition/known';
import type { Reading } from '../expression/formula';
import { kept, exact } from '../expression/formula';
import type { Answer, Around, Item, Question } from '../sources/source';
import { type Lacking, lackingIn } from '../sources/form';
import { answersTo, isOf, itemsOf } from '../sources/sources';
import { type IndicatorValueNow, indicatorValues } from '../value/indicator-values';
import type { UnionInReach } from '../value/unions';
import { aroundOf, askedFor, itemOf, type ValueAsked } from '../value/value.reader';
import { hasPeriod, questionOf, scopeOf, stretches, workOut } from '../value/valuing';
import type { IndicatorTrace, TraceItems, TracePart } from '../value/value.view';

interface Part {
  readonly of: 'numerator' | 'denominator';
  readonly period: Period;
  readonly reading: Reading;
  readonly question: Question;
}

@Injectable()
export class TraceReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
  trace(actor: Actor, id: string, asked: ValueAsked): Promise<IndicatorTrace> {
    return this.deeds.transaction(async (tx) => {
      const { period, union } = await askedFor(tx, actor, asked);
      const found = await compiledIn(tx, actor.districtId, id, period);
      const { compiled, around, today } = await placed(tx, actor, found, union);
      const parts = partsOf(compiled, period, today);
      const answers = await answersTo(
        tx,
        around,
        parts.map(({ question }) => question),
      );
      const forms = parts.flatMap(({ question }) => (isOf('form')(question) ? [question] : []));
      const missing = await lackingIn(
        tx,
        { districtId: actor.districtId, unionId: union.id, forms: found.known.forms },
        forms,
      );
      const lacking = new Map<Question, Lacking | undefined>(forms.map((question, no) => [question, missing[no]]));
      const [now] = await workOut(tx, around, [{ compiled, period }], today);
      const live = now?.get(union.label) ?? { numerator: null, denominator: null, value: null };
      const [told] = await indicatorValues(tx, actor.districtId, union.id, period, [compiled.code]);
      const { definition, code } = compiled;
      const item: IndicatorValueNow = told ?? {
        id,
        code,
        version: found.version,
        definition,
        ...live,
        frozen: false,
        marks: [],
      };
      return {
        ...itemOf(item),
        ...aroundOf(period, union),
        factor: definition.factor,
        numeratorText: definition.numerator,
        denominatorText: definition.denominator,
        valueNow: live.value,
        parts: parts.map((part, no) => viewOf(part, no, answers[no], union, lacking.get(part.question) ?? null)),
      };
    });
  }

  /** The list of one part, by cursor. Errors as above, cursor.unknown (422). */
  items(
    actor: Actor,
    id: string,
    { part: no, after, limit, ...asked }: ValueAsked & { part: number; after?: string; limit: number },
  ): Promise<TraceItems> {
    return this.deeds.transaction(async (tx) => {
      const { period, union } = await askedFor(tx, actor, asked);
      const found = await compiledIn(tx, actor.districtId, id, period);
      const { compiled, around, today } = await placed(tx, actor, found, union);
      const part = partsOf(compiled, period, today)[no - 1];
      if (part === undefined) throw new NotFound();
      const page = { after: after === undefined ? null : readKey(after, part.question), limit: limit + 1 };
      const rows = await itemsOf(tx, around, part.question, page);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit).map(told), nextCursor: last === undefined ? null : cursorOf(last) };
    });
  }
}

interface Found {
  readonly known: Known;
  readonly compiled: Compiled;
  readonly version: number;
}

/** As it holds in a period, also where it is retired by now. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
export async function compiledIn(tx: EntityManager, districtId: string, id: string, period: Period): Promise<Found> {
  const known = await knownIn(tx, districtId);
  const indicator = known.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new NotFound();
  const version = versionFor(indicator, period);
  if (version === undefined || !hasPeriod(version.definition, period)) throw noPeriod();
  const { compiled } = compile(indicator.code, version.definition, worldFor(known, period));
  if (compiled === null) throw broken();
  return { known, compiled, version: version.version };
}

export async function placed(
  tx: EntityManager,
  { districtId }: Actor,
  { known, compiled }: Found,
  union: UnionInReach,
): Promise<{ compiled: Compiled; around: Around; today: string }> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return { compiled, around: { districtId, unions: [union], ledgers: known.ledgers }, today };
}

function partsOf(compiled: Compiled, period: Period, today: string): Part[] {
  const { definition, numerator, denominator } = compiled;
  const scope = scopeOf(definition);
  const sides = [
    ...numerator.readings.map((reading) => ({ of: 'numerator' as const, reading })),
    ...(denominator?.readings ?? []).map((reading) => ({ of: 'denominator' as const, reading })),
  ];
  return stretches(definition, period, today).flatMap((stretch) =>
    sides.map(({ of, reading }) => ({ of, reading, period: stretch, question: questionOf(reading, stretch, scope) })),
  );
}

function viewOf(
  { of, period, reading }: Part,
  no: number,
  answer: Answer | undefined,
  union: UnionInReach,
  lacking: Lacking | null,
): TracePart {
  const { text, unit, asked } = reading;
  const value = answer === undefined ? null : wholeOf(answer, union.label);
  return {
    no: no + 1,
    of,
    period: period.name,
    text,
    source: asked.source,
    unit,
    value,
    lacking: lacking === null ? null : { ...lacking, names: [...lacking.names] },
  };
}

/** Of a mean over unions, what all of them have together. */
function wholeOf(answer: Answer, label: string): string | null {
  const values = [...answer].filter(([key]) => key.split('.').includes(label)).map(([, value]) => exact(value));
  return values.length === 0 ? null : kept(values.reduce((sum, value) => sum.plus(value)));
}

const told = ({ key: _, of, detail, ...item }: Item): TraceItems['items'][number] => ({
  ...item,
  of: of ?? null,
  detail: detail ?? null,
});
const cursorOf = ({ key }: Item): string => Buffer.from(key).toString('base64url');

/** Errors: cursor.unknown (422). */
function readKey(after: string, { asked }: Question): string {
  const key = Buffer.from(after, 'base64url').toString('utf8');
  const [day, id, ...rest] = key.split(' ');
  const entry = asked.source === 'form' || (asked.source === 'ledger' && asked.measure !== 'distinct');
  const thing = asked.source === 'ledger' && asked.measure === 'distinct';
  const right = thing
    ? key !== '' && !key.includes('\0')
    : entry
      ? isDay(day) && isId(id) && rest.length === 0
      : isId(key);
  if (right) return key;
  const words = {
    zh: '翻页标记无效，请使用上一页返回的 nextCursor。',
    en: 'This cursor is not one of ours: give the nextCursor of the page before.',
  };
  throw new Refused('cursor.unknown', words, 'after');
}

const broken = (): Conflict =>
  new Conflict('indicator.broken', {
    zh: '指标所引用的台账、报表或指标已变更，无法计算，请修改定义。',
    en: 'What the indicator refers to has changed: it cannot be worked out until its definition is.',
  });
const noPeriod = (): Refused =>
  new Refused(
    'indicator.noPeriod',
    {
      zh: '指标在该周期没有值：尚未起用，或周期类型不符。',
      en: 'It has no value for the period: not yet defined, or of another kind.',
    },
    'period',
  );
