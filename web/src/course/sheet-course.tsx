/** Beside a sheet (评分表): whether it was handed in and reviewed, and in which stage one scores now. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { Time } from '../parts/time';
import './course.css';
import { courseDoors } from './doors';
import { schemeIn } from './scheme-in';
import { SheetTasks } from './sheet-tasks';
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

/** What the machine finds now, whichever criterion looks at it; asked for when it is opened. */
export function SheetFacts({ tier, sheet }: Pick<Props, 'tier' | 'sheet'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('course.facts')}</summary>
      {open && <SheetTasks tier={tier} assessmentId={sheet.assessmentId} unionId={sheet.unionId} />}
    </details>
  );
}
