/** Reads an expression (算式): parsed by acorn as text only, then every kind of node but a few is refused with its place. Pure. */
import { type AnyNode, type CallExpression, type Expression, type Node as Parsed, parseExpressionAt } from 'acorn';
import type { Place, Words } from '../../kernel/errors';
import { Mistake } from './mistake';
import type { Call, Node, Operator } from './syntax';

export const LONGEST = 1_000;
const DEEPEST = 40;
const NUMBER = /^\d{1,15}(\.\d{1,6})?$/;
const operators: ReadonlySet<string> = new Set<Operator>(['+', '-', '*', '/']);

/** Errors: Mistake, at the first thing that is wrong. */
export function parse(source: string): Node {
  const tree = treeOf(source);
  const rest = /\S/.exec(source.slice(tree.end));
  if (rest !== null) throw new Mistake('unread', UNREAD, placeAt(source, tree.end + rest.index));
  return nodeOf(source, tree, 0);
}

function treeOf(source: string): Expression {
  const comment = (_block: boolean, _text: string, start: number): void => {
    throw new Mistake('comment', COMMENT, placeAt(source, start));
  };
  const options = { ecmaVersion: 2022, sourceType: 'module', locations: true, preserveParens: true } as const;
  try {
    return parseExpressionAt(source, 0, { ...options, onComment: comment });
  } catch (error) {
    if (error instanceof Mistake) throw error;
    if (error instanceof RangeError) throw new Mistake('deep', DEEP, { line: 1, column: 1 });
    if (error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number')
      throw new Mistake('unread', UNREAD, placeAt(source, error.pos));
    throw error;
  }
}

function nodeOf(source: string, parsed: AnyNode, depth: number): Node {
  const place = placeOf(parsed);
  if (depth > DEEPEST) throw new Mistake('deep', DEEP, place);
  const read = (each: AnyNode): Node => nodeOf(source, each, depth + 1);
  switch (parsed.type) {
    case 'ParenthesizedExpression':
      return read(parsed.expression);
    case 'UnaryExpression':
      if (parsed.operator !== '-') throw refused(parsed);
      return { kind: 'negative', of: read(parsed.argument), place };
    case 'BinaryExpression':
      if (!isOperator(parsed.operator)) throw refused(parsed);
      return { kind: 'binary', operator: parsed.operator, left: read(parsed.left), right: read(parsed.right), place };
    case 'Literal':
      if (typeof parsed.value === 'string') return { kind: 'text', value: parsed.value, place };
      if (typeof parsed.value === 'boolean') return { kind: 'flag', value: parsed.value, place };
      if (!NUMBER.test(parsed.raw ?? '')) throw refused(parsed);
      return { kind: 'number', value: parsed.raw ?? '', place };
    case 'ArrayExpression':
      return { kind: 'list', items: parsed.elements.map((each) => (each === null ? hole(parsed) : read(each))), place };
    case 'ObjectExpression':
      return { kind: 'record', entries: parsed.properties.map((each) => entryOf(each, read)), place };
    case 'CallExpression':
      return callOf(source, parsed, read);
    default:
      throw refused(parsed);
  }
}

function callOf(source: string, parsed: CallExpression, read: (each: AnyNode) => Node): Call {
  if (parsed.optional) throw refused(parsed);
  const { callee } = parsed;
  const text = source.slice(parsed.start, parsed.end);
  const call = (name: string): Call => ({
    kind: 'call',
    name,
    args: parsed.arguments.map(read),
    text,
    place: placeOf(parsed),
  });
  if (callee.type === 'Identifier') return call(callee.name);
  const plain = callee.type === 'MemberExpression' && !callee.computed && !callee.optional;
  if (!plain || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') throw refused(callee);
  return call(`${callee.object.name}.${callee.property.name}`);
}

function entryOf(parsed: AnyNode, read: (each: AnyNode) => Node): readonly [string, Node] {
  const plain = parsed.type === 'Property' && parsed.kind === 'init' && !parsed.computed;
  if (!plain || parsed.method || parsed.shorthand) throw refused(parsed);
  if (parsed.key.type === 'Identifier') return [parsed.key.name, read(parsed.value)];
  if (parsed.key.type !== 'Literal' || typeof parsed.key.value !== 'string') throw refused(parsed.key);
  return [parsed.key.value, read(parsed.value)];
}

const isOperator = (operator: string): operator is Operator => operators.has(operator);
const hole = (parsed: Parsed): never => {
  throw refused(parsed);
};
const refused = (parsed: Parsed): Mistake => new Mistake('refused', REFUSED, placeOf(parsed));
const placeOf = ({ loc }: Parsed): Place => ({ line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 });

/** Lines and columns from 1. */
function placeAt(source: string, position: number): Place {
  const before = source.slice(0, position).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const UNREAD: Words = { zh: '算式从这里起无法识读。', en: 'The expression cannot be read from here on.' };
const COMMENT: Words = { zh: '算式中不能写注释。', en: 'An expression holds no comments.' };
const DEEP: Words = { zh: `算式嵌套不能超过 ${DEEPEST} 层。`, en: `An expression is nested ${DEEPEST} deep at most.` };
const REFUSED: Words = {
  zh: '算式只能由数字、加减乘除、括号和取数函数组成。',
  en: 'An expression is made of numbers, + - * /, brackets and the functions that are offered.',
};
