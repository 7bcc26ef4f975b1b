/** 得分说明: a whole sheet explained, to be read through and printed; one's own, and those one scores. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isLower } from '../../api/doors';
import { useTier } from '../../api/me';
import { amount } from '../../parts/amount';
import { Loading, Missing, Wrong } from '../../parts/states';
import '../assessment.css';
import { Upper } from '../upper';
import { Explained } from './explained';
import './insight.css';
import { type SheetOf, explanationQuery } from './insight-data';
import { WholeExplained } from './whole-explained';

export function ExplanationPage() {
  const { id, unionId } = useParams({ from: '/inside/assessments/$id/sheets/$unionId/explanation' });
  return <Upper>{(tier) => <Page sheet={{ tier, assessmentId: id, unionId }} />}</Upper>;
}

export function OwnExplanationPage() {
  const tier = useTier();
  const { assessmentId } = useParams({ from: '/inside/results/$assessmentId' });
  return isLower(tier) ? <Page sheet={{ tier, assessmentId, unionId: null }} /> : <Missing />;
}

function Page({ sheet }: { sheet: SheetOf }) {
  const { t } = useTranslation();
  const explanation = useQuery(explanationQuery(sheet));
  if (explanation.isPending) return <Loading />;
  if (explanation.data === undefined) return <Wrong error={explanation.error} />;
  const { title, unionName, status, points, fullMarks, rank, criteria, sources } = explanation.data;
  return (
    <>
      <h1>
        {unionName} <small>{t('insight.explain')}</small>
      </h1>
      <p>
        {title} · {t('assessment.outOf', { points: amount(points), marks: amount(fullMarks) })}
        {rank !== null && ` · ${t('assessment.rankSaid', { rank })}`}
      </p>
      {status === 'open' && <p className="hint">{t('insight.provisional')}</p>}
      <div className="deeds no-print">
        <ToSimulation sheet={sheet} />
        <Button onClick={() => print()}>{t('insight.print')}</Button>
      </div>
      <WholeExplained sheet={sheet} explanation={explanation.data} />
      {criteria.map((criterion) => (
        <article key={criterion.code} className="sheet-criterion">
          <h3>
            {criterion.code} {criterion.name}
            <span className="sheet-points">
              {criterion.points === null
                ? t('assessment.notScored', { marks: amount(criterion.marks) })
                : t('assessment.outOf', { points: amount(criterion.points), marks: amount(criterion.marks) })}
            </span>
          </h3>
          <Explained sheet={sheet} criterion={criterion} sources={sources} />
        </article>
      ))}
    </>
  );
}

function ToSimulation({ sheet: { assessmentId, unionId } }: { sheet: SheetOf }) {
  const { t } = useTranslation();
  return unionId === null ? (
    <Link to="/results/$assessmentId/simulation" params={{ assessmentId }}>
      {t('insight.simulate')}
    </Link>
  ) : (
    <Link to="/assessments/$id/sheets/$unionId/simulation" params={{ id: assessmentId, unionId }}>
      {t('insight.simulate')}
    </Link>
  );
}
