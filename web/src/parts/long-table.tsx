/** A table of thousands of rows: only those in sight are drawn, on paper all; a screen reader sees a table. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { usePaper } from './paper';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** Figures stand on the right. */
  readonly right?: boolean;
  /** The column that names the row. */
  readonly names?: boolean;
  /** A CSS width; the columns keep it while rows come and go. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Asked for more when the end comes near. */
  readonly onEnd?: () => void;
  readonly rowHeight?: number;
}

const AHEAD = 12;

export function LongTable<Row>({ label, rows, columns, rowKey, onEnd, rowHeight = 38 }: Props<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: AHEAD,
    onChange: ({ range }) => {
      if (range !== null && range.endIndex >= rows.length - AHEAD) onEnd?.();
    },
  });
  const onPaper = usePaper();
  const drawn = onPaper ? undefined : virtual.getVirtualItems();
  const before = drawn?.[0]?.start ?? 0;
  const after = drawn === undefined ? 0 : virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const indexes = drawn?.map(({ index }) => index) ?? rows.map((_, index) => index);
  return (
    // a region one can scroll by keyboard too
    <div ref={frame} className="long" role="region" aria-label={label} tabIndex={0}>
      <table className="grid" aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title, right }) => (
              <th key={key} className={right === true ? 'right' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {indexes.map((index) => {
            const row = rows[index] as Row;
            return (
              <tr key={rowKey(row)} aria-rowindex={index + 2} data-index={index} ref={virtual.measureElement}>
                {columns.map(({ key, right, names, cell }) =>
                  names === true ? (
                    <th key={key} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} className={right === true ? 'right' : undefined}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
