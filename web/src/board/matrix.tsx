/** 尺子: unions down, tasks across, a light in every cell; arrows go from cell to cell, Enter opens one. */
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Light } from '../parts/light';
import type { Matrix as Board } from './board-data';
import { MatrixRow } from './matrix-row';

interface Props {
  board: Board;
  withPending: boolean;
  open: string | undefined;
  onOpen: (taskId: string) => void;
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

export function Matrix({ board, withPending, open, onOpen }: Props) {
  const { t } = useTranslation();
  // one cell of the grid can be reached by Tab, the arrows do the rest
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const to = [at[0] + step[0], at[1] + step[1]] as const;
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-at="${to[0]}.${to[1]}"]`);
    if (cell === null) return;
    event.preventDefault();
    setAt(to);
    cell.focus();
  };
  return (
    <div className="matrix-frame">
      <table className="matrix" role="grid" aria-label={t('board.matrix')} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {t('board.union')}
            </th>
            {board.tasks.map((task) => (
              <th key={task.taskId} scope="col">
                <span className="matrix-title">{task.title}</span>
                <span className="figure">
                  {amount(task.done)} / {amount(task.target)} {task.measure.unit}
                </span>
                <Light light={task.light} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.unions.map((union, index) => (
            <MatrixRow
              key={union.unionId}
              union={union}
              columns={board.tasks.length}
              index={index}
              focus={at[0] === index ? at[1] : undefined}
              open={open !== undefined && union.cells.some((cell) => cell.taskId === open) ? open : undefined}
              withPending={withPending}
              year={board.year}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
