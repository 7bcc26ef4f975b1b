/** 试评: a scheme tried on an earlier year, and how ranks would have moved. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { UpperTier } from '../../api/doors';
import { chosen } from '../../i18n/i18n';
import { amount } from '../../parts/amount';
import { Loading, Wrong } from '../../parts/states';
import { Wide } from '../../parts/wide';
import { schemeQuery } from '../assessment-data';
import '../assessment.css';
import { Upper } from '../upper';
import './insight.css';
import { trialQuery } from './insight-data';

export function TrialPage() {
  return <Upper>{(tier) => <Read tier={tier} />}</Upper>;
}

function Read({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/schemes/$id/trial' });
  const scheme = useQuery(schemeQuery(tier, id));
  if (scheme.isPending) return <Loading />;
  if (scheme.data === undefined) return <Wrong error={scheme.error} />;
  return (
    <>
      <h1>
        {scheme.data.title} <small>{t('insight.trial')}</small>
      </h1>
      <p>
        <Link to="/schemes/$id" params={{ id }}>
          {t('assessment.document')}
        </Link>
      </p>
      <p className="hint">{t('insight.trialHelp')}</p>
      <Tried tier={tier} id={id} usual={scheme.data.year - 1} />
    </>
  );
}

function Tried({ tier, id, usual }: { tier: UpperTier; id: string; usual: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { year = usual } = useSearch({ from: '/inside/schemes/$id/trial' });
  const trial = useQuery(trialQuery(tier, id, year));
  return (
    <>
      <div className="filters no-print">
        <label>
          <span>{t('insight.trialYear')}</span>
          <Input
            className="year"
            type="number"
            min={1949}
            max={2200}
            defaultValue={year}
            onChange={({ target: { value } }) => {
              if (/^(19|2\d)\d\d$/.test(value))
                void navigate({ to: '/schemes/$id/trial', params: { id }, search: { year: Number(value) } });
            }}
          />
        </label>
      </div>
      {trial.isPending && <Loading />}
      {trial.isError && <Wrong error={trial.error} />}
      {trial.data !== undefined && <Outcome trial={trial.data} />}
    </>
  );
}

function Outcome({ trial }: { trial: Schemas['TrialView'] }) {
  const { t } = useTranslation();
  const { year, against, triedMarks, fullMarks, unions, leftOut } = trial;
  return (
    <>
      <h2>
        {t('insight.trialOn', { year })}{' '}
        <span className="count">{t('insight.tried', { tried: amount(triedMarks), full: amount(fullMarks) })}</span>
      </h2>
      <p>
        {against === null
          ? t('insight.againstNothing', { year })
          : t('insight.against', { title: against.title, marks: amount(against.fullMarks) })}
      </p>
      {unions.length === 0 ? <p className="hint">{t('insight.noUnions')}</p> : <Movements unions={unions} />}
      {leftOut.length > 0 && (
        <section>
          <h2>{t('insight.untried')}</h2>
          <ul>
            {leftOut.map(({ code, name, marks, words }) => (
              <li key={code}>
                {code} {name} ({amount(marks)}): {words[chosen()]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Movements({ unions }: { unions: readonly Schemas['TrialUnionView'][] }) {
  const { t } = useTranslation();
  return (
    <Wide>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col" className="right">
              {t('insight.rank')}
            </th>
            <th scope="col">{t('insight.union')}</th>
            <th scope="col" className="right">
              {t('insight.points')}
            </th>
            <th scope="col" className="right">
              {t('insight.published')}
            </th>
            <th scope="col" className="right">
              {t('insight.publishedRank')}
            </th>
            <th scope="col">{t('insight.moved')}</th>
          </tr>
        </thead>
        <tbody>
          {unions.map(({ unionId, unionName, rank, points, openCriteria, moved, ...union }) => (
            <tr key={unionId}>
              <td className="right">{rank}</td>
              <th scope="row">{unionName}</th>
              <td className="right">
                {amount(points)} {openCriteria > 0 && <small>{t('insight.openToo', { count: openCriteria })}</small>}
              </td>
              <td className="right">{amount(union.publishedPoints)}</td>
              <td className="right">{amount(union.publishedRank)}</td>
              <td>
                <Moved by={moved} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Moved({ by }: { by: number | null }) {
  const { t } = useTranslation();
  if (by === null) return t('insight.notThen');
  if (by === 0) return t('insight.same');
  return by > 0 ? (
    <span className="change change-more">{t('insight.up', { count: by })}</span>
  ) : (
    <span className="change change-fewer">{t('insight.down', { count: -by })}</span>
  );
}
