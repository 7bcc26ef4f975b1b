/** 落后清单: who is behind, by how much, and why; each line leads to what it rests on. */
import { useTranslation } from 'react-i18next';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import type { Matrix } from './board-data';
import { type Place, behindMost } from './cells';
import { Wide } from '../parts/wide';

const MOST = 12;

export function Behind({ board, onOpen }: { board: Matrix; onOpen: (taskId: string) => void }) {
  const { t } = useTranslation();
  const { places, total } = behindMost(board, MOST);
  return (
    <section aria-label={t('board.behindList')}>
      <h2>
        {t('board.behindList')} <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="kind">{t('board.nobodyBehind')}</p>
      ) : (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('board.union')}</th>
                <th scope="col">{t('task.title')}</th>
                <th scope="col" className="right">
                  {t('board.done')} / {t('board.target')}
                </th>
                <th scope="col" className="right">
                  {t('board.rate')}
                </th>
                <th scope="col">{t('board.light')}</th>
                <th scope="col">{t('board.why')}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <Line key={place.cell.taskId} place={place} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {total > MOST && <p className="hint">{t('board.moreBehind', { count: total - MOST })}</p>}
    </section>
  );
}

function Line({ place: { union, task, cell }, onOpen }: { place: Place; onOpen: (taskId: string) => void }) {
  const why = useWhy();
  return (
    <tr>
      <th scope="row">{union.unionName}</th>
      <td className="free">
        <button type="button" className="plain" onClick={() => onOpen(cell.taskId)}>
          {task.title}
        </button>
      </td>
      <td className="right">
        {amount(cell.done)} / {amount(cell.target)} {task.measure.unit}
      </td>
      <td className="right">{percent(cell.rate)}</td>
      <td>
        <Light light={cell.light} />
      </td>
      <td className="free">{why(cell)}</td>
    </tr>
  );
}

/** Why a cell is not green, in words. */
export function useWhy(): (cell: Place['cell']) => string {
  const { t } = useTranslation();
  return ({ behind, overdueDays, turn, pending }) => {
    const words = [
      overdueDays > 0 ? t('board.overdue', { days: overdueDays }) : t('board.behind', { points: behind }),
      ...(turn === null ? [] : [t(`board.turnLong.${turn}`)]),
      ...(pending === '0' ? [] : [t('board.waits', { pending: amount(pending) })]),
    ];
    return words.join(' · ');
  };
}
