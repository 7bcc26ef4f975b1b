/** Lists in which everything has a key of its own that stays while it is moved. */
interface Keyed {
  readonly id: string;
}

export const newKey = (): string => Math.random().toString(36).slice(2);

export const replaced = <T extends Keyed>(list: readonly T[], id: string, change: Partial<T>): T[] =>
  list.map((one) => (one.id === id ? { ...one, ...change } : one));

export const without = <T extends Keyed>(list: readonly T[], id: string): T[] => list.filter((one) => one.id !== id);

/** One place up (-1) or down (1); at the end it stays. */
export function moved<T extends Keyed>(list: readonly T[], id: string, step: -1 | 1): T[] {
  const from = list.findIndex((one) => one.id === id);
  const [one, other] = [list[from], list[from + step]];
  if (one === undefined || other === undefined) return [...list];
  const at = new Map([
    [from, other],
    [from + step, one],
  ]);
  return list.map((each, index) => at.get(index) ?? each);
}
