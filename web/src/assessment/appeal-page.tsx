/** 处理申诉: what was scored and why, beside what is claimed; the answer is given here by whoever did not score. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { DecisionForm } from './appeal-decision';
import { AppealFiles } from './appeal-files';
import { AppealAnswer, AppealSaid } from './appeal-said';
import { assessmentQuery, sheetQuery } from './assessment-data';
import './assessment.css';
import { appealQuery } from './publication-data';
import { publishedDoors } from './publication-doors';
import { Upper } from './upper';

export function AppealPage() {
  return <Upper>{(tier) => <Read tier={tier} />}</Upper>;
}

function Read({ tier }: { tier: UpperTier }) {
  const { id, appealId } = useParams({ from: '/inside/assessments/$id/appeals/$appealId' });
  const appeal = useQuery(appealQuery(tier, id, appealId));
  if (appeal.isPending) return <Loading />;
  if (appeal.data === undefined) return <Wrong error={appeal.error} />;
  return <One tier={tier} appeal={appeal.data} />;
}

function One({ tier, appeal }: { tier: UpperTier; appeal: Schemas['AppealDetail'] }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const may = useMay();
  const { id, assessmentId, title, unionId, unionName, status, ownScore, evidence } = appeal;
  const assessment = useQuery(assessmentQuery(tier, assessmentId));
  const sheet = useQuery(sheetQuery(tier, assessmentId, unionId));
  const base = publishedDoors[tier].appeal.replace('{id}', assessmentId).replace('{appealId}', id);
  const decides = status === 'filed' && assessment.data?.ownerId === union.id && may('appeal.decide');
  return (
    <>
      <h1>
        {unionName} <small>{t('appeal.appeals')}</small>
      </h1>
      <p>
        <Link to="/assessments/$id" params={{ id: assessmentId }}>
          {title}
        </Link>{' '}
        ·{' '}
        <Link to="/assessments/$id/sheets/$unionId" params={{ id: assessmentId, unionId }}>
          {t('assessment.sheet')}
        </Link>
      </p>
      <section className="claimed">
        <h2>{t('appeal.claimed')}</h2>
        <AppealSaid appeal={appeal} />
        <AppealFiles evidence={evidence} base={base} />
      </section>
      {decides && ownScore && <Alert type="warning" showIcon title={t('appeal.ownScore')} />}
      {sheet.data !== undefined && (
        <DecisionForm
          key={`${id}${status}`}
          tier={tier}
          appeal={appeal}
          criteria={sheet.data.criteria.filter(({ code }) => appeal.criteria.some((each) => each.code === code))}
          decides={decides && !ownScore}
        />
      )}
      <AppealAnswer appeal={appeal} />
    </>
  );
}
