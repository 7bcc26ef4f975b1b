/** What a source (数据来源) can do: answer many questions at once, and list what stands behind one answer. */
import type { EntityManager } from 'typeorm';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { Asked } from './asked';

/** From a day (null: from ever) to a day. */
export interface Span {
  readonly from: string | null;
  readonly to: string;
}

/**
 * below: each union with all below it, as things stood when they happened; own: each union's own alone; each: the own
 * ones of all below, by path; group: one union with all below it, told apart by a field.
 */
export type Scope = 'below' | 'own' | 'each' | 'group';

export interface Question<A extends Asked = Asked> {
  readonly asked: A;
  readonly span: Span;
  readonly scope: Scope;
  /** With the scope group. */
  readonly by?: string;
}

export interface UnionAsked {
  readonly id: string;
  readonly label: string;
  /** Nothing stands below it, nor ever stood. */
  readonly leaf: boolean;
}

/** Where it is asked: for which unions, with the ledgers that are meant. */
export interface Around {
  readonly districtId: string;
  readonly unions: readonly UnionAsked[];
  readonly ledgers: ReadonlyMap<string, TypeInHand>;
}

/** Value by the union's label, its path (each) or the field's value (group); what is missing is not in it. */
export type Answer = ReadonlyMap<string, string>;

/** One thing behind an answer; the amounts add up to it. */
export interface Item {
  readonly kind: 'ledgerEntry' | 'enterprise' | 'task' | 'formReturn' | 'externalValue';
  readonly id: string;
  readonly title: string;
  /** By what it is told from others of that title; left out where the title says it. */
  readonly detail?: string | null;
  readonly unionId: string;
  readonly unionName: string;
  readonly day: string | null;
  readonly amount: string;
  /** Of a return, the form and the period it was given for. */
  readonly of?: { readonly formId: string; readonly period: string };
  /** Of what came from outside, for which period it was given and how. */
  readonly given?: {
    readonly period: string;
    /** Of the indicator it was given for. */
    readonly code: string;
    readonly by: string;
    readonly at: string;
    readonly asOf: string | null;
    readonly version: number;
  };
  /** Where the next page begins after it. */
  readonly key: string;
}

export interface Page {
  readonly after: string | null;
  readonly limit: number;
}

export interface Source<A extends Asked = Asked> {
  /** One statement for all questions. */
  answers(tx: EntityManager, around: Around, questions: readonly Question<A>[]): Promise<Answer[]>;
  items(tx: EntityManager, around: Around, question: Question<A>, page: Page): Promise<Item[]>;
}

/** `branch`, `key` and one value for each question of the branch, put back in the order of the questions. */
export interface BranchRow {
  readonly branch: number;
  readonly key: string | null;
  readonly values: readonly (string | null)[];
}

/** Questions that one branch of a statement can answer. */
export function branchesOf<A extends Asked>(
  questions: readonly Question<A>[],
  alike: (question: Question<A>) => unknown,
): number[][] {
  const branches = new Map<string, number[]>();
  for (const [no, question] of questions.entries()) {
    const key = JSON.stringify(alike(question));
    branches.set(key, [...(branches.get(key) ?? []), no]);
  }
  return [...branches.values()];
}

export function answersOf(count: number, branches: readonly number[][], rows: readonly BranchRow[]): Answer[] {
  const answers = Array.from({ length: count }, () => new Map<string, string>());
  for (const { branch, key, values } of rows)
    for (const [place, value] of values.entries()) {
      const answer = answers[branches[branch]?.[place] ?? -1];
      if (value !== null && answer !== undefined) answer.set(key ?? '', value);
    }
  return answers;
}

/** How a row is counted for unions: the key, and the condition on its path. `labels`: the parameter with the labels. */
export function scoped(scope: Scope, path: string, labels: string): { lateral: string; key: string; where: string } {
  const parts = `string_to_array(${path}::text, '.')`;
  if (scope === 'below')
    return {
      lateral: `, lateral unnest(${parts}) with ordinality as l(label, depth)`,
      key: 'l.label',
      where: `l.label = any(${labels}::text[])`,
    };
  const own = `subpath(${path}, -1)::text`;
  if (scope === 'own') return { lateral: '', key: own, where: `${own} = any(${labels}::text[])` };
  return { lateral: '', key: `${path}::text`, where: `${parts} && ${labels}::text[]` };
}
