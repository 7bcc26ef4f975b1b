/** The cells of a form (指标项) in a table, one a line: what it is called, what it counts, its kind, limits and whether it must be given. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { wrongIn } from '../parts/field';
import { Wide } from '../parts/wide';
import { CellsOfTable } from './cells-of-table';
import { cellKinds, MOST_CELLS, newCell, ofKind } from './definition';
import type { Cell } from './form-data';

interface Props {
  readonly cells: readonly Cell[];
  /** Keys that were published: what is reported goes on under them. */
  readonly published: ReadonlySet<string>;
  readonly error: unknown;
  /** `moved`: lines have other places now. */
  readonly onCells: (cells: Cell[], moved?: boolean) => void;
}

const columns = ['name', 'unit', 'kind', 'decimals', 'required', 'min', 'max', 'note', 'key'] as const;

export function CellsEditor({ cells, published, error, onCells }: Props) {
  const { t } = useTranslation();
  const without = (index: number) => cells.filter((_, no) => no !== index);
  const move = (index: number, by: number) => {
    const [cell, rest] = [cells[index], without(index)];
    if (cell !== undefined) onCells([...rest.slice(0, index + by), cell, ...rest.slice(index + by)], true);
  };
  return (
    <section className="part" aria-label={t('formDesign.cells')}>
      <h2>{t('formDesign.cells')}</h2>
      <p className="hint">{t('formDesign.cellsHint')}</p>
      <Wide>
        <table className="grid form-design-cells">
          <thead>
            <tr>
              <th className="right">{t('formDesign.no')}</th>
              {columns.map((column) => (
                <th key={column}>{t(`formDesign.of.${column}`)}</th>
              ))}
              <th>{t('formDesign.place')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell, index) => (
              <Line
                key={index}
                {...{ cell, index, error }}
                fixed={published.has(cell.key)}
                onCell={(next) => onCells(cells.map((each, no) => (no === index ? next : each)))}
              >
                <Button size="small" disabled={index === 0} onClick={() => move(index, -1)}>
                  {t('formDesign.up')}
                </Button>
                <Button size="small" disabled={index === cells.length - 1} onClick={() => move(index, 1)}>
                  {t('formDesign.down')}
                </Button>
                <Button
                  size="small"
                  danger
                  disabled={cells.length === 1}
                  onClick={() => onCells(without(index), true)}
                  aria-label={t('formDesign.removeCell', { name: cell.name || index + 1 })}
                >
                  {t('formDesign.remove')}
                </Button>
              </Line>
            ))}
          </tbody>
        </table>
      </Wide>
      <div className="deeds">
        <Button disabled={cells.length >= MOST_CELLS} onClick={() => onCells([...cells, newCell(cells)])}>
          {t('formDesign.addCell')}
        </Button>
      </div>
      <CellsOfTable cells={cells} onCells={onCells} />
    </section>
  );
}

interface LineProps {
  readonly cell: Cell;
  readonly index: number;
  readonly fixed: boolean;
  readonly error: unknown;
  readonly onCell: (cell: Cell) => void;
  readonly children: React.ReactNode;
}

function Line({ cell, index, fixed, error, onCell, children }: LineProps) {
  const { t } = useTranslation();
  const { kind, required, decimals } = cell;
  const wrong = (part: string) => wrongIn(error, `definition.cells[${index}].${part}`);
  const label = (part: (typeof columns)[number]) => `${t(`formDesign.of.${part}`)} ${index + 1}`;
  const told = (part: string) =>
    wrong(part) !== undefined && (
      <p className="wrong" role="alert">
        {wrong(part)}
      </p>
    );
  const text = (part: 'name' | 'unit' | 'min' | 'max' | 'note' | 'key', most: number, readOnly = false) => (
    <td className={`form-design-${part}`}>
      <Input
        aria-label={label(part)}
        aria-invalid={wrong(part) !== undefined}
        value={cell[part] ?? ''}
        maxLength={most}
        readOnly={readOnly}
        onChange={({ target }) => onCell({ ...cell, [part]: target.value })}
      />
      {told(part)}
    </td>
  );
  return (
    <tr>
      <td className="right">{index + 1}</td>
      {text('name', 100)}
      {text('unit', 20, fixed)}
      <td>
        <select
          className="choice"
          aria-label={label('kind')}
          value={kind}
          disabled={fixed}
          onChange={({ target }) => onCell(ofKind(cell, cellKinds.find((each) => each === target.value) ?? 'whole'))}
        >
          {cellKinds.map((each) => (
            <option key={each} value={each}>
              {t(`formDesign.kind.${each}`)}
            </option>
          ))}
        </select>
        {told('kind')}
      </td>
      <td>
        {kind === 'decimal' || kind === 'percent' ? (
          <select
            className="choice"
            aria-label={label('decimals')}
            value={decimals ?? 2}
            onChange={({ target }) => onCell({ ...cell, decimals: Number(target.value) })}
          >
            {[0, 1, 2, 3, 4].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        ) : (
          '—'
        )}
        {told('decimals')}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={label('required')}
          checked={required}
          onChange={({ target }) => onCell({ ...cell, required: target.checked })}
        />
      </td>
      {text('min', 20)}
      {text('max', 20)}
      {text('note', 200)}
      {text('key', 40, fixed)}
      <td>
        <div className="form-design-deeds">{children}</div>
      </td>
    </tr>
  );
}
