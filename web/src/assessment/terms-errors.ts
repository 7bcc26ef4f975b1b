/** Where the API's field errors belong that are said of what stands beside the criteria. */
import { STEPS, type TermsDraft } from './terms-draft';

/** Lists whose rows have keys of their own: the field of the API, and its list in the form. */
function rowsOf(draft: TermsDraft): readonly (readonly [string, readonly { readonly id: string }[]])[] {
  return [
    ['offices', draft.offices],
    ['bonuses.kinds', draft.bonuses.kinds],
    ['penalties.kinds', draft.penalties.kinds],
    ['vetoes', draft.vetoes],
    ['classes', draft.classes],
    ['grading.grades', draft.grades],
  ];
}

const rowFields = [
  'code',
  'name',
  'each',
  'cap',
  'effect',
  'grade',
  'kinds',
  'sizeFrom',
  'sizeBelow',
  'atLeast',
  'quota',
];
const fields = [
  'bonuses.cap',
  'penalties.cap',
  'grading.quotaTies',
  'ties.criteria',
  ...STEPS.map((step) => `course.${step}`),
];

/** The key of a field beside the criteria; undefined where the form has none. */
export function termsKey(path: string, draft: TermsDraft): string | undefined {
  for (const [list, rows] of rowsOf(draft)) {
    if (path === list) return list;
    if (!path.startsWith(`${list}[`)) continue;
    const [, no, rest = ''] = /^\[(\d+)\](.*)$/.exec(path.slice(list.length)) ?? [];
    const row = rows[Number(no)];
    const field = rest.replace(/^\./, '').replace(/\[\d+\]$/, '');
    // what is said of a row as a whole is said of its name
    if (row === undefined) return undefined;
    return field === '' ? `${row.id}.name` : rowFields.includes(field) ? `${row.id}.${field}` : undefined;
  }
  if (path.startsWith('ties.criteria')) return 'ties.criteria';
  return fields.includes(path) ? path : undefined;
}
