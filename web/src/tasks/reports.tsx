/** A task's reports, the newest first, each with its way and its evidence. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { EvidenceList } from './evidence-list';
import { reportQuery, reportsQuery } from './task-data';

interface Props {
  tier: Tier;
  taskId: string;
  /** What counts is shown at once. */
  openAccepted?: boolean;
}

export function Reports({ tier, taskId, openAccepted = false }: Props) {
  const { t } = useTranslation();
  const reports = useQuery(reportsQuery(tier, taskId));
  const items = reports.data?.items ?? [];
  return (
    <section>
      <h2>{t('report.history')}</h2>
      {items.length === 0 ? (
        <p className="hint">{t('report.none')}</p>
      ) : (
        items.map((report) => (
          <Entry
            key={report.id}
            tier={tier}
            report={report}
            begun={openAccepted && report === items.find(({ status }) => status === 'accepted')}
          />
        ))
      )}
    </section>
  );
}

function Entry({ tier, report, begun }: { tier: Tier; report: Schemas['ReportInList']; begun: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(begun);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('report.no', { no: report.no })} · {report.asOf} · {amount(report.done)} {report.unit} ·{' '}
        <span className={`tag tag-${report.status}`}>{t(`report.${report.status}`)}</span>
        {report.timeliness && ` · ${t(`report.${report.timeliness}`)}`}
      </summary>
      {open && <ReportWay tier={tier} id={report.id} />}
    </details>
  );
}

export function ReportWay({ tier, id }: { tier: Tier; id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(reportQuery(tier, id));
  if (data === undefined) return null;
  return (
    <>
      {data.note !== '' && <p className="note">{data.note}</p>}
      <EvidenceList tier={tier} report={data} />
      <ol className="way" aria-label={t('report.way')}>
        {data.steps.map(({ kind, at, officerName, done, reason, timeliness }) => (
          <li key={`${at}${kind}`}>
            <Time at={at} /> <strong>{t(`report.step.${kind as 'submitted'}`)}</strong>{' '}
            {t('report.by', { name: officerName })} · {amount(done)} {data.unit}
            {timeliness && ` · ${t(`report.${timeliness as 'late'}`)}`}
            {reason && <span className="reason"> {reason}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
