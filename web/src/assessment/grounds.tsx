/** What points rest on (得分依据): the tasks that count, and behind each its accepted reports. */
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { amount, percent } from '../parts/amount';
import { AcceptedReports } from './accepted-reports';
import { type TaskInput, punctualityIn, tasksIn } from './inputs';

interface Props {
  tier: Tier;
  criterion: Pick<Schemas['CriterionScoreView'], 'code' | 'name' | 'inputs'>;
}

export function Grounds({ tier, criterion: { code, name, inputs } }: Props) {
  const { t } = useTranslation();
  const tasks = tasksIn(inputs);
  const counts = punctualityIn(inputs);
  if (tasks.length === 0) return null;
  return (
    <details className="grounds">
      <summary>{t('assessment.grounds', { count: tasks.length })}</summary>
      <div className="wide" role="region" aria-label={`${t('assessment.groundsOf')} ${code} ${name}`} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('task.title')}</th>
              {counts === null ? (
                <>
                  <th scope="col" className="right">
                    {t('assessment.accepted')}
                  </th>
                  <th scope="col" className="right">
                    {t('board.pending')}
                  </th>
                  <th scope="col" className="right">
                    {t('board.target')}
                  </th>
                  <th scope="col" className="right">
                    {t('board.rate')}
                  </th>
                  <th scope="col" className="right">
                    {t('task.weight')}
                  </th>
                </>
              ) : (
                <th scope="col">{t('board.punctuality')}</th>
              )}
              <th scope="col">{t('board.restsOn')}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Row key={task.taskId} tier={tier} task={task} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Row({ tier, task }: { tier: Tier; task: TaskInput }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { taskId, title, unit, done, pending, target, percent: rate, weight, timeliness, reportIds } = task;
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {title}
          </Link>
        </th>
        {timeliness === undefined ? (
          <>
            <td className="right">
              {amount(done)} {unit}
            </td>
            <td className="right">{amount(pending)}</td>
            <td className="right">
              {amount(target)} {unit}
            </td>
            <td className="right">{percent(rate)}</td>
            <td className="right">{amount(weight)}</td>
          </>
        ) : (
          <td>{t(`assessment.timeliness.${timeliness}`)}</td>
        )}
        <td>
          {reportIds.length === 0 ? (
            '—'
          ) : (
            <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('assessment.reports', { count: reportIds.length })} <span className="sr">{title}</span>
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={timeliness === undefined ? 7 : 3} className="reports-cell">
            <AcceptedReports tier={tier} ids={reportIds} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}
