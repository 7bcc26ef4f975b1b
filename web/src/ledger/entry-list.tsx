/** The entries of a ledger (台账记录): filtered, sorted by any column, paged; out as a spreadsheet. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMay } from '../api/me';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { asked, entriesQuery, type EntrySearch, type Field, formQuery, SIZE } from './data';
import { EntryDecisions } from './entry-decisions';
import { EntryFilter } from './entry-filter';
import { EntryTable } from './entry-table';
import './ledger.css';

export function EntryList() {
  const { id } = useParams({ from: '/inside/ledgers/$id' });
  const form = useQuery(formQuery(id));
  if (form.isPending) return <Loading />;
  if (form.data === undefined) return <Wrong error={form.error} />;
  return <List form={form.data} />;
}

function List({ form: { id, name, retired, definition } }: { readonly form: Schemas['LedgerForm'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/ledgers/$id' });
  const list = useQuery({ ...entriesQuery(id, definition.fields, search), placeholderData: keepPreviousData });
  const go = (next: EntrySearch) =>
    void navigate({ to: '/ledgers/$id', params: { id }, search: { ...search, page: undefined, ...next } });
  const listed = definition.fields.filter((field) => field.listed);
  return (
    <>
      <h1>{name}</h1>
      {definition.about !== '' && <p className="hint">{definition.about}</p>}
      <div className="deeds">
        {may('ledger.write') && !retired && (
          <Link className="deed" to="/ledgers/$id/new" params={{ id }}>
            {t('ledger.new')}
          </Link>
        )}
        {may('ledger.write') && !retired && (
          <Link className="deed deed-quiet" to="/ledgers/$id/import" params={{ id }}>
            {t('ledger.import')}
          </Link>
        )}
        <Out id={id} format="xlsx" fields={definition.fields} search={search} />
        <Out id={id} format="csv" fields={definition.fields} search={search} />
      </div>
      <EntryFilter fields={definition.fields} search={search} go={go} />
      {list.isPending && <Loading />}
      {list.isError && <Wrong error={list.error} />}
      {list.data !== undefined && (
        <EntryDecisions key={JSON.stringify(search)} data={list.data}>
          {(choice) => (
            <EntryTable data={list.data} listed={listed} sort={search.order ?? '-day'} go={go} choice={choice} />
          )}
        </EntryDecisions>
      )}
      {list.data !== undefined && (
        <Pages
          page={search.page ?? 1}
          size={SIZE}
          total={list.data.total}
          words={t(list.data.more ? 'ledger.totalMore' : 'ledger.total', { count: list.data.total })}
          onPage={(page) => go({ page })}
        />
      )}
    </>
  );
}

/** The same entries as a file; the browser reads it as it comes. */
function Out({
  id,
  format,
  fields,
  search,
}: { id: string; format: 'xlsx' | 'csv' } & { fields: readonly Field[]; search: EntrySearch }) {
  const { t } = useTranslation();
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(asked(fields, search)))
    if (value !== undefined) query.set(key, String(value));
  return (
    <a className="deed deed-quiet" href={`/api/v1/ledgers/${id}/export?${query}`} download>
      {t(`ledger.out.${format}`)}
    </a>
  );
}
