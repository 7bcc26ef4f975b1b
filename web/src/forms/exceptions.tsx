/** Exceptions (免报、补报) for this period: proposed for the own union, taken back, and decided by another than who proposed. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { useDeed } from '../course/use-deed';
import { Time } from '../parts/time';
import { exceptionsQuery, formKey, type Period } from './form-data';
import { kindsFor, Propose } from './propose';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';

export function Exceptions({ id, period }: { readonly id: string; readonly period: Period }) {
  const { t } = useTranslation();
  const { data } = useQuery(exceptionsQuery(id, period.period));
  const own = useOwnKinds(period);
  const [asks, setAsks] = useState(false);
  if (data === undefined || (data.items.length === 0 && own.length === 0)) return null;
  return (
    <section className="part" aria-label={t('forms.exceptions')}>
      <h2>{t('forms.exceptions')}</h2>
      {data.items.map((each) => (
        <Exception key={each.id} exception={each} />
      ))}
      {data.total > data.items.length && <p className="hint">{t('forms.moreExceptions', { count: data.total })}</p>}
      {own.length > 0 &&
        (asks ? (
          <Propose id={id} period={period.period} union={null} kinds={own} onDone={() => setAsks(false)} />
        ) : (
          <Button className="no-print" onClick={() => setAsks(true)}>
            {t('forms.proposeOwn')}
          </Button>
        ))}
    </section>
  );
}

/** What may be proposed for the own union. */
function useOwnKinds({ stage, mine }: Period) {
  const may = useMay();
  if (!mine.owed || !may('form.write')) return [];
  const received = mine.status === 'submitted' || mine.status === 'accepted';
  return kindsFor(stage, mine.exempt ? 'exempted' : received ? 'received' : 'missing');
}

function Exception({ exception }: { readonly exception: Schemas['FormExceptionView'] }) {
  const { t } = useTranslation();
  const { id, kind, status, until, deeds } = exception;
  const at = { params: { path: { id } } };
  const decide = (outcome: 'approved' | 'refused') => (reason: string) =>
    got(api.POST('/api/v1/district/form-exceptions/{id}/decision', { ...at, body: { outcome, reason } }));
  const withdraw = useDeed({ run: () => got(api.DELETE('/api/v1/form-exceptions/{id}', at)), of: formKey });
  return (
    <div className="paper">
      <p>
        <strong>{exception.unionName}</strong> {t(`forms.except.${kind}`)}
        {until !== null && ` · ${t('forms.until', { day: until })}`}{' '}
        <span className={`form-status form-exception-${status}`}>{t(`forms.exceptionIs.${status}`)}</span>
      </p>
      <p className="note">{exception.reason}</p>
      <p className="hint">
        {exception.proposedByUnion} {exception.proposedBy} <Time at={exception.proposedAt} />
      </p>
      {exception.decision !== null && exception.decidedAt !== null && (
        <p className="note">
          {t('forms.decided', { by: exception.decidedBy, words: exception.decision })}{' '}
          <small>
            <Time at={exception.decidedAt} />
          </small>
        </p>
      )}
      {deeds.length > 0 && (
        <div className="deeds no-print">
          {deeds.includes('decide') && (
            <>
              <ReasonDeed
                open={t('forms.approve')}
                of={[formKey, deskKey]}
                most={1000}
                reason={t('forms.reason')}
                run={decide('approved')}
              />
              <ReasonDeed
                open={t('forms.refuse')}
                of={[formKey, deskKey]}
                most={1000}
                reason={t('forms.reason')}
                run={decide('refused')}
              />
            </>
          )}
          {deeds.includes('withdraw') && (
            <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('forms.withdrawException')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
