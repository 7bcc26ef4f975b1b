/** What a cell rests on: figures, whose turn it is, the reports with their evidence; the accepted one is open. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTier } from '../api/me';
import { amount, percent } from '../parts/amount';
import { Light } from '../parts/light';
import { Progress } from '../parts/progress';
import { Reports } from '../tasks/reports';
import { useWhy } from './behind';
import type { Place } from './cells';

export function Drill({ place: { union, task, cell }, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation();
  const tier = useTier();
  const why = useWhy();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [cell.taskId]);
  return (
    <aside
      className="drill no-print"
      aria-label={t('board.restsOn')}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <h2 ref={heading} tabIndex={-1}>
        {union.unionName} · {task.title}
        <button type="button" className="plain" onClick={onClose}>
          {t('said.close')}
        </button>
      </h2>
      <dl className="facts">
        <div>
          <dt>
            {t('board.done')} / {t('board.target')}
          </dt>
          <dd>
            {amount(cell.done)} / {amount(cell.target)} {task.measure.unit}
          </dd>
        </div>
        <div>
          <dt>{t('board.rate')}</dt>
          <dd>{percent(cell.rate)}</dd>
        </div>
        <div>
          <dt>{t('board.pending')}</dt>
          <dd>{amount(cell.pending)}</dd>
        </div>
        <div>
          <dt>{t('board.light')}</dt>
          <dd>
            <Light light={cell.light} />
          </dd>
        </div>
      </dl>
      <p>
        <Progress rate={cell.rate} elapsed={task.elapsed} />{' '}
        {cell.light === 'green' || cell.light === null ? t('board.onCourse') : why(cell)}
      </p>
      <Link to="/tasks/$id" params={{ id: cell.taskId }}>
        {t('board.wholeTask')}
      </Link>
      <Reports tier={tier} taskId={cell.taskId} openAccepted />
    </aside>
  );
}
