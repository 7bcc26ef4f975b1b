/** What points rest on (数据来源): tasks with their accepted reports, approved entries, and the files behind them. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { amount } from '../../parts/amount';
import type { SheetOf } from './insight-data';

interface TasksProps {
  sheet: SheetOf;
  criterion: Schemas['ExplainedCriterionView'];
  reports: readonly Schemas['ReportSourceView'][];
}

export function TasksOf({ sheet, criterion: { tasks, taskCount }, reports }: TasksProps) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <section>
      <h3>{t('insight.tasks', { count: taskCount })}</h3>
      {taskCount > tasks.length && <p className="hint">{t('insight.firstOf', { count: tasks.length })}</p>}
      <ul className="sources">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <Link to="/tasks/$id" params={{ id: task.taskId }}>
              {task.title}
            </Link>{' '}
            <Figures task={task} />
            <Reports sheet={sheet} task={task} reports={reports} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ task: { done, target, unit, timeliness } }: { task: Schemas['ExplainedTaskView'] }) {
  const { t } = useTranslation();
  if (done !== null && target !== null)
    return (
      <>
        {amount(done)} / {amount(target)} {unit}
      </>
    );
  if (timeliness === 'on_time' || timeliness === 'late' || timeliness === 'missing')
    return t(`assessment.timeliness.${timeliness}`);
  return null;
}

function Reports({
  sheet,
  task: { reportIds, reports: count },
  reports,
}: Pick<TasksProps, 'sheet' | 'reports'> & { task: Schemas['ExplainedTaskView'] }) {
  const { t } = useTranslation();
  const known = reports.filter(({ id }) => reportIds.includes(id));
  return (
    <ul>
      {known.map(({ id, unionName, asOf, done, acceptedBy, acceptedOn, evidence, evidenceCount }) => (
        <li key={id}>
          {t('insight.report', { union: unionName, asOf, done: amount(done), by: acceptedBy, on: acceptedOn })}
          <Files
            files={evidence}
            count={evidenceCount}
            at={(file) => `/api/v1/${sheet.tier}/reports/${id}/evidence/${file}`}
          />
        </li>
      ))}
      {count > known.length && <li className="hint">{t('insight.moreReports', { count: count - known.length })}</li>}
    </ul>
  );
}

export function Entries({ sheet, entries }: { sheet: SheetOf; entries: readonly Schemas['EntrySourceView'][] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  const room = sheet.unionId === null ? 'self-scores' : 'assessments';
  return (
    <section>
      <h3>{t('insight.entries')}</h3>
      <ul className="sources">
        {entries.map(({ id, words, count, points, evidence, evidenceCount, ...entry }) => (
          <li key={id}>
            {t('insight.entry', {
              on: entry.occurredOn,
              words,
              count,
              recorded: entry.recordedBy,
              approved: entry.approvedBy,
              approvedOn: entry.approvedOn,
            })}
            {points !== null && ` ${t('insight.entryPoints', { points })}`}
            <Files
              files={evidence}
              count={evidenceCount}
              at={(file) => `/api/v1/${sheet.tier}/${room}/${sheet.assessmentId}/entries/${id}/evidence/${file}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FilesProps {
  files: readonly Schemas['EvidenceNameView'][];
  count: number;
  at: (fileId: string) => string;
}

function Files({ files, count, at }: FilesProps) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <span className="files">
      {' '}
      {t('insight.evidence')}:{' '}
      {files.map(({ id, name }) => (
        <a key={id} href={at(id)} download={name}>
          {name}
        </a>
      ))}
      {count > files.length && <span className="hint">{t('insight.moreFiles', { count: count - files.length })}</span>}
    </span>
  );
}
