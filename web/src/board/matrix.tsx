/** 尺子: unions down, tasks across, a light in every cell; arrows go from cell to cell, Enter opens one. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../parts/amount';
import { Light } from '../parts/light';
import { usePaper } from '../parts/paper';
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
const ROW_PX = 48;
/** So few are simply drawn. */
const FEW = 40;

export function Matrix({ board: { tasks, unions, year }, withPending, open, onOpen }: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const onPaper = usePaper();
  const all = onPaper || unions.length <= FEW;
  const virtual = useVirtualizer({
    count: unions.length,
    enabled: !all,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const { at, press } = useCells(frame, unions.length, (row) => !all && virtual.scrollToIndex(row));
  const drawn = all ? undefined : virtual.getVirtualItems();
  const indexes = drawn?.map(({ index }) => index) ?? unions.map((_, index) => index);
  // where the cell one was at is out of sight or gone, Tab enters at the first that is there
  const tabRow = indexes.includes(at[0]) ? at[0] : indexes[0];
  const tabColumn = Math.min(at[1], tasks.length - 1);
  const before = drawn?.[0]?.start ?? 0;
  const after = drawn === undefined ? 0 : virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <div ref={frame} className="matrix-frame">
      <table
        className="matrix"
        role="grid"
        aria-label={t('board.matrix')}
        aria-rowcount={unions.length + 1}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="matrix-corner">
              {t('board.union')}
            </th>
            {tasks.map((task) => (
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
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {indexes.map((index) => {
            const union = unions[index];
            return (
              union && (
                <MatrixRow
                  key={union.unionId}
                  union={union}
                  index={index}
                  columns={tasks.length}
                  focus={tabRow === index ? tabColumn : undefined}
                  open={open !== undefined && union.cells.some((cell) => cell.taskId === open) ? open : undefined}
                  withPending={withPending}
                  year={year}
                  onOpen={onOpen}
                />
              )
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

/** One cell can be reached by Tab, the arrows do the rest; a cell out of sight is scrolled to and then focused. */
function useCells(frame: React.RefObject<HTMLDivElement | null>, rows: number, show: (row: number) => unknown) {
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-at="${at[0]}.${at[1]}"]`);
    if (!cell) return;
    wanted.current = false;
    cell.focus();
  });
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset['at'] === undefined)
      return;
    const [row = 0, column = 0] = event.target.dataset['at'].split('.').map(Number);
    const to = [row + step[0], column + step[1]] as const;
    const columns = event.target.parentElement?.querySelectorAll('[data-at]').length ?? 0;
    if (to[0] < 0 || to[0] >= rows || to[1] < 0 || to[1] >= columns) return;
    event.preventDefault();
    wanted.current = true;
    setAt(to);
    show(to[0]);
  };
  return { at, press };
}
