/** A list of rows of a scheme's form: bands, grounds, offices, grades; added, changed and taken out one by one. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListError, PickField, TextField } from './fields';
import { newKey, replaced, without } from './lists';

interface Row {
  readonly id: string;
}

export interface Column<T> {
  readonly field: Exclude<keyof T & string, 'id'>;
  readonly label: string;
  readonly figure?: boolean;
  readonly suffix?: string;
  readonly placeholder?: string;
  readonly wide?: boolean;
  /** One of these instead of a text. */
  readonly options?: readonly (readonly [string, string])[];
  /** Whether this row has it. */
  readonly only?: (row: T) => boolean;
}

interface Props<T extends Row> {
  /** As in `field-errors.ts`, for what is said of the list as a whole. */
  id: string;
  title: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowName: (no: number) => string;
  add: string;
  fresh: () => T;
  onChange: (rows: readonly T[]) => void;
}

export function RowList<T extends Row>({ id, title, rows, columns, rowName, add, fresh, onChange }: Props<T>) {
  const { t } = useTranslation();
  const addRow = () => {
    const row = { ...fresh(), id: newKey() };
    onChange([...rows, row]);
    const [first] = columns;
    requestAnimationFrame(() => document.getElementById(`${row.id}.${first?.field}`)?.focus());
  };
  return (
    <fieldset className="bands">
      <legend>{title}</legend>
      <ListError id={id} />
      {rows.map((row, index) => {
        const name = rowName(index + 1);
        return (
          <div key={row.id} className="band">
            {columns.map((column) => {
              if (column.only?.(row) === false) return null;
              const { field, options, label } = column;
              const said = t('scheme.cell', { row: name, what: label });
              const value = String(row[field]);
              const change = (next: string) => onChange(replaced(rows, row.id, { [field]: next } as Partial<T>));
              return options === undefined ? (
                <TextField
                  key={field}
                  id={`${row.id}.${field}`}
                  label={said}
                  value={value}
                  figure={column.figure}
                  suffix={column.suffix}
                  placeholder={column.placeholder}
                  className={column.wide ? 'wide-cell' : ''}
                  onChange={change}
                />
              ) : (
                <PickField
                  key={field}
                  id={`${row.id}.${field}`}
                  label={said}
                  value={value}
                  options={options}
                  onChange={change}
                />
              );
            })}
            <button type="button" className="plain" onClick={() => onChange(without(rows, row.id))}>
              {t('assessment.remove')} <span className="sr">{name}</span>
            </button>
          </div>
        );
      })}
      <Button size="small" onClick={addRow}>
        {add}
      </Button>
    </fieldset>
  );
}
