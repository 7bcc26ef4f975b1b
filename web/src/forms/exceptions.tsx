/** Exceptions (免报、补报) proposed for this period, to be decided by another than who proposed them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { proposedQuery } from './form-data';
import { ReasonDeed } from './reason-deed';

export function Exceptions({ id, period }: { readonly id: string; readonly period: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(proposedQuery);
  const here = data?.items.filter((each) => each.formId === id && each.period === period) ?? [];
  if (here.length === 0) return null;
  const decide = (one: string, outcome: 'approved' | 'refused') => (reason: string) =>
    got(
      api.POST('/api/v1/district/form-exceptions/{id}/decision', {
        params: { path: { id: one } },
        body: { outcome, reason },
      }),
    );
  return (
    <section className="part" aria-label={t('forms.exceptions')}>
      <h2>{t('forms.exceptions')}</h2>
      {here.map((each) => (
        <div key={each.id} className="paper">
          <p>
            <strong>{each.unionName}</strong> {t(`forms.except.${each.kind}`)}
            {each.until !== null && ` · ${t('forms.until', { day: each.until })}`}
          </p>
          <p className="note">{each.reason}</p>
          <p className="hint">
            {each.proposedByUnion} {each.proposedBy}
          </p>
          <div className="deeds no-print">
            <ReasonDeed open={t('forms.approve')} run={decide(each.id, 'approved')} />
            <ReasonDeed open={t('forms.refuse')} run={decide(each.id, 'refused')} />
          </div>
        </div>
      ))}
    </section>
  );
}
