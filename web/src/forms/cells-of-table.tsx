/** Cells made at once of the rows and columns of a table (按表格生成). */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../parts/field';
import { cellKinds, cellsOfTable, MOST_CELLS } from './definition';
import type { Cell } from './form-data';

interface Props {
  readonly cells: readonly Cell[];
  readonly onCells: (cells: Cell[]) => void;
}

export function CellsOfTable({ cells, onCells }: Props) {
  const { t } = useTranslation();
  const [table, setTable] = useState({ rows: '', columns: '', unit: '', kind: 'whole' as Cell['kind'] });
  const all = cellsOfTable(cells, table);
  const made = all.length - cells.length;
  const words = (part: 'rows' | 'columns') => (
    <Field label={t(`formDesign.table.${part}`)}>
      {(given) => (
        <Input.TextArea
          {...given}
          autoSize={{ minRows: 3 }}
          value={table[part]}
          onChange={({ target }) => setTable({ ...table, [part]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <details>
      <summary>{t('formDesign.table.title')}</summary>
      <p className="hint">{t('formDesign.table.hint')}</p>
      <div className="form-design-pair">
        {words('rows')}
        {words('columns')}
        <Field label={t('formDesign.of.unit')}>
          {(given) => (
            <Input
              {...given}
              maxLength={20}
              value={table.unit}
              onChange={({ target }) => setTable({ ...table, unit: target.value })}
            />
          )}
        </Field>
        <Field label={t('formDesign.of.kind')}>
          {(given) => (
            <select
              {...given}
              className="choice"
              value={table.kind}
              onChange={({ target }) =>
                setTable({ ...table, kind: cellKinds.find((each) => each === target.value) ?? 'whole' })
              }
            >
              {cellKinds.map((each) => (
                <option key={each} value={each}>
                  {t(`formDesign.kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {all.length > MOST_CELLS && <p className="wrong">{t('formDesign.table.tooMany', { most: MOST_CELLS })}</p>}
      <Button
        disabled={made === 0 || all.length > MOST_CELLS}
        onClick={() => {
          // a line nobody has named yet is not kept before those of the table
          onCells(all.filter(({ name }) => name !== ''));
          setTable({ ...table, rows: '', columns: '' });
        }}
      >
        {t('formDesign.table.add', { count: made })}
      </Button>
    </details>
  );
}
