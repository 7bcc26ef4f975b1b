/** The tree of unions from a flat list, and the rows of it that are in sight. Pure. */
export interface Planted {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
}

export interface Branch<U extends Planted> {
  readonly union: U;
  readonly children: readonly Branch<U>[];
  /** All unions below, at whatever depth. */
  readonly below: number;
}

/** Those whose parent is not in the list stand at the top: a union sees itself and below. By code at each level. */
export function grow<U extends Planted>(unions: readonly U[]): Branch<U>[] {
  const known = new Set(unions.map(({ id }) => id));
  const byParent = new Map<string | null, U[]>();
  for (const union of unions) {
    const above = union.parentId !== null && known.has(union.parentId) ? union.parentId : null;
    byParent.set(above, [...(byParent.get(above) ?? []), union]);
  }
  const branches = (parent: string | null): Branch<U>[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map((union) => {
        const children = branches(union.id);
        return { union, children, below: children.reduce((sum, { below }) => sum + 1 + below, 0) };
      });
  return branches(null);
}

export interface Row<U extends Planted> extends Branch<U> {
  readonly level: number;
  readonly parent: string | null;
  /** Position among its siblings, from 1. */
  readonly place: number;
  readonly of: number;
}

/** The rows in sight, top to bottom: what is closed hides what is below it. */
export function inSight<U extends Planted>(branches: readonly Branch<U>[], open: ReadonlySet<string>): Row<U>[] {
  const walk = (some: readonly Branch<U>[], level: number, parent: string | null): Row<U>[] =>
    some.flatMap((branch, index) => [
      { ...branch, level, parent, place: index + 1, of: some.length },
      ...(open.has(branch.union.id) ? walk(branch.children, level + 1, branch.union.id) : []),
    ]);
  return walk(branches, 1, null);
}

/** Only branches in which a name or a code holds the words; everything above a find stays. */
export function matching<U extends Planted>(branches: readonly Branch<U>[], words: string): Branch<U>[] {
  const sought = words.trim().toLowerCase();
  const hits = ({ name, code }: U): boolean =>
    name.toLowerCase().includes(sought) || code.toLowerCase().includes(sought);
  const keep = (branch: Branch<U>): Branch<U>[] => {
    if (hits(branch.union)) return [branch];
    const children = branch.children.flatMap(keep);
    return children.length === 0 ? [] : [{ ...branch, children }];
  };
  return sought === '' ? [...branches] : branches.flatMap(keep);
}

/** The ids of all branches that have something below. */
export function forks<U extends Planted>(branches: readonly Branch<U>[]): string[] {
  return branches.flatMap(({ union, children }) => (children.length === 0 ? [] : [union.id, ...forks(children)]));
}
