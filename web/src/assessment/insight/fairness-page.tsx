/** 公平性分析: what an assessment tells apart and what it does not, to be looked at before publication and printed. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { UpperTier } from '../../api/doors';
import { chosen } from '../../i18n/i18n';
import { amount, percent } from '../../parts/amount';
import { Loading, Wrong } from '../../parts/states';
import '../assessment.css';
import { Upper } from '../upper';
import { Criteria, Scorers } from './fairness-tables';
import { Histogram } from './histogram';
import './insight.css';
import { fairnessQuery } from './insight-data';

export function FairnessPage() {
  return <Upper>{(tier) => <Read tier={tier} />}</Upper>;
}

function Read({ tier }: { tier: UpperTier }) {
  const { id } = useParams({ from: '/inside/assessments/$id/fairness' });
  const fairness = useQuery(fairnessQuery(tier, id));
  if (fairness.isPending) return <Loading />;
  if (fairness.data === undefined) return <Wrong error={fairness.error} />;
  return <Page fairness={fairness.data} />;
}

function Page({ fairness }: { fairness: Schemas['FairnessView'] }) {
  const { t } = useTranslation();
  const { assessmentId, title, year, status, distributions, criteria, judgement, scorers, scorerRule } = fairness;
  return (
    <>
      <h1>
        {title} <small>{t('insight.fairness')}</small>
      </h1>
      <p>
        <Link to="/assessments/$id" params={{ id: assessmentId }}>
          {t('assessment.inYear', { year })}
        </Link>
      </p>
      {status === 'open' && <p className="hint">{t('insight.provisional')}</p>}
      <div className="deeds no-print">
        <Button onClick={() => print()}>{t('insight.print')}</Button>
      </div>
      <h2>{t('insight.distribution')}</h2>
      <div className="distributions">
        {distributions.map((each) => (
          <Spread key={each.classCode ?? ''} of={each} />
        ))}
      </div>
      <Criteria criteria={criteria} />
      <section>
        <h2>{t('insight.judgement')}</h2>
        <dl className="facts">
          {(['ofMarks', 'ofPoints', 'ofDifferences'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`insight.${key}`)}</dt>
              <dd>{percent(judgement[key])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Scorers scorers={scorers} rule={scorerRule[chosen()]} />
      <Close fairness={fairness} />
    </>
  );
}

const figures = [
  'lowest',
  'lowerQuartile',
  'median',
  'upperQuartile',
  'highest',
  'mean',
  'deviation',
] as const satisfies readonly (keyof Schemas['DistributionView'])[];

function Spread({ of: { className, distribution, bins } }: { of: Schemas['ClassDistributionView'] }) {
  const { t } = useTranslation();
  const name = className ?? t('insight.all');
  return (
    <figure>
      <figcaption>
        {name} · {t('insight.unions')} {distribution?.count ?? 0}
      </figcaption>
      <Histogram name={name} bins={bins} />
      {distribution !== null && (
        <dl className="facts">
          {figures.map((key) => (
            <div key={key}>
              <dt>{t(`insight.${key}`)}</dt>
              <dd>{amount(distribution[key])}</dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  );
}

function Close({ fairness: { closePairs, withoutExact, distributions } }: { fairness: Schemas['FairnessView'] }) {
  const { t } = useTranslation();
  const classes = new Map(distributions.map(({ classCode, className }) => [classCode, className]));
  return (
    <section>
      <h2>{t('insight.close2')}</h2>
      {closePairs.length === 0 ? (
        <p className="hint">{t('insight.noClose')}</p>
      ) : (
        <>
          <p className="hint">{t('insight.closeHelp')}</p>
          <ul>
            {closePairs.map(({ classCode, aheadId, behindId, words }) => (
              <li key={`${classCode} ${aheadId} ${behindId}`}>
                {words[chosen()]}
                {classCode !== null && t('insight.inClass', { name: classes.get(classCode) ?? classCode })}
              </li>
            ))}
          </ul>
        </>
      )}
      {withoutExact > 0 && <p className="hint">{t('insight.withoutExact', { count: withoutExact })}</p>}
    </section>
  );
}
