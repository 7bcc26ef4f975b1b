/** The tasks of a scored union as accepted (考核事实), with how its reports came in. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { factsQuery } from './course-data';

interface Props {
  tier: UpperTier;
  assessmentId: string;
  unionId: string;
}

export function SheetTasks({ tier, assessmentId, unionId }: Props) {
  const { t } = useTranslation();
  const facts = useQuery(factsQuery(tier, assessmentId, unionId));
  if (facts.isPending) return <Loading />;
  if (facts.data === undefined) return <Wrong error={facts.error} />;
  const { tasks, criteria } = facts.data;
  if (tasks.length === 0) return <p className="hint">{t('course.machineNothing')}</p>;
  const seenBy = (taskId: string) =>
    criteria.filter(({ taskIds }) => taskIds.includes(taskId)).map(({ criterion }) => criterion);
  return (
    <div className="wide" role="region" aria-label={t('course.facts')} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('task.title')}</th>
            <th scope="col" className="right">
              {t('assessment.accepted')}
            </th>
            <th scope="col" className="right">
              {t('board.pending')}
            </th>
            <th scope="col" className="right">
              {t('board.target')}
            </th>
            <th scope="col">{t('board.punctuality')}</th>
            <th scope="col">{t('board.restsOn')}</th>
            <th scope="col">{t('course.criterion')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ taskId, title, unit, done, pending, target, timeliness, received, returned }) => (
            <tr key={taskId}>
              <th scope="row">
                <Link to="/tasks/$id" params={{ id: taskId }}>
                  {title}
                </Link>
              </th>
              <td className="right">
                {amount(done)} {unit}
              </td>
              <td className="right">{amount(pending)}</td>
              <td className="right">
                {amount(target)} {unit}
              </td>
              <td>{timeliness === null ? '—' : t(`assessment.timeliness.${timeliness}`)}</td>
              <td>{t('course.received', { received, returned })}</td>
              <td>{seenBy(taskId).join(t('assessment.and')) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
