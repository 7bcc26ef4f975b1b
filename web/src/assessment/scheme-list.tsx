/** 考核方案: one's schemes by year. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMay } from '../api/me';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { schemesQuery } from './assessment-data';
import './assessment.css';
import { definitionIn } from './definition';
import { Upper } from './upper';

export function SchemeList() {
  return <Upper>{(tier) => <List tier={tier} />}</Upper>;
}

function List({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const schemes = useQuery(schemesQuery(tier));
  if (schemes.isPending) return <Loading />;
  if (schemes.data === undefined) return <Wrong error={schemes.error} />;
  const years = [...new Set(schemes.data.map(({ year }) => year))];
  return (
    <>
      <h1>{t('assessment.schemes')}</h1>
      {may('assessment.conduct') && (
        <p className="deeds">
          <Link className="deed" to="/schemes/new">
            {t('assessment.newScheme')}
          </Link>
          <Link to="/schemes/templates">{t('schemes.fromTemplate')}</Link>
          <Link to="/schemes/import">{t('schemes.import')}</Link>
        </p>
      )}
      {years.length === 0 && <p className="hint">{t('assessment.noSchemes')}</p>}
      {years.map((year) => (
        <section key={year}>
          <h2>{t('assessment.inYear', { year })}</h2>
          <ul className="cards">
            {schemes.data
              .filter((scheme) => scheme.year === year)
              .map((scheme) => (
                <li key={scheme.id} className="card">
                  <div>
                    <Link to="/schemes/$id" params={{ id: scheme.id }}>
                      {scheme.title}
                    </Link>
                  </div>
                  <span className="figure">
                    {t('assessment.full', { marks: amount(definitionIn(scheme).fullMarks) })}
                  </span>
                  <span className={scheme.assessmentId === null ? 'tag' : 'tag tag-accepted'}>
                    {scheme.assessmentId === null ? t('assessment.unused') : t('assessment.used')}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
