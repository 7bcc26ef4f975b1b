/** A union's row of the board; drawn again only when something in it moved, and what moved is visible for a moment. */
import { Link } from '@tanstack/react-router';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../parts/amount';
import { shapes } from '../parts/light';
import type { Cell, Matrix } from './board-data';
import { provisional } from './cells';

interface Props {
  union: Matrix['unions'][number];
  index: number;
  columns: number;
  /** The column that Tab reaches, when it is in this row. */
  focus: number | undefined;
  open: string | undefined;
  withPending: boolean;
  year: number;
  onOpen: (taskId: string) => void;
}

export const MatrixRow = memo(function Row({ union, index, columns, focus, open, withPending, year, onOpen }: Props) {
  const { t } = useTranslation();
  const moves = useMoves(union.cells);
  const of = new Map(union.cells.map((cell) => [cell.column, cell]));
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <Link to="/board" search={{ unionId: union.unionId, year }} tabIndex={-1}>
          {union.unionName}
        </Link>
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const cell = of.get(column);
        const place = { 'data-at': `${index}.${column}`, tabIndex: focus === column ? 0 : -1 };
        if (cell === undefined)
          return (
            <td key={column} className="cell-none" {...place} aria-label={t('board.noShare')}>
              —
            </td>
          );
        const rate = withPending ? provisional(cell) : cell.rate;
        return (
          <td
            key={column}
            className={`cell-${cell.light ?? 'none'}${moved(moves.get(column) ?? 0)}`}
            aria-selected={cell.taskId === open}
            {...place}
            onClick={() => onOpen(cell.taskId)}
            onKeyDown={({ key }) => key === 'Enter' && onOpen(cell.taskId)}
          >
            <span className="sr">{cell.light ? t(`light.${cell.light}`) : t('light.none')}</span>
            <span aria-hidden>{cell.light ? shapes[cell.light] : ''}</span> {percent(rate)}
            {cell.turn !== null && <span className="turn">{t(`board.turn.${cell.turn}`)}</span>}
          </td>
        );
      })}
    </tr>
  );
});

/** Two names in turn: an animation of another name begins anew, and the cell keeps the focus. */
const moved = (times: number): string => (times === 0 ? '' : times % 2 === 1 ? ' moved' : ' moved-again');

const figureOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : `${cell.done} ${cell.pending} ${cell.target} ${cell.light ?? ''} ${cell.turn ?? ''}`;

/** How often the cell of each column has moved since the row was first shown. */
function useMoves(cells: readonly Cell[]): ReadonlyMap<number, number> {
  const known = useRef<{ cells: readonly Cell[]; moves: ReadonlyMap<number, number> }>({ cells, moves: new Map() });
  const { current } = known;
  if (current.cells !== cells) {
    const before = new Map(current.cells.map((cell) => [cell.column, cell]));
    const moves = new Map(current.moves);
    for (const cell of cells)
      if (figureOf(cell) !== figureOf(before.get(cell.column)))
        moves.set(cell.column, (moves.get(cell.column) ?? 0) + 1);
    known.current = { cells, moves };
  }
  return known.current.moves;
}
