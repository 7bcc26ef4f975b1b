/** Whether an entry can stand (考核记录校验): its kind, ground, points and day, by the scheme. */
import { Decimal } from 'decimal.js';
import { Refused } from '../../kernel/errors';
import { ruleOf } from '../rules/rules';
import { COUNTED } from '../countable';
import { countersOf } from '../self-counting';
import { criteriaOf, type EntryKind, type SchemeDefinition } from '../scheme-types';

export type EntryKindName = 'occurrence' | 'bonus' | 'penalty' | 'veto';

/** What somebody records. */
export interface EntryGiven {
  readonly kind: EntryKindName;
  readonly criterion?: string;
  readonly ground: string;
  readonly count?: number;
  readonly points?: string;
  /** `YYYY-MM-DD`. */
  readonly occurredOn: string;
  readonly words: string;
}

interface Ground {
  readonly code: string;
  readonly name: string;
}

/** What an entry of this kind can be about. */
export function groundsOf(
  definition: SchemeDefinition,
  kind: EntryKindName,
  criterion?: string | null,
): readonly Ground[] {
  if (kind === 'bonus') return definition.bonuses?.kinds ?? [];
  if (kind === 'penalty') return definition.penalties?.kinds ?? [];
  if (kind === 'veto') return definition.vetoes ?? [];
  const found = criteriaOf(definition).find(({ criterion: each }) => each.code === criterion)?.criterion;
  return found === undefined ? [] : (ruleOf(found.rule.kind)?.grounds(found.rule) ?? []);
}

/** Throws Refused with the field that is wrong. `today` and the year of the assessment bound the day. */
export function checkEntry(definition: SchemeDefinition, given: EntryGiven, year: number, today: string): void {
  checkCriterion(definition, given);
  checkGround(definition, given);
  checkByHand(definition, given);
  checkPoints(definition, given);
  checkDay(given.occurredOn, year, today);
}

function checkCriterion(definition: SchemeDefinition, { kind, criterion }: EntryGiven): void {
  if (kind !== 'occurrence') {
    if (criterion !== undefined)
      refuse(
        'criterion',
        'entry.criterion',
        '加分、减分和一票否决不对应考核项目，此栏不填。',
        'Only an occurrence names a criterion; leave it out.',
      );
    return;
  }
  const counted = criteriaOf(definition).filter(({ criterion: { rule } }) => ruleOf(rule.kind)?.food === 'occurrences');
  if (counted.some(({ criterion: { code } }) => code === criterion)) return;
  const codes = counted.map(({ criterion: { code, name } }) => `${code} ${name}`).join('、');
  if (codes === '')
    refuse(
      'kind',
      'entry.noCounted',
      '方案中没有按次数计分的项目。',
      'The scheme has no criterion that counts occurrences.',
    );
  refuse(
    'criterion',
    'entry.criterion',
    `应为按次数计分的项目：${codes}。`,
    `Must be a criterion that counts occurrences: ${codes}.`,
  );
}

function checkGround(definition: SchemeDefinition, { kind, criterion, ground }: EntryGiven): void {
  const known = groundsOf(definition, kind, criterion);
  if (known.some(({ code }) => code === ground)) return;
  const list = known.map(({ code, name }) => `${code} ${name}`).join('、');
  if (list === '') refuse('kind', 'entry.noKind', '方案中没有这一类事项。', 'The scheme has nothing of this kind.');
  refuse('ground', 'entry.ground', `应为方案中的事项：${list}。`, `Must be one of the scheme: ${list}.`);
}

/** What the platform counts nobody records by hand (自动计数). */
function checkByHand(definition: SchemeDefinition, { kind, criterion, ground }: EntryGiven): void {
  const counted = countersOf(definition).find(
    (each) => each.kind === kind && each.criterion === (criterion ?? null) && each.ground === ground,
  );
  if (counted === undefined) return;
  const { zh, en } = COUNTED[counted.counts];
  refuse(
    'ground',
    'entry.selfCounting',
    `该事项按${zh}自动计数，不能手工记录。`,
    `The platform counts it (${en}): it is not recorded by hand.`,
  );
}

function checkPoints(definition: SchemeDefinition, { kind, ground, points, count = 1 }: EntryGiven): void {
  const kinds = kind === 'bonus' ? definition.bonuses : kind === 'penalty' ? definition.penalties : undefined;
  const of: EntryKind | undefined = kinds?.kinds.find(({ code }) => code === ground);
  if (kinds === undefined || of === undefined || of.each !== undefined) {
    if (points !== undefined)
      refuse('points', 'entry.points', '分值由方案规定，此栏不填。', 'The scheme says the points; leave them out.');
    if (kind === 'veto' && count !== 1)
      refuse('count', 'entry.count', '一票否决不计次数，应为 1。', 'A veto is not counted: 1.');
    return;
  }
  const cap = Decimal.min(of.cap, kinds.cap);
  if (points !== undefined && new Decimal(points).gt(0) && new Decimal(points).lte(cap)) return;
  const most = cap.toFixed();
  refuse(
    'points',
    'entry.points',
    `请填每次的分值，大于 0，不超过 ${most} 分。`,
    `Give the points of one, above 0 and up to ${most}.`,
  );
}

function checkDay(day: string, year: number, today: string): void {
  const [first, last] = [`${year}-01-01`, [`${year}-12-31`, today].toSorted()[0] ?? today];
  if (day >= first && day <= last) return;
  refuse('occurredOn', 'entry.day', `应在 ${first} 至 ${last} 之间。`, `Must lie between ${first} and ${last}.`);
}

function refuse(field: string, code: string, zh: string, en: string): never {
  throw new Refused(code, { zh, en }, field);
}
