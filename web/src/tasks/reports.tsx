/** A task's reports, the newest first and open, each as one conversation. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Conversation } from './conversation';
import { reportsQuery } from './task-data';

interface Props {
  readonly tier: Tier;
  readonly taskId: string;
  /** What counts is shown at once. */
  readonly openAccepted?: boolean;
}

export function Reports({ tier, taskId, openAccepted = false }: Props) {
  const { t } = useTranslation();
  const reports = useQuery(reportsQuery(tier, taskId));
  if (reports.isPending) return <Loading />;
  if (reports.data === undefined) return <Wrong error={reports.error} />;
  const { items, total } = reports.data;
  const counts = items.find(({ status }) => status === 'accepted');
  return (
    <section>
      <h2>{t('report.history')}</h2>
      {items.length === 0 ? (
        <p className="hint">{t('report.none')}</p>
      ) : (
        items.map((report, place) => (
          <Entry key={report.id} tier={tier} report={report} begun={openAccepted ? report === counts : place === 0} />
        ))
      )}
      {total > items.length && <p className="hint">{t('report.newest', { count: items.length, total })}</p>}
    </section>
  );
}

interface EntryProps {
  readonly tier: Tier;
  readonly report: Schemas['ReportInList'];
  readonly begun: boolean;
}

function Entry({ tier, report, begun }: EntryProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (begun && report.status !== 'draft');
  return (
    <details open={open} onToggle={({ currentTarget }) => setChosen(currentTarget.open)}>
      <summary>
        {t('report.no', { no: report.no })} · {report.asOf} · {amount(report.done)} {report.unit} ·{' '}
        <span className={`tag tag-${report.status}`}>{t(`report.${report.status}`)}</span>
        {report.timeliness && ` · ${t(`report.${report.timeliness}`)}`}
      </summary>
      {open && <Conversation tier={tier} id={report.id} />}
    </details>
  );
}
