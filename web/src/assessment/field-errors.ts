/** Where the API's field errors belong: `definition.parts[0].criteria[2].marks` is a field of one criterion, wherever it moves. */
import type { FieldProblem } from '../api/client';
import { type CriterionDraft, type NodeDraft, type PartDraft, type SchemeDraft } from './scheme-draft';
import { termsKey } from './terms-errors';

export interface Told {
  /** By `<key of the part, criterion or row>.<field>`, or by `title`, `year`, `fullMarks`, `parts`, `bonuses.cap` … */
  readonly fields: ReadonlyMap<string, string>;
  /** What belongs to no field of the form. */
  readonly rest: readonly string[];
}

export const nothingTold: Told = { fields: new Map(), rest: [] };

/** `say` chooses the words: the API's own, unless the form asks for the value in another way than the API does. */
export function tellFields(
  errors: readonly FieldProblem[],
  draft: SchemeDraft,
  say: (error: FieldProblem) => string,
): Told {
  const fields = new Map<string, string>();
  const rest: string[] = [];
  for (const error of errors) {
    const key = keyOf(error.field, draft);
    if (key === undefined) rest.push(say(error));
    else fields.set(key, [fields.get(key), say(error)].filter(Boolean).join(' '));
  }
  return { fields, rest };
}

export function withoutField(told: Told, key: string): Told {
  if (!told.fields.has(key)) return told;
  return { ...told, fields: new Map([...told.fields].filter(([other]) => other !== key)) };
}

function keyOf(field: string, draft: SchemeDraft): string | undefined {
  if (field === 'title' || field === 'year') return field;
  const [, path] = /^definition\.(.+)$/.exec(field) ?? [];
  if (path === undefined) return undefined;
  if (path === 'fullMarks' || path === 'parts') return path;
  const [, no, inPart] = /^parts\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  if (inPart === undefined) return termsKey(path, draft);
  const part = draft.parts[Number(no)];
  return part && keyIn(part, inPart);
}

const partFields = ['code', 'name', 'marks', 'weight', 'criteria'];
const groupFields = ['code', 'name', 'marks', 'note', 'criteria'];

function keyIn(owner: PartDraft | NodeDraft, path: string): string | undefined {
  if (!('criteria' in owner)) return criterionKey(owner, path);
  const [, no, inner] = /^criteria\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  if (inner === undefined) return known(owner.id, path, 'weight' in owner ? partFields : groupFields);
  const node = owner.criteria[Number(no)];
  return node && keyIn(node, inner);
}

const rows: Readonly<Record<string, 'bands' | 'steps' | 'grounds'>> = {
  bands: 'bands',
  steps: 'steps',
  grounds: 'grounds',
  kinds: 'grounds',
};
const rowFields = ['atLeast', 'points', 'at', 'coefficient', 'code', 'name', 'limit', 'counts', 'every'];
/** Where a field of a row is called otherwise in the form. */
const calledHere: Readonly<Record<string, string>> = { most: 'limit', cap: 'limit', per: 'every' };

function criterionKey(criterion: CriterionDraft, path: string): string | undefined {
  const [, list = '', no, last = ''] = /^rule\.(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const row = rows[list] && criterion[rows[list]][Number(no)];
  if (row !== undefined) return known(row.id, calledHere[last] ?? last, rowFields);
  return known(criterion.id, formField(path, criterion), criterionFields);
}

const criterionFields = [
  ...['code', 'name', 'marks', 'note', 'kind', 'over', 'tasks', 'scorer', 'office', 'withoutFacts'],
  ...['fullAt', 'beyond', 'beyondPer', 'beyondPoints', 'beyondCap', 'bands', 'atLeast', 'from', 'per', 'off', 'floor'],
  ...['base', 'challenge', 'basePoints', 'steps', 'grounds', 'places', 'rest', 'min'],
];

/** The form has one field for all that is said of the selection, of the places of a rank, and of a named office. */
function formField(path: string, { kind, scorer }: CriterionDraft): string {
  if (path.startsWith('tasks')) return 'tasks';
  if (path.startsWith('scorer')) return scorer === 'named' ? 'office' : 'scorer';
  const field = path.replace(/^rule\./, '');
  if (/^points\b/.test(field)) return kind === 'rank' ? 'places' : 'off';
  if (field === 'kinds') return 'grounds';
  return field.replace(/^beyond\.(\w)/, (_, first: string) => `beyond${first.toUpperCase()}`);
}

const known = (id: string, field: string, fields: readonly string[]): string | undefined =>
  fields.includes(field) ? `${id}.${field}` : undefined;
