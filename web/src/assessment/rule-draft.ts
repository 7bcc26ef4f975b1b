/** The rule of a criterion as it is typed: what was typed for one kind is still there when another was looked at. */
import type { Over, Rule } from './definition';
import { newKey } from './lists';
import { fractionOf, numberText, percentOf } from './sums';
import { type CountingDraft, countingDraftOf, countingOf, notCounted } from './self-counting';

export interface BandDraft {
  readonly id: string;
  readonly atLeast: string;
  readonly points: string;
}

export interface StepDraft {
  readonly id: string;
  readonly at: string;
  readonly coefficient: string;
}

/** A ground of a deduction or a kind of a counted thing. */
export interface GroundDraft extends CountingDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly points: string;
  /** The most it counts for; empty without a limit. */
  readonly limit: string;
}

export interface RuleDraft {
  readonly kind: Rule['kind'];
  readonly over: Over;
  /** Percent of the target at which full marks are reached. */
  readonly fullAt: string;
  readonly beyond: 'no' | 'yes';
  readonly beyondPer: string;
  readonly beyondPoints: string;
  readonly beyondCap: string;
  readonly bands: readonly BandDraft[];
  readonly atLeast: string;
  readonly from: string;
  readonly per: string;
  /** Off for each step below. */
  readonly off: string;
  readonly floor: string;
  readonly wholeSteps: 'no' | 'yes';
  readonly base: string;
  readonly challenge: string;
  readonly basePoints: string;
  readonly steps: readonly StepDraft[];
  readonly grounds: readonly GroundDraft[];
  /** The points of the places, as typed, one after the other. */
  readonly places: string;
  readonly rest: string;
  readonly ties: 'same' | 'mean';
  readonly min: string;
}

export const newBand = (): BandDraft => ({ id: newKey(), atLeast: '', points: '' });
export const newStep = (): StepDraft => ({ id: newKey(), at: '', coefficient: '' });

/** A further ground, numbered on. */
export function newGround(before: readonly GroundDraft[]): GroundDraft {
  const taken = new Set(before.map(({ code }) => code));
  let no = before.length + 1;
  while (taken.has(String(no))) no += 1;
  return { id: newKey(), code: String(no), name: '', points: '', limit: '', ...notCounted };
}

export const newRule = (): RuleDraft => ({
  kind: 'proportional',
  over: 'completion',
  fullAt: '100',
  beyond: 'no',
  beyondPer: '10',
  beyondPoints: '',
  beyondCap: '',
  bands: [newBand()],
  atLeast: '',
  from: '100',
  per: '1',
  off: '',
  floor: '',
  wholeSteps: 'no',
  base: '',
  challenge: '',
  basePoints: '',
  steps: [newStep()],
  grounds: [newGround([])],
  places: '',
  rest: '',
  ties: 'same',
  min: '',
});

/** What the rule takes, over what was typed for other kinds. */
export function ruleDraft(rule: Rule): RuleDraft {
  const fresh = { ...newRule(), kind: rule.kind, over: ('over' in rule ? rule.over : undefined) ?? 'completion' };
  switch (rule.kind) {
    case 'proportional': {
      const { fullAt = '1', beyond } = rule;
      const { per: beyondPer = '10', points: beyondPoints = '', cap: beyondCap = '' } = beyond ?? {};
      return { ...fresh, fullAt: percentOf(fullAt), beyond: beyond ? 'yes' : 'no', beyondPer, beyondPoints, beyondCap };
    }
    case 'bands':
      return { ...fresh, bands: rule.bands.map((band) => ({ ...band, id: newKey() })) };
    case 'threshold':
      return { ...fresh, atLeast: rule.atLeast };
    case 'shortfall': {
      const { from, per, points: off, floor = '', wholeSteps } = rule;
      return { ...fresh, from, per, off, floor, wholeSteps: wholeSteps === true ? 'yes' : 'no' };
    }
    case 'interval':
      return { ...fresh, base: rule.base, challenge: rule.challenge, basePoints: rule.basePoints ?? '' };
    case 'coefficients':
      return { ...fresh, steps: rule.steps.map((step) => ({ ...step, id: newKey() })) };
    case 'deduction':
      return {
        ...fresh,
        floor: rule.floor ?? '',
        grounds: rule.grounds.map(({ code, name, points, most, ...counting }) => ({
          ...{ id: newKey(), code, name, points, limit: most ?? '', ...countingDraftOf(counting) },
        })),
      };
    case 'counted':
      return {
        ...fresh,
        grounds: rule.kinds.map(({ code, name, points, cap, ...counting }) => ({
          ...{ id: newKey(), code, name, points, limit: cap ?? '', ...countingDraftOf(counting) },
        })),
      };
    case 'rank':
      return { ...fresh, places: rule.points.join('、'), rest: rule.rest ?? '', ties: rule.ties ?? 'same' };
    case 'relative':
      return fresh;
    default:
      return { ...fresh, min: rule.min ?? '' };
  }
}

