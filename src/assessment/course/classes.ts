/** Classes of comparable unions (考核分组): which one fits a union, and who stands in none. */
import type { ClassDefinition, SchemeDefinition, UnionKind } from '../scheme-types';

/** What a union is placed by. */
export interface Placeable {
  readonly kind: UnionKind;
  /** Workers (职工); null where nobody has said. */
  readonly workers: number | null;
}

/** The code of the first class that fits; null where none does, or where classes are filled by hand. */
export function classFor(classes: readonly ClassDefinition[] | undefined, union: Placeable): string | null {
  return classes?.find((each) => fits(each, union))?.code ?? null;
}

function fits({ kinds, sizeFrom, sizeBelow }: ClassDefinition, { kind, workers }: Placeable): boolean {
  if (kinds === undefined && sizeFrom === undefined && sizeBelow === undefined) return false;
  if (kinds !== undefined && !kinds.includes(kind)) return false;
  if (sizeFrom === undefined && sizeBelow === undefined) return true;
  return workers !== null && workers >= (sizeFrom ?? 0) && (sizeBelow === undefined || workers < sizeBelow);
}

/** The sheets that stand in no class of a scheme that has classes; none where it has none. */
export function unplaced<T extends { readonly classCode: string | null }>(
  { classes }: Pick<SchemeDefinition, 'classes'>,
  sheets: readonly T[],
): T[] {
  const known = new Set(classes?.map(({ code }) => code));
  return known.size === 0 ? [] : sheets.filter(({ classCode }) => classCode === null || !known.has(classCode));
}
