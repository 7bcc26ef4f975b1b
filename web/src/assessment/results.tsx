/** 考核结果: what one's own union was given, the latest year first, with everything it rests on. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { type LowerTier, isLower } from '../api/doors';
import { useTier } from '../api/me';
import { amount } from '../parts/amount';
import { Pages } from '../parts/pages';
import { Loading, Missing, Wrong } from '../parts/states';
import { RESULTS_AT_ONCE, resultsQuery } from './assessment-data';
import './assessment.css';
import { ownPublicationsQuery } from './publication-data';
import { OwnPublication } from './publication-own';
import { InsightLinks } from './insight/insight-links';
import { SheetBody } from './sheet-body';

export function Results() {
  const tier = useTier();
  return isLower(tier) ? <List tier={tier} /> : <Missing />;
}

function List({ tier }: { tier: LowerTier }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { year, page = 1 } = useSearch({ from: '/inside/results' });
  const results = useQuery({ ...resultsQuery(tier, page, year), placeholderData: keepPreviousData });
  const publications = useQuery(ownPublicationsQuery(tier, page, year));
  if (results.isPending) return <Loading />;
  if (results.data === undefined) return <Wrong error={results.error} />;
  const { items, total } = results.data;
  const published = new Map(publications.data?.items.map((each) => [each.id, each]));
  return (
    <>
      <h1>{t('assessment.results')}</h1>
      <div className="filters no-print">
        <label>
          <span>{t('task.year')}</span>
          <Input
            className="year"
            type="number"
            min={1949}
            max={2200}
            allowClear
            placeholder={t('task.all')}
            defaultValue={year}
            onChange={({ target: { value } }) => {
              if (value === '') void navigate({ to: '/results' });
              else if (/^\d{4}$/.test(value)) void navigate({ to: '/results', search: { year: Number(value) } });
            }}
          />
        </label>
      </div>
      {items.length === 0 && (
        <p className="hint">{year === undefined ? t('assessment.noResults') : t('assessment.noResultsIn', { year })}</p>
      )}
      {items.map((sheet, index) => (
        <Result
          key={sheet.assessmentId}
          tier={tier}
          sheet={sheet}
          open={index === 0}
          publication={published.get(sheet.assessmentId)}
        />
      ))}
      {total > 0 && (
        <Pages
          page={page}
          size={RESULTS_AT_ONCE}
          total={total}
          words={t('assessment.resultCount', { count: total })}
          onPage={(next) => void navigate({ to: '/results', search: { year, page: next } })}
        />
      )}
    </>
  );
}

interface ResultProps {
  readonly tier: LowerTier;
  readonly sheet: Schemas['ScoreSheetView'];
  readonly open: boolean;
  /** Not of results that were published before publications were kept. */
  readonly publication: Schemas['ClassPublication'] | undefined;
}

function Result({ tier, sheet, open, publication }: ResultProps) {
  const { t } = useTranslation();
  return (
    <details className="result" open={open}>
      <summary>
        <h2>
          {sheet.title} <small>{t('assessment.inYear', { year: sheet.year })}</small>
        </h2>
        <strong className="figure">
          {t('assessment.outOf', { points: amount(sheet.points), marks: amount(sheet.fullMarks) })}
        </strong>{' '}
        · {sheet.rank === null ? '—' : t('assessment.rankSaid', { rank: sheet.rank })}
      </summary>
      {publication !== undefined && <OwnPublication tier={tier} unionId={sheet.unionId} publication={publication} />}
      <InsightLinks id={sheet.assessmentId} unionId={null} />
      <SheetBody tier={tier} sheet={sheet} level={3} />
    </details>
  );
}
