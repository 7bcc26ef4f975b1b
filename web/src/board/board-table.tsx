/** Rows of the board: figures, light, time against progress. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMe } from '../api/me';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import { Progress } from '../parts/progress';
import { Moved } from './moved';
import { Wide } from '../parts/wide';

type Row = Schemas['BoardRow'];

export function BoardTable({ rows, byUnion = false }: { rows: readonly Row[]; byUnion?: boolean }) {
  const { t } = useTranslation();
  return (
    <Wide>
      <table className="grid board">
        <thead>
          <tr>
            <th>{byUnion ? t('board.union') : t('task.title')}</th>
            <th className="right">{t('board.target')}</th>
            <th className="right">{t('board.done')}</th>
            <th className="right">{t('board.pending')}</th>
            <th className="right">{t('board.rate')}</th>
            <th>{t('board.elapsed')}</th>
            <th>{t('board.light')}</th>
            <th>{t('task.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardLine key={row.taskId} row={row} byUnion={byUnion} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function BoardLine({ row, byUnion }: { row: Row; byUnion: boolean }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const year = Number(row.dueOn.slice(0, 4));
  const name = byUnion ? row.unionName : row.title;
  return (
    <tr data-task={row.taskId}>
      <th scope="row">
        {row.unionId === union.id || (byUnion && row.tier === 'community') ? (
          <Link to="/tasks/$id" params={{ id: row.taskId }}>
            {name}
          </Link>
        ) : (
          <Link to="/board" search={{ unionId: row.unionId, year }}>
            {name}
          </Link>
        )}
        {row.toReview > 0 && <small className="hint"> {t('board.toReview', { count: row.toReview })}</small>}
      </th>
      <td className="right">
        {amount(row.target)} {row.measure.unit}
      </td>
      <td className="right">
        <Moved value={row.done}>{amount(row.done)}</Moved>
      </td>
      <td className="right">
        <Moved value={row.pending}>{row.pending === '0' ? '0' : `+${amount(row.pending)}`}</Moved>
      </td>
      <td className="right">
        <Moved value={row.rate ?? ''}>{percent(row.rate)}</Moved>
      </td>
      <td>
        <Progress rate={row.rate} elapsed={row.elapsed} />
      </td>
      <td>
        <Moved value={row.light ?? ''}>
          <Light light={row.light} />
        </Moved>
        {row.overdueDays > 0 && <small> {t('board.overdue', { days: row.overdueDays })}</small>}
      </td>
      <td>{row.dueOn}</td>
    </tr>
  );
}
