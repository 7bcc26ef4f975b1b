/** What is typed into a division: kept on this computer until it is given out, and every fill can be undone. */
import { useState } from 'react';

export interface Cell {
  readonly target: string;
  /** Empty: as the task. */
  readonly dueOn: string;
}

export type Cells = Readonly<Record<string, Cell>>;

/** A part of the cells, by union. */
export type Filling = Readonly<Record<string, Partial<Cell>>>;

export const blank: Cell = { target: '', dueOn: '' };

export function filled(cells: Cells, filling: Filling): Cells {
  const next: Record<string, Cell> = { ...cells };
  for (const [id, part] of Object.entries(filling)) next[id] = { ...(cells[id] ?? blank), ...part };
  return next;
}

const keyOf = (officerId: string, taskId: string): string => `sanji.division.${officerId}.${taskId}`;

function isCell(value: unknown): value is Cell {
  const { target, dueOn } = (value ?? {}) as Partial<Cell>;
  return typeof target === 'string' && typeof dueOn === 'string';
}

export function keptCells(officerId: string, taskId: string): Cells {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(keyOf(officerId, taskId)) ?? '{}');
    if (typeof known !== 'object' || known === null) return {};
    return Object.fromEntries(Object.entries(known).filter(([, cell]) => isCell(cell)));
  } catch {
    // not written by us: nothing to restore
    return {};
  }
}

export function useCells(officerId: string, taskId: string) {
  const [cells, setCells] = useState<Cells>(() => keptCells(officerId, taskId));
  const [past, setPast] = useState<readonly Cells[]>([]);
  const show = (next: Cells): void => {
    setCells(next);
    if (Object.keys(next).length === 0) localStorage.removeItem(keyOf(officerId, taskId));
    else localStorage.setItem(keyOf(officerId, taskId), JSON.stringify(next));
  };
  return {
    cells,
    type: (id: string, part: Partial<Cell>) => show(filled(cells, { [id]: part })),
    fill: (filling: Filling) => {
      setPast([...past, cells]);
      show(filled(cells, filling));
    },
    clear: () => {
      setPast([...past, cells]);
      show({});
    },
    /** Back to before the last fill; nothing where nothing was filled. */
    undo:
      past.length === 0
        ? undefined
        : () => {
            show(past.at(-1) ?? {});
            setPast(past.slice(0, -1));
          },
    /** After it was given out. */
    empty: () => {
      setPast([]);
      show({});
    },
  };
}
