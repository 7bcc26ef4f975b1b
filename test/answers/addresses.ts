/** What stands in the addresses of the API: the things of one union, by the nouns before them. */
import type { Belongings } from './furnished-district';

/** What stands in a path and belongs to nobody. */
export const nobodys: Record<string, string> = {
  criterion: 'B1',
  day: '2026-05-06',
  kind: 'task',
  key: 'digest',
  no: '1',
  office: 'ZZ',
  version: '1',
  period: '2026-06',
  code: 'town-union',
  template: 'honours',
  source: 'province',
  number: 'N1',
};

/** What a path means by a noun, where it is not the thing of that name: published results, and appeals to be decided. */
function meant(path: string, noun: string): string {
  if (!/publications|appeals/.test(path)) return noun;
  if (noun === 'evidence') return path.includes('/assessments/') ? 'evidence to decide on' : 'evidence of an appeal';
  if (noun === 'appeals') return path.includes('/assessments/') ? 'appeals to decide' : noun;
  return noun === 'assessments' ? 'published' : noun;
}

/** What a path means by a noun: entries and their evidence differ by what they stand under. */
function under(path: string, noun: string): string {
  const above = ['self-scores', 'entries', 'orders', 'verifications', 'ledger-entries'].find(
    (each) => each !== noun && path.includes(`/${each}/`),
  );
  return `${above}/${noun}`;
}

/** The belongings that a path asks for, by the noun before each parameter. */
export function idsFor(path: string, owner: Belongings): string[] {
  return [...path.matchAll(/(?<=([\w-]+|\})\/)\{(\w+)\}/g)].map(([, noun, name]) => {
    const id =
      nobodys[name ?? ''] ??
      owner[under(path, noun ?? '')] ??
      owner[name === 'assessmentId' && noun === 'score-sheets' ? 'assessed' : meant(path, noun ?? '')];
    if (id === undefined) throw new Error(`The story knows no ${noun} of a neighbour: ${path}`);
    return id;
  });
}

/** What ids of a body are called, and the thing of the district that stands for each. */
const nouns: Readonly<Record<string, string>> = {
  unionId: 'unions',
  parentId: 'unions',
  taskId: 'tasks',
  schemeId: 'schemes',
  indicatorId: 'indicators',
  ledgerId: 'ledgers',
  formId: 'forms',
  assessmentId: 'assessments',
};

/** The same with ids of the district instead of those that were made up for the document. */
export function withIds(node: unknown, owner: Belongings): unknown {
  if (Array.isArray(node)) return node.map((each) => withIds(each, owner));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      const id = owner[nouns[name] ?? ''];
      return [name, typeof value === 'string' && id !== undefined ? id : withIds(value, owner)];
    }),
  );
}
