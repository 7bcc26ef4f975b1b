/** Targets reached and missed, this year against the other, task by task. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { amount, percent } from '../parts/amount';
import { change } from './change';
import type { MirrorTask, MirrorView } from './mirror-data';
import { Spark } from './spark';
import { Wide } from '../parts/wide';

export function Outcomes({ mirror: { tasks, against, year } }: { mirror: MirrorView }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('mirror.outcomes')}</h2>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('task.title')}</th>
              <th scope="col" className="right">
                {t('mirror.doneIn', { year })}
              </th>
              <th scope="col" className="right">
                {t('board.target')}
              </th>
              <th scope="col" className="right">
                {t('board.rate')}
              </th>
              <th scope="col">{t('mirror.result')}</th>
              <th scope="col">{t('mirror.months')}</th>
              {against !== null && (
                <>
                  <th scope="col" className="right">
                    {t('mirror.doneIn', { year: against })}
                  </th>
                  <th scope="col" className="right">
                    {t('mirror.change')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Line key={task.taskId} task={task} compared={against !== null} />
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

const marks = { reached: '✓', missed: '✗', under_way: '…', none: '' };

function Line({ task, compared }: { task: MirrorTask; compared: boolean }) {
  const { t } = useTranslation();
  const { taskId, title, measure, done, target, rate, outcome, months, before } = task;
  return (
    <tr>
      <th scope="row">
        <Link to="/tasks/$id" params={{ id: taskId }}>
          {title}
        </Link>
      </th>
      <td className="right">
        {amount(done)} {measure.unit}
      </td>
      <td className="right">{amount(target)}</td>
      <td className="right">{percent(rate)}</td>
      <td className={`outcome-${outcome}`}>
        <span aria-hidden>{marks[outcome]}</span> {t(`mirror.outcome.${outcome}`)}
      </td>
      <td>
        <Spark months={months} before={before?.months} target={target} title={title} />
      </td>
      {compared && (
        <>
          <td className="right">{before === null ? '—' : `${amount(before.done)} ${measure.unit}`}</td>
          <td className="right">{before === null ? '—' : change(done, before.done)}</td>
        </>
      )}
    </tr>
  );
}
