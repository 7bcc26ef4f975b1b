/** The report that lies open: its figures, its conversation, its evidence, and what one decides. */
import { Link } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { Conversation } from '../tasks/conversation';
import { Figures } from './figures';
import { Odd } from './odd';
import { recentReasons, rememberReason } from './reasons';

interface Props {
  readonly tier: UpperTier;
  readonly report: Schemas['ReportInList'];
  readonly busy: boolean;
  readonly paper: RefObject<HTMLElement | null>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly field: RefObject<InputRef | null>;
  readonly onAccept: () => void;
  /** Whether it was returned. */
  readonly onReturn: (reason: string) => Promise<boolean>;
}

export function Paper({ tier, report, busy, paper, heading, field, onAccept, onReturn }: Props) {
  const { t } = useTranslation();
  const { officer } = useMe();
  const may = useMay();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const giveBack = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return field.current?.focus();
    if (!(await onReturn(reason))) return undefined;
    rememberReason(officer.id, reason);
    setReason('');
    return undefined;
  };
  return (
    <section ref={paper} className="paper" data-report={report.id} aria-label={t('review.paper')}>
      <h2 ref={heading} tabIndex={-1} aria-live="polite">
        {report.unionName} · {report.taskTitle}
      </h2>
      <Figures report={report} />
      <p>
        <Odd report={report} />{' '}
        <Link to="/tasks/$id" params={{ id: report.taskId }}>
          {t('review.task')}
        </Link>
      </p>
      <Conversation tier={tier} id={report.id} />
      {may('report.review') ? (
        <div className="deeds">
          <Button type="primary" loading={busy} onClick={onAccept}>
            {t('review.accept')}
          </Button>
          <form
            className="return"
            onSubmit={(event) => {
              event.preventDefault();
              void giveBack();
            }}
          >
            <Input
              ref={field}
              aria-label={t('review.reason')}
              aria-invalid={missing}
              status={missing ? 'error' : ''}
              placeholder={t('review.reasonNeeded')}
              list="reasons"
              maxLength={1000}
              value={reason}
              onChange={({ target: { value } }) => {
                setReason(value);
                setMissing(false);
              }}
              onKeyDown={(event) => event.key === 'Escape' && heading.current?.focus()}
            />
            <datalist id="reasons">
              {[...recentReasons(officer.id), ...t('review.phrases', { returnObjects: true })].map((phrase) => (
                <option key={phrase} value={phrase} />
              ))}
            </datalist>
            <Button htmlType="submit" danger disabled={busy}>
              {t('review.return')}
            </Button>
          </form>
          {missing && (
            <p className="wrong" role="alert">
              {t('review.reasonNeeded')}
            </p>
          )}
        </div>
      ) : (
        <p className="hint">{t('why.review')}</p>
      )}
    </section>
  );
}
