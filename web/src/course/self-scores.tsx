/** 自评: the open assessments that take something from one's own union. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type LowerTier, isLower } from '../api/doors';
import { useTier } from '../api/me';
import { chosen } from '../i18n/i18n';
import { dayOf } from '../parts/amount';
import { Due } from '../parts/due';
import { Loading, Missing, Wrong } from '../parts/states';
import './course.css';
import { selfScoresQuery } from './course-data';

export function SelfScores() {
  const tier = useTier();
  return isLower(tier) ? <List tier={tier} /> : <Missing />;
}

function List({ tier }: { tier: LowerTier }) {
  const { t } = useTranslation();
  const list = useQuery(selfScoresQuery(tier));
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const today = dayOf(new Date().toISOString());
  return (
    <>
      <h1>{t('course.selfScores')}</h1>
      {list.data.items.length === 0 && <p className="hint">{t('course.noSelfScores')}</p>}
      <ul className="cards self-score-list">
        {list.data.items.map((one) => (
          <li key={one.assessmentId} className="card">
            <div className="card-what">
              <Link className="card-title" to="/self-scores/$id" params={{ id: one.assessmentId }}>
                {one.title}
              </Link>{' '}
              <span className="hint">{t('course.conductedBy', { name: one.ownerName })}</span>
              <p className="hint">
                {one.closedWords === null ? t('course.writable') : one.closedWords[chosen()]}
                {one.handedInLate && ` ${t('course.handedInLate')}`}
              </p>
            </div>
            <div className="card-figures">
              <span className="tag">{t(`course.step.${one.step}`)}</span>
              <span className="figure">
                {t('course.progress', { done: one.criteriaScored, count: one.criteriaToScore })}
              </span>
              {one.stepDue !== null && <Due on={one.stepDue} today={today} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
