/** What is found in a return (审核结果): rules that do not hold, cells left out, values unlike the union's own. Pure. */
import { Decimal } from 'decimal.js';
import { sum } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { cellOf, type FormCell, type FormDefinition, type FormRule, type Severity } from '../definition/definition';
import type { CellValues, Said } from './cell-values';
import { isOutlier } from './outlier';

export interface Finding {
  readonly kind: FormRule['kind'] | 'missing' | 'outlier';
  /** The rule, or the cell that is missing or unlike. */
  readonly key: string;
  /** hard: refused; soft: needs a word; mark: only shown. */
  readonly severity: Severity | 'mark';
  readonly words: Words;
  /** The word that was given to it. */
  readonly said: string | null;
}

export interface Earlier {
  /** Of the period directly before; null where the union gave none. */
  readonly before: CellValues | null;
  /** Of its last periods, any order, the one before among them. */
  readonly past: readonly CellValues[];
}

export function findingsOf(
  definition: FormDefinition,
  { values, missing, words }: { readonly values: CellValues; readonly missing: Said; readonly words: Said },
  { before, past }: Earlier,
): Finding[] {
  const broken = definition.rules.flatMap((rule): Finding[] => {
    const found = rule.kind === 'change' ? changed(definition, rule, values, before) : unfit(definition, rule, values);
    if (found === null) return [];
    return [{ kind: rule.kind, key: rule.key, severity: rule.severity, words: found, said: words[rule.key] ?? null }];
  });
  const cells = definition.cells.flatMap((cell): Finding[] => {
    const [{ key, required }, value] = [cell, values[cell.key]];
    if (value === undefined)
      return required
        ? [{ kind: 'missing', key, severity: 'soft', words: leftOut(cell), said: missing[key] ?? null }]
        : [];
    const own = past.flatMap((each) => (each[key] === undefined ? [] : [each[key]]));
    return isOutlier(value, own) ? [{ kind: 'outlier', key, severity: 'mark', words: unlike(cell), said: null }] : [];
  });
  return [...broken, ...cells];
}

/** What keeps a return from being handed in. */
export const standsAgainst = ({ severity, said }: Finding): boolean =>
  severity === 'hard' || (severity === 'soft' && said === null);

/** All that stands against handing it in, where it is to be mended. */
export const refusalsOf = (definition: FormDefinition, findings: readonly Finding[]): FieldError[] =>
  findings.filter(standsAgainst).map((finding) => ({
    field: placeOf(definition, finding),
    code: `return.${finding.kind}`,
    words: finding.words,
  }));

/** Where the fault is to be mended: at a cell, or by a word. */
function placeOf({ rules }: FormDefinition, { kind, key, severity }: Finding): string {
  if (kind === 'missing' || severity !== 'hard') return `${kind === 'missing' ? 'missing' : 'words'}.${key}`;
  const rule = rules.find((each) => each.key === key);
  return `values.${rule?.part ?? rule?.whole ?? key}`;
}

/** A part beyond its whole, or parts that do not make it; not judged where one of them is missing. */
function unfit(definition: FormDefinition, rule: FormRule, values: CellValues): Words | null {
  const parts = rule.kind === 'part' ? [rule.part ?? ''] : (rule.parts ?? []);
  const whole = values[rule.whole ?? ''];
  const given = parts.flatMap((key) => (values[key] === undefined ? [] : [values[key]]));
  if (whole === undefined || given.length < parts.length) return null;
  const all = sum(given);
  if (rule.kind === 'part' ? all.lte(whole) : all.eq(whole)) return null;
  const [names, of] = [parts.map((key) => nameOf(definition, key)), nameOf(definition, rule.whole ?? '')];
  return rule.kind === 'part'
    ? {
        zh: `“${names[0]}”${all.toFixed()} 不应大于“${of}”${whole}。`,
        en: `“${names[0]}” (${all.toFixed()}) should not be larger than “${of}” (${whole}).`,
      }
    : {
        zh: `“${names.join('”+“')}”合计 ${all.toFixed()}，应等于“${of}”${whole}。`,
        en: `“${names.join('” + “')}” make ${all.toFixed()} and should make “${of}” (${whole}).`,
      };
}

/** Beyond so many percent of the value before; from zero every change is beyond. */
function changed(
  definition: FormDefinition,
  { cell = '', percent = '0' }: FormRule,
  values: CellValues,
  before: CellValues | null,
): Words | null {
  const [now, then] = [values[cell], before?.[cell]];
  if (now === undefined || then === undefined) return null;
  const change = new Decimal(now).minus(then).abs();
  if (change.times(100).lte(new Decimal(then).abs().times(percent))) return null;
  const name = nameOf(definition, cell);
  return {
    zh: `“${name}”由上期 ${then} 变为 ${now}，变化超过 ${percent}%，请说明原因。`,
    en: `“${name}” went from ${then} to ${now}, by more than ${percent} %: say why.`,
  };
}

const nameOf = (definition: FormDefinition, key: string): string => cellOf(definition, key)?.name ?? key;

const leftOut = ({ name }: FormCell): Words => ({
  zh: `“${name}”未填报，请填报或说明缺报原因。`,
  en: `“${name}” is left out: give it, or say why it is missing.`,
});

const unlike = ({ name }: FormCell): Words => ({
  zh: `“${name}”与本单位前几期相差较大。`,
  en: `“${name}” is unlike the union's own last periods.`,
});
