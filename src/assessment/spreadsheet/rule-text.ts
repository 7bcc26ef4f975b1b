/** A rule's parameters as text in a cell and back (规则参数): what was written reads as the same rule. */
import type { Words } from '../../kernel/errors';
import { type Clause, clausesOf, quoted, writtenClause } from './clauses';
import { RULE_WORDS, type RuleWords, type ValueKind } from './rule-words';

/** Counted once and never again: the most is the points of one. */
const ONCE = '只扣一次';

export type Plain = Readonly<Record<string, unknown>>;

/** Throws where the rule is of no known kind. */
export function ruleText(rule: Plain, codeBase: string): string {
  const words = wordsOf(rule['kind']);
  const reserved = Object.keys(words.values);
  const entries = listText(words, rule, codeBase, reserved);
  const values = Object.entries(words.values).flatMap(([name, { at, is }]) => {
    const value = valueAt(rule, at);
    return value === undefined ? [] : [`${name}=${valueText(value, is)}`];
  });
  return [...entries, ...values].join('；');
}

function listText({ list }: RuleWords, rule: Plain, codeBase: string, reserved: readonly string[]): string[] {
  if (list === undefined) return [];
  const entries = rule[list.at] as readonly (Plain | string)[];
  return entries.map((entry, no) => {
    if (typeof entry === 'string') return entry;
    if (list.of === 'steps') return `≥${String(entry[list.from])}=${String(entry[list.to])}`;
    if (list.of === 'values') return String(entry);
    const extras = Object.entries(list.extra).flatMap(([name, { at, is }]) =>
      entry[at] === undefined ? [] : [[name, valueText(entry[at], is)] as const],
    );
    return writtenClause({
      ...(entry['code'] === codeFor(codeBase, no) ? {} : { code: String(entry['code']) }),
      left: quoted(String(entry['name']), reserved),
      right: String(entry['points']),
      extras,
    });
  });
}

/** The rule that a cell says, and what is wrong with it in words. What only the scheme's check can see passes here. */
export function ruleFromText(kind: string, text: string, codeBase: string): { rule: Plain; wrong: Words[] } {
  const words = wordsOf(kind);
  const rule: Record<string, unknown> = { kind };
  const clauses = clausesOf(text);
  if (clauses === undefined) {
    return { rule, wrong: [{ zh: '引号或方括号没有配对。', en: 'A quotation mark or bracket is left open.' }] };
  }
  const wrong: Words[] = [];
  const entries: unknown[] = [];
  for (const clause of clauses) {
    const named = clause.quoted || clause.code !== undefined ? undefined : words.values[clause.left];
    if (named !== undefined) {
      if (valueAt(rule, named.at) !== undefined) wrong.push(twice(clause.left));
      setAt(rule, named.at, valueOf(clause.right ?? '', named.is));
      continue;
    }
    const entry = entryOf(words, clause, codeFor(codeBase, entries.length));
    if (entry === undefined) wrong.push(unreadable(clause, words));
    else entries.push(entry);
  }
  if (words.list !== undefined) rule[words.list.at] = entries;
  return { rule, wrong };
}

/** One entry of the rule's list; undefined where the clause is none. */
function entryOf({ list }: RuleWords, { code, left, quoted: name, right, extras }: Clause, own: string): unknown {
  if (list === undefined) return undefined;
  if (list.of === 'values') return right === undefined ? figure(left) : undefined;
  if (right === undefined || right === '') return undefined;
  if (list.of === 'steps') {
    const from = /^(?:≥|>=|＞＝)?\s*([\d.]+)\s*[%％]?$/u.exec(left)?.[1];
    return from === undefined || extras.length > 0 ? undefined : { [list.from]: from, [list.to]: figure(right) };
  }
  if (left === '' && !name) return undefined;
  const entry: Record<string, unknown> = { code: code ?? own, name: left, points: figure(right) };
  for (const [word, value] of extras) {
    if (word === ONCE) {
      for (const { at, is } of Object.values(list.extra)) if (is === 'decimal') entry[at] = entry['points'];
      continue;
    }
    const extra = list.extra[word];
    if (extra === undefined) return undefined;
    entry[extra.at] = valueOf(value, extra.is);
  }
  return entry;
}

/** The code of a ground or kind that a clerk gave none: it hangs on the criterion's own. */
const codeFor = (base: string, no: number): string => `${base.slice(0, 36)}-${no + 1}`;

const figure = (text: string): string => text.replace(/\s*[%％分]$/u, '');

function valueOf(text: string, is: ValueKind): unknown {
  if (is === 'decimal') return figure(text);
  if (is === 'whole') return /^\d{1,6}$/.test(text) ? Number(text) : text;
  if (is === 'flag') return text === '是' ? true : text === '否' ? false : text;
  return is[text] ?? text;
}

function valueText(value: unknown, is: ValueKind): string {
  if (is === 'flag') return value === true ? '是' : '否';
  if (typeof is === 'string') return String(value);
  return Object.entries(is).find(([, each]) => each === value)?.[0] ?? String(value);
}

function valueAt(rule: Plain, at: string): unknown {
  return at.split('.').reduce<unknown>((within, key) => (within as Plain | undefined)?.[key], rule);
}

function setAt(rule: Record<string, unknown>, at: string, value: unknown): void {
  const [first = '', second] = at.split('.');
  if (second === undefined) rule[first] = value;
  else rule[first] = { ...(rule[first] as Plain | undefined), [second]: value };
}

function wordsOf(kind: unknown): RuleWords {
  const words = typeof kind === 'string' && Object.hasOwn(RULE_WORDS, kind) ? RULE_WORDS[kind] : undefined;
  if (words === undefined) throw new RangeError(`no words for the rule ${String(kind)}`);
  return words;
}

const twice = (name: string): Words => ({ zh: `“${name}”写了两次。`, en: `“${name}” is written twice.` });

const unreadable = ({ left }: Clause, { word, sample }: RuleWords): Words => ({
  zh: `看不懂“${left}”，${word}应写成：${sample}。`,
  en: `“${left}” cannot be read; write it like this: ${sample}.`,
});
