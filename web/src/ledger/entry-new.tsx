/** A new entry of a ledger (登记). */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Loading, useWords, Wrong } from '../parts/states';
import { formQuery } from './data';
import { EntryForm, type Filled } from './entry-form';
import './ledger.css';

export function EntryNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useWords();
  const { message } = App.useApp();
  const { id } = useParams({ from: '/inside/ledgers/$id/new' });
  const form = useQuery(formQuery(id));
  if (form.isPending) return <Loading />;
  if (form.data === undefined) return <Wrong error={form.error} />;
  const { definition } = form.data;
  const keep = async (body: Filled, submit: boolean) => {
    const entry = await got(api.POST('/api/v1/ledgers/{id}/entries', { params: { path: { id } }, body }));
    const path = { id: entry.id };
    // it is kept by now: what is still missing is said, and added where it can be changed
    if (submit)
      await got(api.POST('/api/v1/ledger-entries/{id}/submission', { params: { path } })).catch((error: unknown) =>
        message.warning(`${t('ledger.keptOnly')}${words(error)}`, 8),
      );
    await navigate({ to: '/ledger-entries/$id', params: path });
  };
  return (
    <>
      <h1>
        {t('ledger.new')} <small>{definition.name}</small>
      </h1>
      {definition.about !== '' && <p className="hint">{definition.about}</p>}
      <EntryForm definition={definition} run={keep} />
    </>
  );
}
