/** Arguments of a call (函数参数): words, and plain data for filters. Pure. */
import type { Place } from '../../kernel/errors';
import { Mistake } from './mistake';
import type { Call, Node } from './syntax';

/** Errors: Mistake where there are fewer or more. */
export function requireArguments(call: Call, least: number, most: number): void {
  const surplus = call.args[most];
  if (surplus === undefined && call.args.length >= least) return;
  const many = least === most ? `${least}` : `${least}–${most}`;
  const words = { zh: `${call.name} 应有 ${many} 个参数。`, en: `${call.name} takes ${many} arguments.` };
  throw new Mistake('arguments', words, surplus?.place ?? call.place);
}

/** Errors: Mistake where it is no text. */
export function textOf(node: Node): string {
  if (node.kind === 'text') return node.value;
  throw new Mistake('text', { zh: '此处应为加引号的文字。', en: 'Words in quotes should stand here.' }, node.place);
}

/** One of a few words. Errors: Mistake. */
export function wordOf<T extends string>(node: Node, words: readonly T[]): T {
  const text = textOf(node);
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const list = words.map((word) => `'${word}'`);
  throw new Mistake(
    'word',
    { zh: `应为以下之一：${list.join('、')}。`, en: `It should be one of: ${list.join(', ')}.` },
    node.place,
  );
}

/** A record by key, each with its place. Errors: Mistake where it is no record or a key stands twice. */
export function recordOf(node: Node): Map<string, Node> {
  if (node.kind !== 'record') {
    const words = { zh: '此处应为花括号中的条件。', en: 'Conditions in braces should stand here.' };
    throw new Mistake('record', words, node.place);
  }
  const entries = new Map(node.entries);
  if (entries.size === node.entries.length) return entries;
  throw new Mistake('twice', { zh: '同一条件写了两次。', en: 'A condition stands twice.' }, node.place);
}

/** Only these keys. Errors: Mistake. */
export function requireKeys(entries: ReadonlyMap<string, Node>, known: readonly string[]): void {
  for (const [key, { place }] of entries) if (!known.includes(key)) throw unknownKey(place, known);
}

const unknownKey = (place: Place, known: readonly string[]): Mistake =>
  new Mistake(
    'condition',
    { zh: `条件只能是：${known.join('、')}。`, en: `A condition can be: ${known.join(', ')}.` },
    place,
  );

/** Numbers as they are written, texts, flags, lists and records of them. Errors: Mistake for anything else. */
export function dataOf(node: Node): unknown {
  if (node.kind === 'number' || node.kind === 'text' || node.kind === 'flag') return node.value;
  if (node.kind === 'list') return node.items.map(dataOf);
  if (node.kind === 'record') return Object.fromEntries([...recordOf(node)].map(([key, each]) => [key, dataOf(each)]));
  if (node.kind === 'negative' && node.of.kind === 'number') return `-${node.of.value}`;
  throw new Mistake('data', { zh: '此处应为确定的值。', en: 'A plain value should stand here.' }, node.place);
}
