/** 评分表: one union's points with what each rests on; an office goes through thirty of them by keyboard. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { OfficeScore } from '../course/office-score';
import { SheetCourse, SheetFacts, scoresNow } from '../course/sheet-course';
import { SheetEntries } from '../course/sheet-entries';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { assessmentQuery, sheetQuery, sheetsQuery } from './assessment-data';
import './assessment.css';
import { InsightLinks } from './insight/insight-links';
import { ScoreForm, focusScore } from './score-form';
import { SheetBody } from './sheet-body';
import { Upper } from './upper';

export function SheetPage() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const { id, unionId } = useParams({ from: '/inside/assessments/$id/sheets/$unionId' });
  const assessment = useQuery(assessmentQuery(tier, id));
  const sheets = useQuery(sheetsQuery(tier, id));
  const sheet = useQuery(sheetQuery(tier, id, unionId));
  const heading = useRef<HTMLHeadingElement>(null);
  const all = sheets.data ?? [];
  const index = all.findIndex((each) => each.unionId === unionId);
  const [before, after] = [index > 0 ? all[index - 1] : undefined, index < 0 ? undefined : all[index + 1]];
  const mine = assessment.data?.status === 'open' && assessment.data.ownerId === union.id && may('assessment.score');
  const conducts = may('assessment.conduct');
  const scores = mine && assessment.data !== undefined && scoresNow(assessment.data, conducts);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      const to = key === 'j' ? after : key === 'k' ? before : undefined;
      if (to !== undefined)
        void navigate({ to: '/assessments/$id/sheets/$unionId', params: { id, unionId: to.unionId }, replace: true });
      else if (key === 's') focusScore();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  if (sheet.isPending || assessment.isPending) return <Loading />;
  if (sheet.data === undefined || assessment.data === undefined)
    return <Wrong error={sheet.error ?? assessment.error} />;
  const { title, unionName, criteria } = sheet.data;
  const silent = criteria.filter(({ source, points }) => source === 'computed' && points === null).length;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {unionName} <small>{t('assessment.sheet')}</small>
      </h1>
      <p>
        <Link to="/assessments/$id" params={{ id }}>
          {title}
        </Link>
      </p>
      <nav className="deeds no-print" aria-label={t('assessment.scoreSheets')}>
        <Beside to={before} words={t('assessment.before')} />
        {index >= 0 && <span>{t('assessment.place', { no: index + 1, count: all.length })}</span>}
        <Beside to={after} words={t('assessment.after')} />
        <span className="hint">{scores ? t('assessment.scoreKeys') : t('assessment.keys')}</span>
      </nav>
      <Totals sheet={sheet.data} />
      <InsightLinks id={id} unionId={unionId} />
      <SheetCourse {...{ tier, conducts }} assessment={assessment.data} sheet={sheet.data} scores={mine} />
      <SheetFacts tier={tier} sheet={sheet.data} />
      {scores && silent > 0 && <p className="hint">{t('assessment.computedOpen', { count: silent })}</p>}
      <SheetBody key={unionId} tier={tier} sheet={sheet.data} level={2}>
        {scores
          ? (criterion) => (
              <OfficeScore key={criterion.code} tier={tier} assessment={assessment.data} criterion={criterion}>
                <ScoreForm
                  tier={tier}
                  sheet={sheet.data}
                  criterion={criterion}
                  onDone={() => focusScore() || heading.current?.focus()}
                />
              </OfficeScore>
            )
          : undefined}
      </SheetBody>
      <SheetEntries tier={tier} assessment={assessment.data} sheet={sheet.data} scores={mine} />
    </>
  );
}

function Beside({ to, words }: { to: Schemas['ScoreSheetSummary'] | undefined; words: string }) {
  if (to === undefined) return null;
  const { assessmentId, unionId, unionName } = to;
  return (
    <Link to="/assessments/$id/sheets/$unionId" params={{ id: assessmentId, unionId }} replace>
      {words} {unionName}
    </Link>
  );
}

function Totals({ sheet: { points, fullMarks, rank, openCriteria } }: { sheet: Schemas['ScoreSheetView'] }) {
  const { t } = useTranslation();
  return (
    <dl className="facts totals">
      <div>
        <dt>{t('assessment.points')}</dt>
        <dd>
          <strong>{amount(points)}</strong> / {amount(fullMarks)}
        </dd>
      </div>
      <div>
        <dt>{t('board.rank')}</dt>
        <dd>{rank === null ? '—' : t('assessment.rankSaid', { rank })}</dd>
      </div>
      {openCriteria > 0 && (
        <div>
          <dt>{t('assessment.openCriteria')}</dt>
          <dd>{amount(openCriteria)}</dd>
        </div>
      )}
    </dl>
  );
}
