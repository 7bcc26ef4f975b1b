/** One assessment: how far it is, its sheets with ranks, its scheme as it stood, and what the office does with it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Classes } from '../course/classes';
import { CourseLine } from '../course/course-line';
import { Entries } from '../course/entries';
import { Offices } from '../course/offices';
import { schemeIn } from '../course/scheme-in';
import { amount } from '../parts/amount';
import { Loading, Wrong, useWords } from '../parts/states';
import { Time } from '../parts/time';
import { assessmentQuery, sheetsQuery } from './assessment-data';
import './assessment.css';
import { definitionIn } from './definition';
import { scoringDoors } from './doors';
import { Publication } from './publication';
import { Runs } from './runs';
import { PublishedPart } from './publication-part';
import { SchemeDocument } from './scheme-document';
import { Upper } from './upper';

export function AssessmentPage() {
  return <Upper>{(tier) => <Read tier={tier} />}</Upper>;
}

function Read({ tier }: { tier: UpperTier }) {
  const { id } = useParams({ from: '/inside/assessments/$id' });
  const assessment = useQuery(assessmentQuery(tier, id));
  if (assessment.isPending) return <Loading />;
  if (assessment.data === undefined) return <Wrong error={assessment.error} />;
  return <Page tier={tier} assessment={assessment.data} />;
}

function Page({ tier, assessment }: { tier: UpperTier; assessment: Schemas['AssessmentDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const may = useMay();
  const unions = useQuery(unionsQuery);
  const { id, title, year, forTier, status, step, ownerId, publishedAt, openedAt, openCriteria } = assessment;
  const mine = ownerId === union.id;
  const conducts = mine && may('assessment.conduct');
  const open = status === 'open';
  const owner = unions.data?.find((each) => each.id === ownerId)?.name;
  return (
    <>
      <h1>
        {title}{' '}
        <small>
          {t('assessment.inYear', { year })} · {t(`assessment.scored.${forTier}`)}
        </small>
      </h1>
      <dl className="facts">
        <div>
          <dt>{t('assessment.state')}</dt>
          <dd>{t(`assessment.status.${status}`)}</dd>
        </div>
        {!mine && (
          <div>
            <dt>{t('assessment.owner')}</dt>
            <dd>{owner ?? '—'}</dd>
          </div>
        )}
        <div>
          <dt>{t('assessment.openedAt')}</dt>
          <dd>
            <Time at={openedAt} />
          </dd>
        </div>
        {publishedAt !== null && (
          <div>
            <dt>{t('assessment.publishedAt')}</dt>
            <dd>
              <Time at={publishedAt} />
            </dd>
          </div>
        )}
      </dl>
      <div className="deeds no-print">
        <Link to="/assessments/$id/fairness" params={{ id }}>
          {t('insight.fairness')}
        </Link>
      </div>
      <CourseLine {...{ tier, assessment, conducts }} />
      {open && mine && (
        <div className="deeds no-print">
          {may('assessment.score') && openCriteria > 0 && ['review', 'final'].includes(step) && (
            <Link className="deed" to="/assessments/$id/scoring" params={{ id }}>
              {t('assessment.score')}
            </Link>
          )}
          {may('assessment.conduct') && <Compute tier={tier} id={id} />}
        </div>
      )}
      {!open && <PublishedPart tier={tier} assessment={assessment} />}
      {mine && <Runs tier={tier} assessment={assessment} />}
      <Offices {...{ tier, id }} conducts={conducts && open} />
      <Classes {...{ tier, assessment, conducts }} />
      <Sheets tier={tier} id={id} selfScored={schemeIn(assessment).course?.selfScore !== undefined} />
      <EntriesOf {...{ tier, assessment }} scores={open && mine && may('assessment.score')} />
      {open && mine && may('assessment.conduct') && <Publication tier={tier} assessment={assessment} />}
      <details className="scheme-then no-print">
        <summary>{t('assessment.schemeThen')}</summary>
        <SchemeDocument definition={definitionIn(assessment)} />
      </details>
    </>
  );
}

function Compute({ tier, id }: { tier: UpperTier; id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const compute = useMutation({
    mutationFn: () => got(api.POST(scoringDoors[tier].computation, { params: { path: { id } } })),
    onSuccess: () => void message.success(t('assessment.computed')),
    onError: (error) => void message.error(words(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['assessment', id] }),
  });
  return (
    <>
      <Button loading={compute.isPending} onClick={() => compute.mutate()}>
        {t('assessment.compute')}
      </Button>
      <span className="hint">{t('assessment.computeHelp')}</span>
    </>
  );
}

/** 考核记录 over all sheets; a scheme without anything to record has none. */
function EntriesOf({
  tier,
  assessment,
  scores,
}: {
  tier: UpperTier;
  assessment: Schemas['AssessmentDetail'];
  scores: boolean;
}) {
  const { t } = useTranslation();
  const { bonuses, penalties, vetoes, course } = schemeIn(assessment);
  if ([bonuses, penalties, vetoes, course].every((part) => part === undefined)) return null;
  return (
    <section id="entries" className="entries-part">
      <h2>{t('course.entries')}</h2>
      <Entries tier={tier} id={assessment.id} scores={scores} />
    </section>
  );
}

function Sheets({ tier, id, selfScored }: { tier: UpperTier; id: string; selfScored: boolean }) {
  const { t } = useTranslation();
  const sheets = useQuery(sheetsQuery(tier, id));
  if (sheets.isPending) return <Loading />;
  if (sheets.data === undefined) return <Wrong error={sheets.error} />;
  return (
    <section>
      <h2>
        {t('assessment.scoreSheets')} <span className="count">{sheets.data.length}</span>
      </h2>
      <div className="wide" role="region" aria-label={t('assessment.scoreSheets')} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('board.rank')}
              </th>
              <th scope="col">{t('board.union')}</th>
              <th scope="col" className="right">
                {t('assessment.points')}
              </th>
              <th scope="col" className="right">
                {t('assessment.fullMarks')}
              </th>
              <th scope="col" className="right">
                {t('assessment.openCriteria')}
              </th>
              {selfScored && <th scope="col">{t('course.selfScores')}</th>}
            </tr>
          </thead>
          <tbody>
            {sheets.data.map(
              ({ unionId, unionName, rank, points, fullMarks, openCriteria, handedInAt, handedInLate }) => (
                <tr key={unionId}>
                  <td className="right">{amount(rank)}</td>
                  <th scope="row">
                    <Link to="/assessments/$id/sheets/$unionId" params={{ id, unionId }}>
                      {unionName}
                    </Link>
                  </th>
                  <td className="right">{amount(points)}</td>
                  <td className="right">{amount(fullMarks)}</td>
                  <td className="right">{amount(openCriteria)}</td>
                  {selfScored && (
                    <td>
                      {handedInAt === null ? '—' : <Time at={handedInAt} />}{' '}
                      {handedInLate && <span className="tag tag-late">{t('course.late')}</span>}
                    </td>
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
