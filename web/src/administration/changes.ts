/** What an audit entry changed, line by line: before and after side by side. Pure. */
export interface Change {
  /** The last part of its path where that is enough to know it. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly changed: boolean;
}

type Leaves = Map<string, string | null>;

/** Every value with its path; lists by number. */
function leavesOf(value: unknown, path = '', into: Leaves = new Map()): Leaves {
  if (typeof value !== 'object' || value === null) {
    into.set(path, value === null || value === undefined ? null : String(value));
    return into;
  }
  for (const [key, inner] of Object.entries(value)) leavesOf(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** `union.name` and `name` are the same field; `shares.0.target` and `shares.1.target` are not. */
function shortened(leaves: Leaves): Leaves {
  const times = new Map<string, number>();
  for (const path of leaves.keys()) times.set(last(path), (times.get(last(path)) ?? 0) + 1);
  return new Map([...leaves].map(([path, value]) => [times.get(last(path)) === 1 ? last(path) : path, value]));
}

/** What changed first; a side that was not written down changes nothing. */
export function changesOf(before: object | null, after: object | null): Change[] {
  const [was, is] = [before, after].map((side) => (side === null ? new Map() : shortened(leavesOf(side)))) as [
    Leaves,
    Leaves,
  ];
  const lines = [...new Set([...was.keys(), ...is.keys()])].map((field) => {
    const [one, other] = [was.get(field) ?? null, is.get(field) ?? null];
    const changed = was.has(field) && is.has(field) && one !== other;
    return { field, before: one, after: other, changed };
  });
  return [...lines.filter(({ changed }) => changed), ...lines.filter(({ changed }) => !changed)];
}
