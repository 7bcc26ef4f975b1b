/** Beside a sheet (评分表): whether it was handed in and reviewed, and in which stage one scores now. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import './course.css';
import { factsQuery } from './course-data';
import { courseDoors } from './doors';
import { schemeIn } from './scheme-in';
import { useDeed } from './use-deed';

interface Props {
  tier: UpperTier;
  assessment: Schemas['AssessmentDetail'];
  sheet: Schemas['ScoreSheetView'];
  /** Whether one has the right to score here. */
  scores: boolean;
  conducts: boolean;
}

/** Whether one gives points now: from the review on, and in the final scores of a reviewed sheet only who conducts. */
export function scoresNow({ step, definition }: Schemas['AssessmentDetail'], conducts: boolean): boolean {
  const { review } = schemeIn({ definition }).course ?? {};
  return step === 'review' || (step === 'final' && (review === undefined || conducts));
}

export function SheetCourse({ tier, assessment, sheet, scores, conducts }: Props) {
  const { t } = useTranslation();
  const { course } = schemeIn(assessment);
  const { step } = assessment;
  const { assessmentId: id, unionId, handedInAt, handedInLate, reviewedAt } = sheet;
  const finish = useDeed({
    run: () => got(api.POST(courseDoors[tier].review, { params: { path: { id, unionId } } })),
    of: ['assessment', id],
  });
  if (course === undefined && handedInAt === null) return null;
  return (
    <div className="sheet-course">
      <p className="hint">
        {course?.selfScore !== undefined &&
          (handedInAt === null ? (
            t('course.notHandedIn')
          ) : (
            <>
              {t('course.handedIn', { when: '' })}
              <Time at={handedInAt} /> {handedInLate && t('course.handedInLate')}
            </>
          ))}
        {reviewedAt !== null && (
          <>
            {' '}
            · {t('course.reviewed', { when: '' })}
            <Time at={reviewedAt} />
          </>
        )}
      </p>
      {scores && <p>{t(said(step, scoresNow(assessment, conducts)))}</p>}
      {scores && step === 'review' && reviewedAt === null && (
        <div className="deeds no-print">
          <Button loading={finish.isPending} onClick={() => finish.mutate()}>
            {t('course.finishReview')}
          </Button>
          <span className="hint">{t('course.finishHelp')}</span>
        </div>
      )}
    </div>
  );
}

function said(step: Schemas['AssessmentDetail']['step'], now: boolean) {
  if (step === 'review') return 'course.scoringStage.review';
  if (step !== 'final') return 'course.notScoring';
  return now ? 'course.scoringStage.final' : 'course.conductorOnly';
}

/** What the machine finds now, whichever criterion looks at it. */
export function SheetFacts({ tier, sheet: { assessmentId, unionId } }: Pick<Props, 'tier' | 'sheet'>) {
  const { t } = useTranslation();
  const { data } = useQuery(factsQuery(tier, assessmentId, unionId));
  if (data === undefined || data.tasks.length === 0) return null;
  const label = t('course.facts', { count: data.tasks.length });
  return (
    <details className="no-print">
      <summary>{label}</summary>
      <div className="wide" role="region" aria-label={label} tabIndex={0}>
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
            </tr>
          </thead>
          <tbody>
            {data.tasks.map(({ taskId, title, unit, done, pending, target, timeliness, received, returned }) => (
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
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
