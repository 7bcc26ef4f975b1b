/** 报告文字: the words around the figures of the annual report, written with the figures of a year before one's eyes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Year } from '../parts/year';
import './annual-report.css';
import { reportQuery } from './annual-report-data';
import { templateQuery } from './words-data';
import { WordsEditor } from './words-editor';

export function Words() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { year } = useSearch({ from: '/inside/annual-report/words' });
  const report = useQuery({ ...reportQuery(year), placeholderData: keepPreviousData });
  // one's own words stand while they are written: others' come only with a conflict
  const template = useQuery({ ...templateQuery, staleTime: Infinity, refetchOnMount: 'always' });
  if (!may('annualReport.write')) return <Missing />;
  if (report.isPending || template.isPending || template.isRefetching) return <Loading />;
  if (template.data === undefined) return <Wrong error={template.error} />;
  if (report.data === undefined) return <Wrong error={report.error} />;
  const { version, reason, publishedBy, publishedAt } = template.data;
  const { status } = report.data;
  const shown = year ?? report.data.year;
  return (
    <article className="annual annual-words">
      <h1>
        {t('annual.words')} <small>{version === 0 ? t('annual.standard') : t('annual.version', { version })}</small>
      </h1>
      {publishedAt !== null && (
        <p className="hint">
          {publishedBy} <Time at={publishedAt} />：{reason}
        </p>
      )}
      <div className="filters">
        <Year
          value={shown}
          onYear={(next) => void navigate({ to: '/annual-report/words', search: { year: next }, replace: true })}
        />
        <Link to="/annual-report" search={{ year: shown }}>
          {t('annual.readIt')}
        </Link>
      </div>
      {status !== 'draft' && <p className="hint">{t(`annual.whileWritten.${status}`, { year: shown })}</p>}
      <WordsEditor key={version} template={template.data} year={shown} />
    </article>
  );
}
