/** Reporting on a task: the form, once it is known whether a report is open; else why there is none. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { LowerTier } from '../api/doors';
import { Loading, Wrong } from '../parts/states';
import { ReportForm } from './report-form';
import { reportQuery, reportsQuery } from './task-data';

export function Reporting({ tier, task }: { readonly tier: LowerTier; readonly task: Schemas['TaskDetail'] }) {
  const { t } = useTranslation();
  const reports = useQuery(reportsQuery(tier, task.id));
  const open = reports.data?.items.find(({ status }) => status !== 'accepted');
  const shown = useRef(false);
  const detail = useQuery({ ...reportQuery(tier, open?.id ?? ''), enabled: open !== undefined });
  const failed = reports.error ?? detail.error;
  if (failed !== null && (reports.data === undefined || (open !== undefined && detail.data === undefined)))
    return <Wrong error={failed} />;
  if (reports.data === undefined) return <Loading />;
  // typed upon what is at the server now, not upon what was read before
  const stale = !detail.isFetchedAfterMount || (detail.data?.version ?? 0) < (open?.version ?? 0);
  if (!shown.current && open !== undefined && stale) return <Loading />;
  shown.current = open?.status !== 'submitted';
  if (open?.status === 'submitted') return <Alert type="info" showIcon title={t('report.submitted_')} />;
  const accepted = reports.data.items.find(({ status }) => status === 'accepted')?.done ?? null;
  return (
    <section className="reporting">
      <h2>{t('report.title')}</h2>
      <ReportForm
        key={reports.data.items.filter(({ status }) => status === 'accepted').length}
        tier={tier}
        task={task}
        open={open && detail.data}
        accepted={accepted}
      />
    </section>
  );
}
