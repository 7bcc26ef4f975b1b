/** A union that has no share yet: its target and due day, with what the API says is wrong beside them. */
import { Input } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { percent } from '../parts/amount';
import type { Cell } from './cells';
import { numberIn, percentOf } from './divide';

interface Props {
  readonly task: Schemas['TaskView'];
  readonly id: string;
  readonly name: string;
  readonly cell: Cell;
  readonly wrong: { readonly target: string | undefined; readonly dueOn: string | undefined };
  readonly onType: (part: Partial<Cell>) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onMove: (event: KeyboardEvent<HTMLInputElement>, step: number) => void;
}

export const isWrong = (cell: string): boolean => cell !== '' && numberIn(cell) === null;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

export function OpenRow({ task, id, name, cell, wrong, onType, onPaste, onMove }: Props) {
  const { t } = useTranslation();
  const bad = isWrong(cell.target) ? t('cascade.noNumber') : wrong.target;
  const told = `share-${id}-told`;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={`share-${id}`}>{name}</label>
      </th>
      <td className="right">
        <Input
          id={`share-${id}`}
          className="cell"
          inputMode="decimal"
          status={bad === undefined ? '' : 'error'}
          aria-invalid={bad !== undefined}
          aria-describedby={bad === undefined ? undefined : told}
          value={cell.target}
          onPaste={onPaste}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (step !== undefined) onMove(event, step);
          }}
          onChange={({ target: { value } }) => onType({ target: value })}
        />
        {bad !== undefined && (
          <p id={told} className="wrong" role="alert">
            {bad}
          </p>
        )}
      </td>
      <td className="right">{percent(percentOf(cell.target, task.target))}</td>
      <td>
        <input
          type="date"
          aria-label={`${name} ${t('cascade.dueOn')}`}
          aria-invalid={wrong.dueOn !== undefined}
          aria-describedby={wrong.dueOn === undefined ? undefined : `${told}-due`}
          min={task.startOn}
          max={task.dueOn}
          value={cell.dueOn || task.dueOn}
          onChange={({ target: { value } }) => onType({ dueOn: value === task.dueOn ? '' : value })}
        />
        {wrong.dueOn !== undefined && (
          <p id={`${told}-due`} className="wrong" role="alert">
            {wrong.dueOn}
          </p>
        )}
      </td>
      <td>
        <span className="hint">{t('cascade.notGiven')}</span>
      </td>
      <td />
    </tr>
  );
}
