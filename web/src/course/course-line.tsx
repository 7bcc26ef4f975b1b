/** 考核流程: the steps on a line with their days, the way so far, and what the conductor does with it. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import './course.css';
import { courseQuery } from './course-data';
import { courseDoors } from './doors';
import { Reopening } from './reopening';
import { useDeed } from './use-deed';

type Course = Schemas['CourseView'];
type Planned = Schemas['PlannedStepView'];

interface Props {
  tier: UpperTier;
  assessment: Pick<Schemas['AssessmentDetail'], 'id' | 'version' | 'step' | 'status'>;
  /** Whether one may move it. */
  conducts: boolean;
}

export function CourseLine({ tier, assessment, conducts }: Props) {
  const { t } = useTranslation();
  const course = useQuery(courseQuery(tier, assessment.id));
  if (course.isPending) return <Loading />;
  if (course.data === undefined) return <Wrong error={course.error} />;
  const { plan } = course.data;
  // a scheme without steps of its own has nothing to walk through
  const bare = plan.every(({ days }) => days === null) && course.data.items.length < 2;
  if (bare) return null;
  return (
    <section className="course">
      <h2>{t('course.title')}</h2>
      <ol className="course-line">
        {plan.map((step) => (
          <Step key={step.step} planned={step} />
        ))}
      </ol>
      {conducts && assessment.status === 'open' && <MoveOn tier={tier} assessment={assessment} plan={plan} />}
      {conducts && <Reopening tier={tier} assessment={assessment} plan={plan} />}
      <History course={course.data} />
    </section>
  );
}

function Step({ planned: { step, state, days, on } }: { planned: Planned }) {
  const { t } = useTranslation();
  const until = on === null ? undefined : t(step === 'opened' ? 'course.begins' : 'course.until', { day: on });
  const length = days === null ? undefined : t('course.days', { count: days });
  return (
    <li className={`course-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <strong>{t(`course.step.${step}`)}</strong>
      <span className="hint">{t(`course.state.${state}`)}</span>
      <span>{until ?? length ?? (state === 'now' ? t('course.openEnded') : '')}</span>
    </li>
  );
}

function MoveOn({ tier, assessment: { id, version }, plan }: Omit<Props, 'conducts'> & { plan: Planned[] }) {
  const { t } = useTranslation();
  const ahead = plan.filter(({ state, step }) => state === 'ahead' && ['self_score', 'review', 'final'].includes(step));
  const [next] = ahead;
  const move = useDeed<'self_score' | 'review' | 'final'>({
    run: (to) =>
      got(
        api.POST(courseDoors[tier].steps, {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { to },
        }),
      ),
    done: next && t('course.moved', { step: t(`course.step.${next.step}`) }),
    of: ['assessment', id],
  });
  if (next === undefined) return null;
  return (
    <div className="deeds no-print">
      <Button loading={move.isPending} onClick={() => move.mutate(next.step as 'self_score' | 'review' | 'final')}>
        {t('course.moveOn', { step: t(`course.step.${next.step}`) })}
      </Button>
    </div>
  );
}

function History({ course: { items } }: { course: Course }) {
  const { t } = useTranslation();
  return (
    <details className="no-print">
      <summary>{t('course.history')}</summary>
      <div className="wide" role="region" aria-label={t('course.history')} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('assessment.state')}</th>
              <th scope="col">{t('course.entered')}</th>
              <th scope="col">{t('course.lastDay')}</th>
              <th scope="col">{t('course.by')}</th>
              <th scope="col">{t('course.why')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ no, step, enteredAt, dueOn, byName, reason }) => (
              <tr key={no}>
                <th scope="row">{t(`course.step.${step}`)}</th>
                <td>
                  <Time at={enteredAt} />
                </td>
                <td>{dueOn ?? '—'}</td>
                <td>{byName ?? t('course.clock')}</td>
                <td className="said">{reason ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
