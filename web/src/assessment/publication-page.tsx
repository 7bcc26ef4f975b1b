/** 公示: for the meeting room and for print; large, class by class, with the digest by which it can be checked. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { unionsQuery } from '../api/unions';
import { exact } from '../parts/amount';
import { Loading, Missing, Wrong } from '../parts/states';
import { assessmentQuery } from './assessment-data';
import { Verification } from './publication-check';
import { publicationQuery, publicationsQuery } from './publication-data';
import { Standings, shortDigest } from './publication-standings';
import { Upper } from './upper';

export function PublicationPage() {
  return <Upper>{(tier) => <Latest tier={tier} />}</Upper>;
}

function Latest({ tier }: { tier: UpperTier }) {
  const { id } = useParams({ from: '/inside/assessments/$id/publication' });
  const { no } = useSearch({ from: '/inside/assessments/$id/publication' });
  const list = useQuery(publicationsQuery(tier, id));
  const assessment = useQuery(assessmentQuery(tier, id));
  if (list.isPending || assessment.isPending) return <Loading />;
  if (list.data === undefined || assessment.data === undefined) return <Wrong error={list.error ?? assessment.error} />;
  const last = list.data.items.at(-1);
  if (last === undefined) return <Missing />;
  return <One tier={tier} assessment={assessment.data} no={no ?? last.no} all={list.data.items} />;
}

interface Props {
  readonly tier: UpperTier;
  readonly assessment: Schemas['AssessmentDetail'];
  readonly no: number;
  readonly all: readonly Schemas['PublicationSummary'][];
}

function One({ tier, assessment: { id, title, year, ownerId, appealUntil }, no, all }: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const unions = useQuery(unionsQuery);
  const publication = useQuery(publicationQuery(tier, id, no));
  if (publication.isPending) return <Loading />;
  if (publication.data === undefined) return <Wrong error={publication.error} />;
  const { kind, reason, digest, publishedAt, standings } = publication.data;
  const owner = unions.data?.find((each) => each.id === ownerId)?.name ?? '';
  return (
    <div ref={frame} className="publication-paper">
      <h1>{title}</h1>
      <p className="publication-kind">
        {t(`publication.kind.${kind}`, { no })} · {t('assessment.inYear', { year })} · {owner}
      </p>
      {reason !== null && (
        <p className="publication-reason">
          {t('publication.reason')}
          {reason}
        </p>
      )}
      <div className="deeds no-print">
        <Button onClick={() => window.print()}>{t('publication.print')}</Button>
        <Button onClick={() => void frame.current?.requestFullscreen()}>{t('publication.full')}</Button>
        <Link to="/assessments/$id" params={{ id }}>
          {t('publication.back')}
        </Link>
      </div>
      {all.length > 1 && (
        <nav className="deeds no-print" aria-label={t('publication.all')}>
          {all.map((each) => (
            <Link
              key={each.no}
              to="/assessments/$id/publication"
              params={{ id }}
              search={{ no: each.no }}
              aria-current={each.no === no ? 'page' : undefined}
            >
              {t(`publication.kind.${each.kind}`, { no: each.no })}
            </Link>
          ))}
        </nav>
      )}
      <Standings title={title} standings={standings} />
      <dl className="facts publication-facts">
        <div>
          <dt>{t('assessment.publishedAt')}</dt>
          <dd>
            <time dateTime={publishedAt}>{exact(publishedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>{t('publication.appealUntil')}</dt>
          <dd>{appealUntil ?? t('publication.noAppeals')}</dd>
        </div>
        <div>
          <dt>{t('publication.digest')}</dt>
          <dd className="digest" title={digest}>
            {shortDigest(digest)}
          </dd>
        </div>
      </dl>
      <Verification tier={tier} id={id} no={no} />
      <p className="signatures">
        {(['seal', 'clerk', 'head', 'day'] as const).map((each) => (
          <span key={each}>{t(`publication.sign.${each}`)}</span>
        ))}
      </p>
    </div>
  );
}
