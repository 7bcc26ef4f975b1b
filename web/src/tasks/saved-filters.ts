/** 常用筛选: filters under names, kept on this computer for one officer. */
import { type TaskSearch, lights, orders, statuses } from './task-search';

export interface Saved {
  readonly name: string;
  readonly search: TaskSearch;
}

const MOST = 20;
const keyOf = (officerId: string): string => `sanji.filters.${officerId}`;

/** Only what a filter may be: what lies on a computer may have been written by an older console. */
function searchIn(value: unknown): TaskSearch {
  const known = (value ?? {}) as Record<string, unknown>;
  const text = (part: unknown): string | undefined => (typeof part === 'string' ? part : undefined);
  return {
    year: typeof known.year === 'number' ? known.year : undefined,
    programme: text(known.programme),
    q: text(known.q),
    status: statuses.find((one) => one === known.status),
    light: lights.find((one) => one === known.light),
    sort: orders.find((one) => one === known.sort),
  };
}

export function savedFilters(officerId: string): Saved[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(keyOf(officerId)) ?? '[]');
    if (!Array.isArray(known)) return [];
    return (known as Partial<Saved>[]).flatMap((saved) =>
      typeof saved?.name === 'string' ? [{ name: saved.name, search: searchIn(saved.search) }] : [],
    );
  } catch {
    // not written by us
    return [];
  }
}

/** Under its name; the one that had the name before is replaced. */
export function saveFilter(officerId: string, saved: Saved): Saved[] {
  const others = savedFilters(officerId).filter(({ name }) => name !== saved.name);
  return write(officerId, [...others, { ...saved, search: searchIn(saved.search) }].slice(-MOST));
}

export function forgetFilter(officerId: string, name: string): Saved[] {
  return write(
    officerId,
    savedFilters(officerId).filter((saved) => saved.name !== name),
  );
}

function write(officerId: string, saved: Saved[]): Saved[] {
  localStorage.setItem(keyOf(officerId), JSON.stringify(saved));
  return saved;
}

export const sameSearch = (one: TaskSearch, other: TaskSearch): boolean =>
  JSON.stringify(searchIn(one)) === JSON.stringify(searchIn(other));
