/** The reports that wait, one line each. */
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Odd } from './odd';

type Report = Schemas['ReportInList'];

interface Props {
  readonly items: readonly Report[];
  readonly current: Report;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (report: Report) => void;
  readonly onPick: (report: Report) => void;
}

export function QueueList({ items, current, chosen, onToggle, onPick }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current.id]);
  return (
    <ul ref={list} className="queue" aria-label={t('review.title')}>
      {items.map((report) => (
        <li key={report.id} aria-current={report.id === current.id ? 'true' : undefined}>
          <Checkbox
            aria-label={`${t('review.select')} ${report.unionName} ${report.taskTitle}`}
            checked={chosen.has(report.id)}
            onChange={() => onToggle(report)}
          />
          <button type="button" className="pick" onClick={() => onPick(report)}>
            <strong>{report.unionName}</strong> {report.taskTitle}
            <span className="figure">
              {amount(report.done)} / {amount(report.target)} {report.unit}
            </span>
            <Odd report={report} />
          </button>
        </li>
      ))}
    </ul>
  );
}
