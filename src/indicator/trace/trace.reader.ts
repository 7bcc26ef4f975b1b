/** What stands behind a value (指标溯源): its parts, and of each part the entries, enterprises or tasks that add up to it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import { isDay, isId } from '../../http/field-rules';
import type { Period } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type Compiled, compile } from '../definition/compile';
import { versionFor, worldFor } from '../definition/known';
import type { Reading } from '../expression/formula';
import { kept, exact } from '../expression/formula';
import type { Answer, Item, Question } from '../sources/source';
import { itemsOf } from '../sources/sources';
import { aroundIn, type Ground, groundAsked, type ValueAsked } from '../value/ground';
import { planFor } from '../value/plan';
import type { UnionInReach } from '../value/unions';
import { aroundOf, itemOf } from '../value/value.reader';
import {
  answersFor,
  hasPeriod,
  type Job,
  MISSING,
  questionOf,
  questionsOf,
  scopeOf,
  stretches,
  type Worked,
  workedOut,
} from '../value/valuing';
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

  /** Two statements, and one more for each further source. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
  trace(actor: Actor, id: string, asked: ValueAsked): Promise<IndicatorTrace> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { compiled, version } = compiledIn(ground, id, period);
      const { definition, code } = compiled;
      const { union, today } = ground;
      const parts = partsOf(compiled, period, today);
      const job = { compiled, period };
      const plan = planFor(ground, period, (each) => each === code);
      const questions = [...questionsOf([job, ...plan.jobs], today), ...parts.map(({ question }) => question)];
      const answers = await answersFor(tx, aroundIn(ground), questions);
      const worked = (of: Job): Worked => workedOut(of, [union], today, answers).get(union.label) ?? MISSING;
      const live = worked(job);
      const [told] = plan.told(worked);
      const item = told ?? { id, code, version, definition, ...live, frozen: false, marks: [] };
      return {
        ...itemOf(item),
        ...aroundOf(period, union),
        factor: definition.factor,
        numeratorText: definition.numerator,
        denominatorText: definition.denominator,
        valueNow: live.value,
        parts: parts.map((part, no) => viewOf(part, no, answers(part.question), union)),
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
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { compiled } = compiledIn(ground, id, period);
      const part = partsOf(compiled, period, ground.today)[no - 1];
      if (part === undefined) throw new NotFound();
      const page = { after: after === undefined ? null : readKey(after, part.question), limit: limit + 1 };
      const rows = await itemsOf(tx, aroundIn(ground), part.question, page);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit).map(told), nextCursor: last === undefined ? null : cursorOf(last) };
    });
  }
}

/** As it holds in a period, also where it is retired by now. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
export function compiledIn({ known }: Ground, id: string, period: Period): { compiled: Compiled; version: number } {
  const indicator = known.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new NotFound();
  const version = versionFor(indicator, period);
  if (version === undefined || !hasPeriod(version.definition, period)) throw noPeriod();
  const { compiled } = compile(indicator.code, version.definition, worldFor(known, period));
  if (compiled === null) throw broken();
  return { compiled, version: version.version };
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

function viewOf({ of, period, reading }: Part, no: number, answer: Answer, union: UnionInReach): TracePart {
  const { text, unit, asked } = reading;
  const value = wholeOf(answer, union.label);
  return { no: no + 1, of, period: period.name, text, source: asked.source, unit, value };
}

/** Of a mean over unions, what all of them have together. */
function wholeOf(answer: Answer, label: string): string | null {
  const values = [...answer].filter(([key]) => key.split('.').includes(label)).map(([, value]) => exact(value));
  return values.length === 0 ? null : kept(values.reduce((sum, value) => sum.plus(value)));
}

const told = ({ key: _, ...item }: Item): TraceItems['items'][number] => item;
const cursorOf = ({ key }: Item): string => Buffer.from(key).toString('base64url');

/** Errors: cursor.unknown (422). */
function readKey(after: string, { asked }: Question): string {
  const key = Buffer.from(after, 'base64url').toString('utf8');
  const [day, id, ...rest] = key.split(' ');
  const entry = asked.source === 'ledger' && asked.measure !== 'distinct';
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
    zh: '指标所引用的台账或指标已变更，无法计算，请修改定义。',
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
