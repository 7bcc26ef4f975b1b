/** 年度报告: the report of a year as it reads, every figure a link to what it is made of. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { Year } from '../parts/year';
import './annual-report.css';
import { reportQuery } from './annual-report-data';
import { Changed } from './changed';
import { FigureDrawer } from './figure-drawer';
import { ReportText } from './report-text';
import { Standing } from './standing';
import { Targets } from './targets';

export function AnnualReport() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { year, figure } = useSearch({ from: '/inside/annual-report' });
  const report = useQuery(reportQuery(year));
  const { data } = report;
  // this year is what the API says it is
  const shown = year ?? data?.year;
  const looked = data?.figures.find(({ code }) => code === figure);
  return (
    <article className="annual">
      <h1>{t('annual.title')}</h1>
      {shown !== undefined && (
        <div className="filters no-print">
          <Year
            value={shown}
            onYear={(next) => void navigate({ to: '/annual-report', search: { year: next }, replace: true })}
          />
        </div>
      )}
      {report.isPending && <Loading />}
      {data === undefined && report.isError && <Wrong error={report.error} />}
      {data !== undefined && (
        <>
          <Standing report={data} />
          {data.changed > 0 && <Changed report={data} />}
          <ReportText report={data} />
          <Targets report={data} title={t('annual.targets', { year: data.year })} targets={data.targets} judged />
          <Targets
            report={data}
            title={t('annual.nextTargets', { year: data.year + 1 })}
            targets={data.nextTargets}
            judged={false}
          />
        </>
      )}
      {data !== undefined && looked !== undefined && (
        <FigureDrawer
          key={looked.code}
          figure={looked}
          year={data.year}
          onClose={() => void navigate({ to: '/annual-report', search: { year }, replace: true, resetScroll: false })}
        />
      )}
    </article>
  );
}
