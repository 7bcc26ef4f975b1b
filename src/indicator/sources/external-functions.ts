/** `external.value`: what programs of other systems give for an indicator (外部数据), by unions of a tier. Pure. */
import { type Tier, tiers } from '../../kernel/actor';
import { requireArguments, wordOf } from '../expression/arguments';
import type { IndicatorDefinition } from '../definition/definition';
import { Mistake } from '../expression/mistake';
import { parse } from '../expression/parse';
import type { Call } from '../expression/syntax';
import type { IndicatorAround, World } from '../expression/world';
import type { ExternalAsked } from './asked';

export const EXTERNAL = 'external.value';

/** `('community')`: of the indicator in whose definition it stands; the unions of these tiers give it. */
function read(
  call: Call,
  _world: World,
  { periodKind, code, unit }: IndicatorAround,
): { asked: ExternalAsked; unit: string | null } {
  requireArguments(call, 1, tiers.length);
  const given = call.args.map((each) => wordOf(each, tiers));
  const twice = call.args.find((_, no) => given.indexOf(given[no] ?? 'district') !== no);
  if (twice !== undefined) throw new Mistake('twice', TWICE, twice.place);
  const counted = unit === '' ? null : unit;
  const from: Tier[] = tiers.filter((tier) => given.includes(tier));
  return { asked: { source: 'external', code, periodKind, tiers: from, unit: counted }, unit: counted };
}

export const externalFunctions = { [EXTERNAL]: read };

/** What is given from outside for an indicator; null where it is worked out of something else. */
export function externalOf(code: string, definition: IndicatorDefinition): ExternalAsked | null {
  const { numerator, measure, periodKind } = definition;
  const node = parse(numerator);
  if (node.kind !== 'call' || node.name !== EXTERNAL) return null;
  return read(node, NOWHERE, { periodKind, code, unit: measure.unit }).asked;
}

/** It refers to nothing. */
const NOWHERE: World = { since: '', ledgers: new Map(), forms: new Map(), indicators: new Map() };
const TWICE = { zh: '同一层级写了两次。', en: 'A tier stands twice.' };
