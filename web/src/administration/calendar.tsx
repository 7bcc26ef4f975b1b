/** 工作日历: the year's holidays and worked weekends, month by month, and what the district has set otherwise. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Year } from '../parts/year';
import './administration.css';
import { CalendarRun } from './calendar-run';
import { monthsOf, yearQuery } from './calendar-data';
import { SetDay } from './set-day';

export function Calendar() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/calendar' });
  const year = search.year ?? new Date().getFullYear();
  const asked = useQuery({ ...yearQuery(year), placeholderData: keepPreviousData });
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const { workingDays, officialKnown, officialUntil, items, year: shown } = asked.data;
  const writes = may('calendar.write');
  // 5月 rather than 五月
  const month = i18n.language === 'zh' ? 'short' : 'long';
  const monthName = new Intl.DateTimeFormat(i18n.language, { month, timeZone: 'UTC' });
  return (
    <>
      <h1>
        {t('administration.menu.calendar')}{' '}
        <small>{t('administration.calendar.count', { year: shown, count: workingDays })}</small>
      </h1>
      <div className="filters">
        <Year
          value={year}
          onYear={(chosen) => void navigate({ to: '/calendar', search: { year: chosen }, replace: true })}
        />
      </div>
      {!officialKnown && (
        <Alert
          type="warning"
          showIcon
          title={t('administration.calendar.unknown', { year: shown, until: officialUntil })}
          description={writes ? t('administration.calendar.unknownHint') : undefined}
        />
      )}
      <p className="hint">{t('administration.calendar.hint')}</p>
      {writes && <SetDay />}
      {items.length === 0 && <p className="hint">{t('administration.calendar.none')}</p>}
      <div className="calendar">
        {monthsOf(items).map(([begins, runs]) => (
          <section key={begins} className="paper" aria-labelledby={`month-${begins}`}>
            <h2 id={`month-${begins}`}>{monthName.format(new Date(`${begins}-01T00:00:00Z`))}</h2>
            <ul>
              {runs.map((run) => (
                <CalendarRun key={run.first.day} run={run} writes={writes} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
