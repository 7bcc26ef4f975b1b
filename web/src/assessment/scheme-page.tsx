/** One scheme, as a document; to be changed until an assessment uses it, to be copied always. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMay } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { schemeQuery } from './assessment-data';
import './assessment.css';
import { definitionIn } from './definition';
import { OpenAssessment } from './open-assessment';
import { SchemeDocument } from './scheme-document';
import { SchemeFiles } from './scheme-files';
import { Upper } from './upper';

export function SchemePage() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = useParams({ from: '/inside/schemes/$id' });
  const scheme = useQuery(schemeQuery(tier, id));
  if (scheme.isPending) return <Loading />;
  if (scheme.data === undefined) return <Wrong error={scheme.error} />;
  const { title, year, forTier, assessmentId } = scheme.data;
  const conducts = may('assessment.conduct');
  return (
    <>
      <h1>
        {title}{' '}
        <small>
          {t('assessment.inYear', { year })} · {t(`assessment.scored.${forTier}`)}
        </small>
      </h1>
      {assessmentId !== null && (
        <p>
          {t('assessment.inUse')}{' '}
          <Link to="/assessments/$id" params={{ id: assessmentId }}>
            {t('assessment.look')}
          </Link>
        </p>
      )}
      {conducts && (
        <div className="deeds">
          {assessmentId === null && (
            <Link className="deed" to="/schemes/$id/edit" params={{ id }}>
              {t('assessment.edit')}
            </Link>
          )}
          <Link to="/schemes/new" search={{ from: id }}>
            {t('assessment.copy')}
          </Link>
          <Link to="/schemes/$id/trial" params={{ id }}>
            {t('insight.trial')}
          </Link>
        </div>
      )}
      <SchemeFiles tier={tier} scheme={scheme.data} conducts={conducts} />
      <SchemeDocument definition={definitionIn(scheme.data)} />
      {conducts && assessmentId === null && <OpenAssessment tier={tier} schemeId={id} />}
    </>
  );
}
