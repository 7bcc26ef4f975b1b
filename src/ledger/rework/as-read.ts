/** Entries as somebody reads them (记录的读法): returned ones as they were handed in, by their own union as it changes them. Pure. */

/** What a tier sees of those below it. */
const HANDED_IN = `('submitted', 'returned', 'accepted', 'corrected')`;

/** What was handed in, and beside it the working copies: `rework` tells them apart. Tables alone, so that lists go by their indexes. */
export const BOTH = `(select *, false as rework from ledger_entry union all select *, true from ledger_rework)`;
/** Where no working copy can be the reader's to see. */
export const HANDED_IN_ONLY = `(select *, false as rework from ledger_entry)`;

/** Of `e`: the union's own as they stand, drafts and working copies; of others what was handed in. `own`: the reader's union. */
export const shownTo = (own: string): string => `(
    (e.union_id = ${own} and (e.rework or e.status <> 'returned' or not ${hasRework('e')}))
    or (e.union_id <> ${own} and not e.rework and e.status in ${HANDED_IN}))`;

/** An entry that its union is changing. */
export const hasRework = (entry: string): string =>
  `exists (select from ledger_rework w where w.district_id = ${entry}.district_id and w.id = ${entry}.id)`;

/** Of the files `f` of `e` those that the reader sees. */
export const filesShownTo = (own: string): string =>
  `f.since_return is distinct from case when e.union_id = ${own} then 'removed' else 'added' end`;
