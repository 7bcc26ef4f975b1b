/** Rows of a mapping, each edited in its place; what was refused is said below the row. */
import { Button } from 'antd';
import { Fragment, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Column<T> {
  readonly title: string;
  /** `no` counts from 1, for the names of what is entered. */
  readonly cell: (row: T, set: (part: Partial<T>) => void, no: number) => ReactNode;
}

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  /** Where it stands in what is sent, for what was refused. */
  readonly place: string;
  readonly wrong: (place: string) => string | undefined;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  /** Where a row stands; its number in the list otherwise. */
  readonly at?: (row: T) => string;
  /** Rows may be edited, not added. */
  readonly onEdit?: (rows: T[]) => void;
  /** Rows may be added and removed too, and start as `fresh`. */
  readonly onRows?: (rows: T[]) => void;
  readonly fresh?: T;
}

export function RowTable<T>({ title, hint, place, wrong, rows, columns, at, onEdit, onRows, fresh }: Props<T>) {
  const { t } = useTranslation();
  const heading = useId();
  const put = onRows ?? onEdit;
  const set = (no: number) => (part: Partial<T>) =>
    put?.(rows.map((row, each) => (each === no ? { ...row, ...part } : row)));
  const whole = wrong(place);
  return (
    <div>
      <h2 id={heading}>{title}</h2>
      <p className="hint">{hint}</p>
      {rows.length > 0 && (
        <div className="wide" role="region" aria-labelledby={heading} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.title} scope="col">
                    {column.title}
                  </th>
                ))}
                {onRows !== undefined && (
                  <th scope="col">
                    <span className="sr">{t('administration.deed_')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, no) => {
                const said = wrong(at?.(row) ?? `${place}[${no}]`);
                return (
                  // rows have no name of their own and are never moved
                  // oxlint-disable-next-line react/no-array-index-key
                  <Fragment key={no}>
                    <tr>
                      {columns.map((column) => (
                        <td key={column.title}>{column.cell(row, set(no), no + 1)}</td>
                      ))}
                      {onRows !== undefined && (
                        <td className="mapping-remove">
                          <Button
                            size="small"
                            aria-label={t('matter.removeRow', { no: no + 1 })}
                            onClick={() => onRows(rows.filter((_, each) => each !== no))}
                          >
                            ×
                          </Button>
                        </td>
                      )}
                    </tr>
                    {said !== undefined && (
                      <tr>
                        <td colSpan={columns.length + 1} className="mapping-wrong" role="alert">
                          {said}
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {whole !== undefined && (
        <p className="mapping-wrong" role="alert">
          {whole}
        </p>
      )}
      {onRows !== undefined && fresh !== undefined && (
        <Button
          size="small"
          className="mapping-add"
          aria-label={`${title} ${t('matter.addRow')}`}
          onClick={() => onRows([...rows, fresh])}
        >
          {t('matter.addRow')}
        </Button>
      )}
    </div>
  );
}
