/** 历次提交: who submitted, approved, returned or opened the report again and when, and what each said otherwise than the one before. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Wide } from '../parts/wide';
import './annual-report.css';
import { LineChanges } from './line-changes';
import { SUBMISSIONS, submissionQuery, submissionsQuery } from './words-data';

export function Submissions() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { year, page = 1 } = useSearch({ from: '/inside/annual-report/submissions' });
  const list = useQuery(submissionsQuery(year, page));
  return (
    <article className="annual">
      <h1>{t('annual.submissions')}</h1>
      <p>
        <Link to="/annual-report" search={{ year }}>
          {t('annual.readIt')}
        </Link>{' '}
        {year !== undefined && (
          <Link to="/annual-report/submissions" search={{}}>
            {t('annual.allYears')}
          </Link>
        )}
      </p>
      {list.isPending && <Loading />}
      {list.data === undefined && list.isError && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <>
          {list.data.items.length === 0 && <p className="hint">{t('annual.noSubmissions')}</p>}
          <ol className="standing">
            {list.data.items.map((submission) => (
              <Submission key={submission.id} submission={submission} />
            ))}
          </ol>
          <Pages
            page={page}
            size={SUBMISSIONS}
            total={list.data.total}
            words={t('supervision.total', { count: list.data.total })}
            onPage={(next) => void navigate({ to: '/annual-report/submissions', search: { year, page: next } })}
          />
        </>
      )}
    </article>
  );
}

function Submission({ submission }: { readonly submission: Schemas['AnnualReportSubmissionView'] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { id, year, status, submittedBy, submittedAt, decidedBy, decidedAt, reopenedBy, reopenedAt, reason } =
    submission;
  const returned = status === 'returned';
  return (
    <li className="submission">
      <h2>
        {t('annual.ofYear', { year })} <small className={`standing-${status}`}>{t(`annual.was.${status}`)}</small>
      </h2>
      <p>
        {t('annual.submitted', { name: submittedBy })} <Time at={submittedAt} />
      </p>
      {decidedAt !== null && (
        <p>
          {t(returned ? 'annual.returnedBy' : 'annual.approved', { name: decidedBy })} <Time at={decidedAt} />
          {returned && `：${reason ?? ''}`}
        </p>
      )}
      {reopenedAt !== null && (
        <p>
          {t('annual.reopenedBy', { name: reopenedBy })} <Time at={reopenedAt} />：{reason}
        </p>
      )}
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('annual.whatChanged')}
      </button>
      {open && <Changes id={id} />}
    </li>
  );
}

function Changes({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const one = useQuery(submissionQuery(id));
  if (one.isPending) return <Loading />;
  if (one.data === undefined) return <Wrong error={one.error} />;
  const { against, figures, lines } = one.data;
  if (against === null) return <p className="hint">{t('annual.noneBefore')}</p>;
  if (figures.length + lines.length === 0) return <p className="hint">{t('annual.sameAsBefore')}</p>;
  return (
    <>
      {figures.length > 0 && (
        <Wide>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('annual.figure')}</th>
                <th scope="col">{t('annual.before')}</th>
                <th scope="col">{t('annual.after')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ code, name, before, after }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>{before ?? '—'}</td>
                  <td>{after ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <LineChanges lines={lines} />
    </>
  );
}
