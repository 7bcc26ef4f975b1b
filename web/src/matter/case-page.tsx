/** A case (诉求件): what it says, its whole course, and the deeds of whoever has to act; on A4. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { CaseDeeds } from './case-deeds';
import { CaseDue } from './case-due';
import { CaseMarks } from './case-marks';
import { type CaseOne, caseQuery } from './matter-data';
import './matter.css';

export function CasePage() {
  const { id } = useParams({ from: '/inside/cases/$id' });
  const found = useQuery(caseQuery(id));
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Wrong error={found.error} />;
  return <Page of={found.data} />;
}

function Page({ of }: { readonly of: CaseOne }) {
  const { t } = useTranslation();
  return (
    <article className="case">
      <h1>
        {of.title} <small>{of.number}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('task.status')}>
          {t(`matter.status.${of.status}`)} <CaseMarks marks={of.marks} />
        </Fact>
        <Fact label={t('matter.union')}>{of.unionName}</Fact>
        <Fact label={t('matter.dueOn')}>
          <CaseDue dueOn={of.dueOn} daysLeft={of.daysLeft} />
        </Fact>
        <Fact label={t('matter.kindIs')}>{t(`matter.kind.${of.kind}`)}</Fact>
        {of.programme !== null && <Fact label={t('matter.programme')}>{of.programme}</Fact>}
        <Fact label={t('matter.from')}>{of.sourceName}</Fact>
        <Fact label={t('matter.received')}>
          <Time at={of.receivedAt} />
        </Fact>
        {of.occurredAt !== null && (
          <Fact label={t('matter.occurred')}>
            <Time at={of.occurredAt} />
          </Fact>
        )}
      </dl>
      <h2>{t('matter.content')}</h2>
      <p className="note">{of.content}</p>
      <p className="hint">{t('matter.masked')}</p>
      {of.answer !== null && (
        <>
          <h2>{t('matter.answer')}</h2>
          <p className="note">{of.answer}</p>
        </>
      )}
      <CaseDeeds of={of} />
      <h2>{t('matter.course')}</h2>
      <ol className="course">
        {of.steps.map((step) => (
          <Step key={step.no} step={step} />
        ))}
      </ol>
      <p className="no-print">
        <Link className="deed deed-quiet" to="/cases">
          {t('matter.back')}
        </Link>
      </p>
    </article>
  );
}

function Step({ step }: { readonly step: CaseOne['steps'][number] }) {
  const { t } = useTranslation();
  const { kind, at, officerName, unionName, words, changes } = step;
  return (
    <li>
      <strong>{t(`matter.step.${kind}`)}</strong> <Time at={at} /> {officerName} → {unionName}
      {words !== null && <p className="note">{words}</p>}
      {changes.length > 0 && (
        <ul>
          {changes
            .filter(({ field }) => field !== 'unionId')
            .map(({ field, before, after }) => (
              <li key={field}>
                {t(`matter.field.${field}` as 'matter.field.title')}: <del>{before ?? '—'}</del>{' '}
                <ins>{after ?? '—'}</ins>
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
