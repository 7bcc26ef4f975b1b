/** The parts of a value (数据来源): one for each reading and stretch of time, with what adds up to it. */
import type { EntityManager } from 'typeorm';
import { isDay, isId } from '../../http/field-rules';
import { NotFound, Refused } from '../../kernel/errors';
import type { Period } from '../../kernel/period';
import type { Compiled } from '../definition/compile';
import { exact, kept, type Reading } from '../expression/formula';
import type { Answer, Around, Item, Question } from '../sources/source';
import { notGiven } from '../sources/external';
import { lackingIn } from '../sources/form';
import type { Lacking } from '../sources/lacking';
import { isOf, itemsOf } from '../sources/sources';
import type { Ground } from '../value/ground';
import { type Answers, questionOf, scopeOf, stretches } from '../value/valuing';
import type { TraceItems, TracePart } from '../value/value.view';

interface Part {
  readonly of: 'numerator' | 'denominator';
  readonly period: Period;
  readonly reading: Reading;
  readonly question: Question;
}

export interface PartAsked {
  /** From 1. */
  readonly part: number;
  readonly after?: string;
  readonly limit: number;
}

export function partsOf(compiled: Compiled, period: Period, today: string): Part[] {
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

/** Each with what it says, and of what is read from forms or comes from outside who gave nothing. */
export async function partViews(
  tx: EntityManager,
  ground: Ground,
  parts: readonly Part[],
  answers: Answers,
): Promise<TracePart[]> {
  const questions = parts.map(({ question }) => question);
  const lacking = await lackingOf(tx, ground, questions);
  return parts.map(({ of, period, reading: { text, unit, asked }, question }, no) => {
    const value = wholeOf(answers(question), ground.union.label);
    const who = lacking.get(question);
    return {
      ...{ no: no + 1, of, period: period.name, text, source: asked.source, unit, value },
      lacking: who === undefined ? null : { ...who, names: [...who.names] },
    };
  });
}

/** One statement for forms, one for what comes from outside. */
async function lackingOf(
  tx: EntityManager,
  { districtId, union: { id: unionId }, known }: Ground,
  questions: readonly Question[],
): Promise<ReadonlyMap<Question, Lacking | undefined>> {
  const [forms, external] = [questions.filter(isOf('form')), questions.filter(isOf('external'))];
  const since = new Map(
    known.indicators.flatMap(({ code, versions }) => versions.map(({ holdsFrom }) => [code, holdsFrom])),
  );
  const owed = forms.length === 0 ? [] : await lackingIn(tx, { districtId, unionId, forms: known.forms }, forms);
  const given = external.length === 0 ? [] : await notGiven(tx, { districtId, unionId, since }, external);
  return new Map<Question, Lacking | undefined>([
    ...forms.map((question, no) => [question, owed[no]] as const),
    ...external.map((question, no) => [question, given[no]] as const),
  ]);
}

/** What adds up to one of them, by cursor. Errors: notFound, cursor.unknown (422). */
export async function partItems(
  tx: EntityManager,
  around: Around,
  parts: readonly Part[],
  { part: no, after, limit }: PartAsked,
): Promise<TraceItems> {
  const part = parts[no - 1];
  if (part === undefined) throw new NotFound();
  const page = { after: after === undefined ? null : readKey(after, part.question), limit: limit + 1 };
  const rows = await itemsOf(tx, around, part.question, page);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(told), nextCursor: last === undefined ? null : cursorOf(last) };
}

/** Of a mean over unions, what all of them have together. */
function wholeOf(answer: Answer, label: string): string | null {
  const values = [...answer].filter(([key]) => key.split('.').includes(label)).map(([, value]) => exact(value));
  return values.length === 0 ? null : kept(values.reduce((sum, value) => sum.plus(value)));
}

const told = ({ key: _, of, detail, given, ...item }: Item): TraceItems['items'][number] => ({
  ...item,
  of: of ?? null,
  detail: detail ?? null,
  given: given ?? null,
});
const cursorOf = ({ key }: Item): string => Buffer.from(key).toString('base64url');

/** Errors: cursor.unknown (422). */
function readKey(after: string, { asked }: Question): string {
  const key = Buffer.from(after, 'base64url').toString('utf8');
  const [day, id, ...rest] = key.split(' ');
  const entry =
    ['form', 'external'].includes(asked.source) || (asked.source === 'ledger' && asked.measure !== 'distinct');
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
