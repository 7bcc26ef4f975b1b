/** One's own sheet (自评表): what the machine found, what one gives oneself, handed in and taken back. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { type LowerTier, isLower } from '../api/doors';
import { useMay, useTier } from '../api/me';
import '../assessment/assessment.css';
import { InsightLinks } from '../assessment/insight/insight-links';
import { chosen } from '../i18n/i18n';
import { amount, dayOf } from '../parts/amount';
import { Due } from '../parts/due';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import './course.css';
import { selfScoreQuery } from './course-data';
import { selfDoors } from './doors';
import { SelfCriterion } from './self-criterion';
import { SelfEntries } from './self-entries';
import { useDeed } from './use-deed';

export function SelfScorePage() {
  const tier = useTier();
  return isLower(tier) ? <Read tier={tier} /> : <Missing />;
}

function Read({ tier }: { tier: LowerTier }) {
  const { id } = useParams({ from: '/inside/self-scores/$id' });
  const sheet = useQuery(selfScoreQuery(tier, id));
  if (sheet.isPending) return <Loading />;
  if (sheet.data === undefined) return <Wrong error={sheet.error} />;
  return <Page tier={tier} sheet={sheet.data} />;
}

function Page({ tier, sheet }: { tier: LowerTier; sheet: Schemas['SelfScoreView'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { title, year, ownerName, closedWords, late, points, fullMarks, parts, criteria } = sheet;
  const writes = sheet.writable && may('assessment.selfScore');
  return (
    <>
      <h1>
        {title} <small>{t('assessment.inYear', { year })}</small>
      </h1>
      <p>
        <Link to="/self-scores">{t('course.selfScores')}</Link> · {t('course.conductedBy', { name: ownerName })}
      </p>
      <dl className="facts totals">
        <div>
          <dt>{t('course.ownPoints')}</dt>
          <dd>
            <strong>{amount(points)}</strong> / {amount(fullMarks)}
          </dd>
        </div>
        <State sheet={sheet} />
      </dl>
      <InsightLinks id={sheet.assessmentId} unionId={null} />
      {closedWords !== null && <Alert type="info" showIcon title={closedWords[chosen()]} />}
      {writes && late && <Alert type="warning" showIcon title={t('course.lateSaid')} />}
      {parts.map((part) => (
        <section key={part.code} className="sheet-part" aria-label={part.name}>
          <h2>
            {part.code} {part.name} <span className="count">{amount(part.marks)}</span>
          </h2>
          {criteria
            .filter((criterion) => criterion.part === part.code)
            .map((criterion) => (
              <SelfCriterion key={criterion.code} {...{ tier, sheet, criterion, writes }} />
            ))}
        </section>
      ))}
      <SelfEntries tier={tier} sheet={sheet} />
      {may('assessment.selfScore') && <Handing tier={tier} sheet={sheet} />}
    </>
  );
}

function State({
  sheet: { step, stepDue, criteriaScored, criteriaToScore, ...sheet },
}: {
  sheet: Schemas['SelfScoreView'];
}) {
  const { t } = useTranslation();
  const { handedInAt, handedInLate, beginOn } = sheet;
  const day = step === 'opened' ? beginOn : stepDue;
  return (
    <>
      <div>
        <dt>{t('assessment.state')}</dt>
        <dd>
          {t(`course.step.${step}`)} {day !== null && <Due on={day} today={dayOf(new Date().toISOString())} />}
        </dd>
      </div>
      <div>
        <dt>{t('course.selfScores')}</dt>
        <dd>
          {handedInAt === null ? (
            t('course.progress', { done: criteriaScored, count: criteriaToScore })
          ) : (
            <>
              {t('course.handedIn', { when: '' })}
              <Time at={handedInAt} /> {handedInLate && t('course.handedInLate')}
            </>
          )}
        </dd>
      </div>
    </>
  );
}

function Handing({
  tier,
  sheet: { assessmentId, writable, handedInAt },
}: {
  tier: LowerTier;
  sheet: Schemas['SelfScoreView'];
}) {
  const { t } = useTranslation();
  const address = { params: { path: { assessmentId } } };
  const of = ['self-scores'];
  const submit = useDeed({
    run: () => got(api.POST(selfDoors[tier].submission, address)),
    done: t('course.handedInSaid'),
    of,
  });
  const takeBack = useDeed({
    run: () => got(api.DELETE(selfDoors[tier].submission, address)),
    done: t('course.takenBack'),
    of,
  });
  if (handedInAt !== null)
    return (
      <div className="deeds scheme-bar no-print">
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('course.takeBack')}
        </Button>
      </div>
    );
  if (!writable) return null;
  return (
    <div className="deeds scheme-bar no-print">
      <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
        {t('course.handIn')}
      </Button>
      <span className="hint">{t('course.handInHelp')}</span>
    </div>
  );
}
