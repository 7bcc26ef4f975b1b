/** One entry of a ledger (台账记录): what it says, its files, its history, and what may be done with it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Loading, Wrong } from '../parts/states';
import { type Entry, entryQuery, type Field } from './data';
import { EntryDeeds } from './entry-deeds';
import { Disclosure } from './entry-disclosure';
import { EntryForm, type Filled } from './entry-form';
import { EntryHistory } from './entry-history';
import { EntryPapers } from './entry-papers';
import { said } from './said';
import './ledger.css';

export function EntryPage() {
  const { id } = useParams({ from: '/inside/ledger-entries/$id' });
  const entry = useQuery(entryQuery(id));
  if (entry.isPending) return <Loading />;
  if (entry.data === undefined) return <Wrong error={entry.error} />;
  return <Page key={id} entry={entry.data} />;
}

function Page({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const { id, definition, unionName, day, status, correctsId, ledgerId, version, deeds } = entry;
  const [changing, setChanging] = useState(false);
  const change = async (body: Filled, submit: boolean) => {
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    await got(api.PUT('/api/v1/ledger-entries/{id}', { params, body }));
    if (submit) await got(api.POST('/api/v1/ledger-entries/{id}/submission', { params: { path: { id } } }));
    setChanging(false);
  };
  const values = entry.values as Record<string, unknown>;
  return (
    <article>
      <h1>
        {definition.name} <small>{day}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('ledger.union')}>{unionName}</Fact>
        <Fact label={t('ledger.status')}>
          <span className={`entry-status entry-${status}`}>{t(`ledger.is.${status}`)}</span>
        </Fact>
        {correctsId !== null && (
          <Fact label={t('ledger.corrects')}>
            <Link to="/ledger-entries/$id" params={{ id: correctsId }}>
              {t('ledger.corrected')}
            </Link>
          </Fact>
        )}
      </dl>
      {changing ? (
        <EntryForm definition={definition} start={{ values, day }} run={change} />
      ) : (
        <dl className="facts ledger-values">
          {definition.fields
            .filter(({ kind }) => kind !== 'file')
            .map((field) => (
              <Fact key={field.key} label={labelOf(field)}>
                {said(field, values[field.key], entry.unions) || '—'}
                {field.kind === 'person' && deeds.includes('disclose') && holds(values[field.key]) && (
                  <Disclosure id={id} field={field.key} />
                )}
              </Fact>
            ))}
        </dl>
      )}
      <EntryPapers entry={entry} />
      <EntryDeeds entry={entry} changing={changing} onChange={() => setChanging(!changing)} />
      <EntryHistory entry={entry} />
      <p>
        <Link to="/ledgers/$id" params={{ id: ledgerId }}>
          {t('ledger.back')}
        </Link>
      </p>
    </article>
  );
}

const labelOf = ({ name, unit }: Field): string => (unit === undefined ? name : `${name}（${unit}）`);

/** Something under seal. */
const holds = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('idNumber' in value || 'phone' in value);

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
