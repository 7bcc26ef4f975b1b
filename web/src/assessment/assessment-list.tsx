/** 量化考核: one's assessments, and for the district those of its sub-districts. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { assessmentsQuery, schemesQuery } from './assessment-data';
import './assessment.css';
import { Upper } from './upper';

export function AssessmentList() {
  return <Upper>{(tier) => <List tier={tier} />}</Upper>;
}

function List({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const { ownerId } = useSearch({ from: '/inside/assessments' });
  const assessments = useQuery(assessmentsQuery(tier, ownerId));
  return (
    <>
      <h1>{t('assessment.assessments')}</h1>
      {tier === 'district' && <Whose ownerId={ownerId} />}
      {may('assessment.conduct') && ownerId === undefined && <ToOpen tier={tier} />}
      {assessments.isPending ? (
        <Loading />
      ) : assessments.data === undefined ? (
        <Wrong error={assessments.error} />
      ) : assessments.data.length === 0 ? (
        <p className="hint">{t('assessment.noAssessments')}</p>
      ) : (
        <div className="wide" role="region" aria-label={t('assessment.assessments')} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('assessment.assessment')}</th>
                <th scope="col" className="right">
                  {t('task.year')}
                </th>
                <th scope="col">{t('assessment.state')}</th>
                <th scope="col" className="right">
                  {t('assessment.fullMarks')}
                </th>
                <th scope="col" className="right">
                  {t('assessment.sheets')}
                </th>
                <th scope="col" className="right">
                  {t('assessment.openCriteria')}
                </th>
                <th scope="col">{t('assessment.openedAt')}</th>
                <th scope="col">{t('assessment.publishedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {assessments.data.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/assessments/$id" params={{ id: one.id }}>
                      {one.title}
                    </Link>
                  </th>
                  <td className="right">{one.year}</td>
                  <td>
                    <span className={one.status === 'published' ? 'tag tag-accepted' : 'tag'}>
                      {t(`assessment.status.${one.status}`)}
                    </span>
                  </td>
                  <td className="right">{amount(one.fullMarks)}</td>
                  <td className="right">{amount(one.sheets)}</td>
                  <td className="right">{amount(one.openCriteria)}</td>
                  <td>
                    <Time at={one.openedAt} />
                  </td>
                  <td>{one.publishedAt === null ? '—' : <Time at={one.publishedAt} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** Own or a sub-district's. */
function Whose({ ownerId }: { ownerId: string | undefined }) {
  const { t } = useTranslation();
  const { union } = useMe();
  const navigate = useNavigate();
  const unions = useQuery(unionsQuery);
  const below = (unions.data ?? []).filter(({ parentId }) => parentId === union.id);
  return (
    <div className="filters">
      <label>
        <span>{t('assessment.whose')}</span>
        <select
          className="pick-one"
          value={ownerId ?? ''}
          onChange={({ target: { value } }) =>
            void navigate({ to: '/assessments', search: { ownerId: value === '' ? undefined : value } })
          }
        >
          <option value="">{t('assessment.own', { name: union.name })}</option>
          {below.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Schemes no assessment uses yet: one is opened from the scheme, which one should have read. */
function ToOpen({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const schemes = useQuery(schemesQuery(tier));
  if (schemes.data === undefined) return null;
  const unused = schemes.data.filter(({ assessmentId }) => assessmentId === null);
  if (unused.length === 0)
    return (
      <p className="hint">
        {t('assessment.noUnused')} <Link to="/schemes/new">{t('assessment.newScheme')}</Link>
      </p>
    );
  return (
    <p>
      {t('assessment.toOpen')}{' '}
      {unused.map(({ id, title }) => (
        <Link key={id} className="to-open" to="/schemes/$id" params={{ id }}>
          {title}
        </Link>
      ))}
    </p>
  );
}
