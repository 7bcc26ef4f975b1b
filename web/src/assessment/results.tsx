/** 考核结果: what one's own union was given, by year, with everything it rests on. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type LowerTier, isLower } from '../api/doors';
import { useTier } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { resultsQuery } from './assessment-data';
import './assessment.css';
import { SheetBody } from './sheet-body';
import { Totals } from './totals';

export function Results() {
  const tier = useTier();
  return isLower(tier) ? <List tier={tier} /> : <Missing />;
}

function List({ tier }: { tier: LowerTier }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const results = useQuery(resultsQuery(tier));
  const search = useSearch({ from: '/inside/results' });
  if (results.isPending) return <Loading />;
  if (results.data === undefined) return <Wrong error={results.error} />;
  const years = [...new Set(results.data.map(({ year }) => year))];
  const year = search.year ?? years[0];
  return (
    <>
      <h1>{t('assessment.results')}</h1>
      {years.length === 0 && <p className="hint">{t('assessment.noResults')}</p>}
      {years.length > 0 && (
        <div className="filters no-print">
          <label>
            <span>{t('task.year')}</span>
            <select
              className="pick-one"
              value={year}
              onChange={({ target: { value } }) => void navigate({ to: '/results', search: { year: Number(value) } })}
            >
              {years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {results.data
        .filter((sheet) => sheet.year === year)
        .map((sheet) => (
          <section key={sheet.assessmentId} aria-label={sheet.title}>
            <h2>{sheet.title}</h2>
            <Totals sheet={sheet} />
            <SheetBody tier={tier} sheet={sheet} level={3} />
          </section>
        ))}
    </>
  );
}
