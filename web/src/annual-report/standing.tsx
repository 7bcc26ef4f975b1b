/** How the report stands: who submitted and approved it and when, its document, and what may be done with it now. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useMay } from '../api/me';
import { useDeed } from '../course/use-deed';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';
import { Time } from '../parts/time';
import { type Report, annualKey, documentOf } from './annual-report-data';

export function Standing({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const may = useMay();
  const { year, status, submission } = report;
  return (
    <section>
      <p>
        <strong className={`standing-${status}`}>{t(`annual.status.${status}`)}</strong>{' '}
        <span className="hint">{t(`annual.statusHint.${status}`)}</span>
      </p>
      {submission !== null && (
        <ul className="standing">
          <li>
            {t('annual.submitted', { name: submission.submittedBy })} <Time at={submission.submittedAt} />
          </li>
          {submission.decidedBy !== null && submission.decidedAt !== null && (
            <li>
              {t('annual.approved', { name: submission.decidedBy })} <Time at={submission.decidedAt} />
            </li>
          )}
        </ul>
      )}
      <p className="no-print">
        <a href={documentOf(year)} download>
          {t('annual.document')}
        </a>{' '}
        {may('annualReport.write') && (
          <Link to="/annual-report/words" search={{ year }}>
            {t('annual.writeWords')}
          </Link>
        )}{' '}
        <Link to="/annual-report/submissions" search={{ year }}>
          {t('annual.submissions')}
        </Link>
      </p>
      <Deeds report={report} />
    </section>
  );
}

function Deeds({ report: { year, status, submission, digest } }: { readonly report: Report }) {
  const { t } = useTranslation();
  const may = useMay();
  const deed = useDeed<() => Promise<unknown>>({ run: (run) => run(), of: annualKey });
  const decides = may('annualReport.approve');
  const at = { params: { path: { id: submission?.id ?? '' } } };
  return (
    <div className="deeds no-print">
      {status === 'draft' && may('annualReport.write') && (
        <Button
          type="primary"
          loading={deed.isPending}
          onClick={() =>
            deed.mutate(() => got(api.POST('/api/v1/district/annual-report-submissions', { body: { year } })))
          }
        >
          {t('annual.submit')}
        </Button>
      )}
      {status === 'submitted' && decides && (
        <>
          <Button
            type="primary"
            loading={deed.isPending}
            onClick={() =>
              deed.mutate(() =>
                got(api.POST('/api/v1/district/annual-report-submissions/{id}/approval', { ...at, body: { digest } })),
              )
            }
          >
            {t('annual.approve')}
          </Button>
          <ReasonDeed
            open={t('annual.return')}
            of={[annualKey, deskKey]}
            reason={t('ledger.reason')}
            run={(reason) =>
              got(api.POST('/api/v1/district/annual-report-submissions/{id}/return', { ...at, body: { reason } }))
            }
          />
        </>
      )}
      {status === 'approved' && decides && (
        <ReasonDeed
          open={t('annual.reopen')}
          of={[annualKey, deskKey]}
          reason={t('ledger.reason')}
          run={(reason) =>
            got(api.POST('/api/v1/district/annual-report-submissions/{id}/reopening', { ...at, body: { reason } }))
          }
        />
      )}
    </div>
  );
}
