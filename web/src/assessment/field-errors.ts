/** Where the API's field errors belong: `definition.parts[0].criteria[2].marks` is a field of one criterion, wherever it moves. */
import type { FieldProblem } from '../api/client';
import type { SchemeDraft } from './scheme-draft';

export interface Told {
  /** By `<key of the part, criterion or band>.<field>`, or by `title`, `year`, `fullMarks`, `parts`. */
  readonly fields: ReadonlyMap<string, string>;
  /** What belongs to no field of the form. */
  readonly rest: readonly string[];
}

export const nothingTold: Told = { fields: new Map(), rest: [] };

const path = /^definition\.(?:parts\[(\d+)\]\.?)?(?:criteria\[(\d+)\]\.?)?(?:rule\.bands\[(\d+)\]\.?)?(.*)$/;

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
  const found = path.exec(field);
  if (found === null) return undefined;
  const [, partNo, criterionNo, bandNo, last = ''] = found;
  if (partNo === undefined) return last === 'fullMarks' || last === 'parts' ? last : undefined;
  const part = draft.parts[Number(partNo)];
  if (criterionNo === undefined) return part && known(part.id, last, partFields);
  const criterion = part?.criteria[Number(criterionNo)];
  if (bandNo === undefined) return criterion && known(criterion.id, formField(last), criterionFields);
  const band = criterion?.bands[Number(bandNo)];
  return band && known(band.id, last, bandFields);
}

const partFields = ['code', 'name', 'marks', 'criteria'];
const criterionFields = ['code', 'name', 'marks', 'kind', 'fullAt', 'over', 'bands', 'min', 'tasks'];
const bandFields = ['atLeast', 'points'];

/** The form has one field for all that is said of the selection, and none for the scorer: the rule decides on him. */
function formField(last: string): string {
  if (last.startsWith('tasks')) return 'tasks';
  return last === 'scorer' ? 'kind' : last.replace(/^rule\./, '');
}

const known = (id: string, field: string, fields: readonly string[]): string | undefined =>
  fields.includes(field) ? `${id}.${field}` : undefined;
