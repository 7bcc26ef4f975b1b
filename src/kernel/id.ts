/** Ids: UUID v7, so that rows lie in the order they were made. */
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}

/** The ltree label of a union: its id without hyphens (allowed by every PostgreSQL from 15 on). */
export function labelOf(unionId: string): string {
  return unionId.replaceAll('-', '');
}

/** The union id behind an ltree label. */
export function idOfLabel(label: string): string {
  return label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** True when `path` is `top` or lies below it. */
export function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`);
}
