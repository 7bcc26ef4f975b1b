/** What a cell says, and which of them lie behind most. Figures come from the API; here they are only put into order. */
import { Decimal } from 'decimal.js';
import type { Cell, Matrix } from './board-data';

export interface Place {
  readonly union: Matrix['unions'][number];
  readonly task: Matrix['tasks'][number];
  readonly cell: Cell;
}

/** With what waits for review taken as accepted: what the rate may become. */
export function provisional({ done, pending, target }: Pick<Cell, 'done' | 'pending' | 'target'>): string | null {
  const whole = new Decimal(target);
  if (whole.isZero()) return null;
  return new Decimal(done).plus(pending).times(100).div(whole).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1);
}

export function placeOf({ tasks, unions }: Matrix, taskId: string): Place | undefined {
  for (const union of unions) {
    const cell = union.cells.find((one) => one.taskId === taskId);
    const task = cell && tasks[cell.column];
    if (cell && task) return { union, task, cell };
  }
  return undefined;
}

/** Yellow and red, what is overdue longest first, then what lies furthest behind. */
export function behindMost({ tasks, unions }: Matrix, most: number): { places: Place[]; total: number } {
  const places = unions.flatMap((union) =>
    union.cells.flatMap((cell): Place[] => {
      const task = tasks[cell.column];
      return task && (cell.light === 'red' || cell.light === 'yellow') ? [{ union, task, cell }] : [];
    }),
  );
  places.sort(
    (one, other) =>
      other.cell.overdueDays - one.cell.overdueDays || Number(other.cell.behind) - Number(one.cell.behind),
  );
  return { places: places.slice(0, most), total: places.length };
}

export function countLights({ unions }: Matrix): Record<'red' | 'yellow' | 'green', number> {
  const lights = { red: 0, yellow: 0, green: 0 };
  for (const { cells } of unions) for (const cell of cells) if (cell.light) lights[cell.light] += 1;
  return lights;
}
