/** The appeals against an assessment's results, as the office sees them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { appealsQuery } from './publication-data';
import './publication.css';

export function AppealList({ tier, id }: { tier: UpperTier; id: string }) {
  const { t } = useTranslation();
  const appeals = useQuery(appealsQuery(tier, id));
  const items = appeals.data?.items ?? [];
  return (
    <section id="appeals">
      <h2>
        {t('appeal.appeals')} <span className="count">{amount(appeals.data?.total)}</span>
      </h2>
      {items.length === 0 ? (
        <p className="hint">{t('appeal.none')}</p>
      ) : (
        <div className="wide" role="region" aria-label={t('appeal.appeals')} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('appeal.union')}</th>
                <th scope="col">{t('assessment.criterion')}</th>
                <th scope="col">{t('assessment.state')}</th>
                <th scope="col">{t('appeal.filedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id: appealId, unionName, criteria, status, filedAt }) => (
                <tr key={appealId}>
                  <th scope="row">
                    <Link to="/assessments/$id/appeals/$appealId" params={{ id, appealId }}>
                      {unionName}
                    </Link>
                  </th>
                  <td>{criteria.map(({ name }) => name).join(t('assessment.and'))}</td>
                  <td>
                    <span className={status === 'filed' ? 'tag tag-none' : 'tag'}>{t(`appeal.status.${status}`)}</span>
                  </td>
                  <td>
                    <Time at={filedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
