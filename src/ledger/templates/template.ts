/** Ready ledgers (台账模板): a definition to begin with, and how the annual report's figures follow from it. Pure. */
import type { FigureAsked } from '../figure/figure';
import type { Choice, LedgerDefinition, LedgerField, PersonalPart } from '../type/definition';

/** A figure of the annual report that is worked out of this ledger. */
export interface TemplateFigure extends Omit<FigureAsked, 'by'> {
  readonly code: string;
  readonly name: string;
  readonly filters?: object;
}

export interface LedgerTemplate {
  readonly code: string;
  readonly definition: LedgerDefinition;
  readonly figures: readonly TemplateFigure[];
}

type Given = Partial<Omit<LedgerField, 'key' | 'name' | 'kind'>>;
type Kind = LedgerField['kind'];

const field = (kind: Kind, key: string, name: string, given: Given = {}): LedgerField => ({
  key,
  name,
  kind,
  required: true,
  listed: true,
  ...given,
});

export const text = (key: string, name: string, given?: Given): LedgerField =>
  field('text', key, name, { maxLength: 100, ...given });
/** Several lines, not in the list. */
export const note = (key: string, name: string, given?: Given): LedgerField =>
  field('text', key, name, { multiline: true, maxLength: 2000, required: false, listed: false, ...given });
export const whole = (key: string, name: string, unit: string, given?: Given): LedgerField =>
  field('whole', key, name, { unit, min: '0', ...given });
export const money = (key: string, name: string, given?: Given): LedgerField =>
  field('money', key, name, { unit: '元', min: '0', ...given });
export const day = (key: string, name: string, given?: Given): LedgerField => field('day', key, name, given);
export const file = (key: string, name: string, given?: Given): LedgerField =>
  field('file', key, name, { required: false, listed: false, ...given });
export const union = (key: string, name: string, given?: Given): LedgerField => field('union', key, name, given);
export const enterprise = (key: string, name: string, given?: Given): LedgerField =>
  field('enterprise', key, name, given);
export const person = (key: string, name: string, asks: readonly PersonalPart[] = [], given?: Given): LedgerField =>
  field('person', key, name, { asks, ...given });

/** `['visit', '慰问']` is a code and its name. */
export const choice = (
  key: string,
  name: string,
  choices: readonly (readonly [string, string])[],
  given?: Given,
): LedgerField =>
  field('choice', key, name, { choices: choices.map(([code, label]): Choice => ({ code, name: label })), ...given });

export const YES_NO = [
  ['yes', '是'],
  ['no', '否'],
] as const;

type Rest = Partial<Pick<LedgerDefinition, 'whereField' | 'acceptance' | 'evidence'>>;

/** Accepted from above, with evidence where there is some, unless it says otherwise. */
export const template = (
  code: string,
  [programme, name, about]: readonly [string, string, string],
  fields: readonly LedgerField[],
  whenField: string | null,
  { figures = [], ...rest }: Rest & { figures?: readonly TemplateFigure[] } = {},
): LedgerTemplate => ({
  code,
  definition: {
    name,
    programme,
    about,
    fields,
    whenField,
    whereField: null,
    acceptance: true,
    evidence: 'optional',
    ...rest,
  },
  figures,
});

export const count = (code: string, name: string, filters?: object): TemplateFigure => ({
  code,
  name,
  measure: 'count',
  ...(filters === undefined ? {} : { filters }),
});
export const sum = (code: string, name: string, of: string, filters?: object): TemplateFigure => ({
  ...count(code, name, filters),
  measure: 'sum',
  field: of,
});
export const distinct = (code: string, name: string, of: string, filters?: object): TemplateFigure => ({
  ...count(code, name, filters),
  measure: 'distinct',
  field: of,
});
