/** A task's way through the tiers: each union with Σ done / Σ target, pending, light, and whose turn it is. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Moved } from '../board/moved';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import { useWords } from '../parts/states';
import { boardTaskQuery } from './task-data';
import { turnsOf } from './turn';

type Row = Schemas['BoardRow'];

export function Tree({ task }: { readonly task: Schemas['BoardTask'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('task.way')}</h2>
      <div className="wide" tabIndex={0} role="region" aria-label={t('task.way')}>
        <table className="grid tree">
          <thead>
            <tr>
              <th scope="col">{t('board.union')}</th>
              <th scope="col" className="right">
                {t('tree.doneOf', { unit: task.measure.unit })}
              </th>
              <th scope="col" className="right">
                {t('board.pending')}
              </th>
              <th scope="col" className="right">
                {t('board.rate')}
              </th>
              <th scope="col">{t('tree.light')}</th>
              <th scope="col">{t('task.due')}</th>
              <th scope="col">{t('tree.turn')}</th>
            </tr>
          </thead>
          <tbody>
            <Line row={task} level={0} here />
            {task.children.map((child) => (
              <Branch key={child.taskId} row={child} level={1} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A union's line, and below it, once unfolded, those of its communities. */
function Branch({ row, level }: { readonly row: Row; readonly level: number }) {
  const [open, setOpen] = useState(false);
  // what was divided has something below it
  const divided = row.tier !== 'community' && row.remainder !== null;
  return (
    <>
      <Line row={row} level={level} open={divided ? open : undefined} onToggle={() => setOpen(!open)} />
      {open && divided && <Below id={row.taskId} level={level + 1} />}
    </>
  );
}

function Below({ id, level }: { readonly id: string; readonly level: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const { data, error } = useQuery(boardTaskQuery(id));
  if (data === undefined)
    return (
      <tr>
        <td colSpan={7} role={error === null ? 'status' : 'alert'}>
          {error === null ? t('said.loading') : words(error)}
        </td>
      </tr>
    );
  return data.task.children.map((child) => <Branch key={child.taskId} row={child} level={level} />);
}

interface LineProps {
  readonly row: Row;
  readonly level: number;
  readonly here?: boolean;
  /** Undefined where nothing lies below. */
  readonly open?: boolean | undefined;
  readonly onToggle?: () => void;
}

function Line({ row, level, here = false, open, onToggle }: LineProps) {
  const { t } = useTranslation();
  const turns = turnsOf(row);
  return (
    <tr data-task={row.taskId} className={here ? 'sum' : undefined}>
      <th scope="row" style={{ paddingLeft: 10 + level * 22 }}>
        {open === undefined ? (
          <span className="leaf" />
        ) : (
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-label={t(open ? 'tree.fold' : 'tree.unfold', { union: row.unionName })}
            onClick={onToggle}
          >
            <span aria-hidden>{open ? '▾' : '▸'}</span>
          </button>
        )}
        {here ? (
          row.unionName
        ) : (
          <Link to="/tasks/$id" params={{ id: row.taskId }}>
            {row.unionName}
          </Link>
        )}
      </th>
      <td className="right">
        <Moved value={row.done}>
          {amount(row.done)} / {amount(row.target)}
        </Moved>
      </td>
      <td className="right">
        <Moved value={row.pending}>{row.pending === '0' ? '0' : `+${amount(row.pending)}`}</Moved>
      </td>
      <td className="right">{percent(row.rate)}</td>
      <td>
        <Light light={row.light} />
        {row.overdueDays > 0 && <small> {t('board.overdue', { days: row.overdueDays })}</small>}
      </td>
      <td>{row.dueOn}</td>
      <td>
        {turns.map((turn) => (
          <span key={turn} className={`tag turn-${turn}`}>
            {t(`tree.turns.${turn}`, { count: row.toReview })}
          </span>
        ))}
        {turns.length === 0 && '—'}
      </td>
    </tr>
  );
}