/** Numbers as people list them. */
const numbersIn = (typed: string): string[] =>
  typed
    .split(/[、，;；\s]|,(?!\d{3}\b)/)
    .map(numberText)
    .filter((each) => each !== '');

const given = <K extends string>(key: K, typed: string): { [key in K]?: string } =>
  typed.trim() === '' ? {} : ({ [key]: numberText(typed) } as { [key in K]: string });

/** As the API takes it; what is no number goes to it as typed, for it to say so. */
export function ruleOf(draft: RuleDraft): Rule {
  const { kind, grounds } = draft;
  const over = draft.over === 'completion' ? {} : { over: draft.over };
  switch (kind) {
    case 'proportional':
      return { kind, ...over, ...fullAtOf(draft), ...beyondOf(draft) };
    case 'bands': {
      const bands = draft.bands.map(({ atLeast, points }) => ({
        atLeast: numberText(atLeast),
        points: numberText(points),
      }));
      return { kind, ...over, bands };
    }
    case 'threshold':
      return { kind, ...over, atLeast: numberText(draft.atLeast) };
    case 'shortfall': {
      const { from, per, off, floor, wholeSteps } = draft;
      const whole = wholeSteps === 'yes' ? { wholeSteps: true } : {};
      const numbers = { from: numberText(from), per: numberText(per), points: numberText(off) };
      return { kind, ...over, ...numbers, ...given('floor', floor), ...whole };
    }
    case 'interval': {
      const { base, challenge, basePoints } = draft;
      const numbers = { base: numberText(base), challenge: numberText(challenge) };
      return { kind, ...over, ...numbers, ...given('basePoints', basePoints) };
    }
    case 'coefficients': {
      const steps = draft.steps.map(({ at, coefficient }) => ({
        at: numberText(at),
        coefficient: numberText(coefficient),
      }));
      return { kind, ...over, steps };
    }
    case 'deduction':
      return {
        kind,
        grounds: grounds.map((each) => ({ ...groundOf(each), ...given('most', each.limit) })),
        ...given('floor', draft.floor),
      };
    case 'counted':
      return { kind, kinds: grounds.map((each) => ({ ...groundOf(each), ...given('cap', each.limit) })) };
    case 'rank': {
      const ties = draft.ties === 'mean' ? { ties: draft.ties } : {};
      return { kind, ...over, points: numbersIn(draft.places), ...given('rest', draft.rest), ...ties };
    }
    case 'relative':
      return { kind, ...over };
    default:
      return { kind, ...given('min', draft.min) };
  }
}

const groundOf = ({ code, name, points, counts, every }: GroundDraft) => ({
  code: code.trim(),
  name: name.trim(),
  points: numberText(points),
  ...countingOf({ counts, every }),
});

const fullAtOf = ({ fullAt }: RuleDraft) => (fractionOf(fullAt) === '1' ? {} : { fullAt: fractionOf(fullAt) });

function beyondOf({ beyond, beyondPer, beyondPoints, beyondCap }: RuleDraft) {
  if (beyond === 'no') return {};
  const [per, points, cap] = [beyondPer, beyondPoints, beyondCap].map(numberText);
  return { beyond: { per: per ?? '', points: points ?? '', cap: cap ?? '' } };
}

/** What feeds a rule: it decides who may score, and whether tasks are asked for. */
export type Feeding = 'tasks' | 'statement' | 'occurrences' | 'points';

export function feedingOf({ kind, over }: Pick<RuleDraft, 'kind' | 'over'>): Feeding {
  if (kind === 'manual') return 'points';
  if (kind === 'deduction' || kind === 'counted') return 'occurrences';
  return over === 'stated' ? 'statement' : 'tasks';
}
