/** 导入台账记录: a spreadsheet of a ledger's entries, tried and taken in as drafts or handed in at once. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMay } from '../api/me';
import { IntakeDesk } from '../intake/intake';
import { Loading, Missing, Wrong } from '../parts/states';
import { formQuery, ledgerKey } from './data';
import './ledger.css';

export function EntryIntake() {
  const { id } = useParams({ from: '/inside/ledgers/$id/import' });
  const may = useMay();
  const form = useQuery(formQuery(id));
  if (!may('ledger.write')) return <Missing />;
  if (form.isPending) return <Loading />;
  if (form.data === undefined) return <Wrong error={form.error} />;
  return <Page form={form.data} />;
}

function Page({ form: { id, name, retired, definition } }: { readonly form: Schemas['LedgerForm'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/ledgers/$id/import' });
  const [submit, setSubmit] = useState(false);
  // files cannot come in a spreadsheet: such entries are drafts until they have theirs
  const needsFiles =
    definition.evidence === 'required' || definition.fields.some(({ kind, required }) => kind === 'file' && required);
  return (
    <>
      <h1>{t('ledger.importOf', { name })}</h1>
      <p>
        <Link to="/ledgers/$id" params={{ id }}>
          {t('ledger.entries')}
        </Link>
      </p>
      {retired ? (
        <p className="hint">{t('ledger.retired')}</p>
      ) : (
        <IntakeDesk
          help={t('ledger.importHelp')}
          blank={`/api/v1/intakes/ledgers/${id}/blank`}
          addressOf={(dryRun) =>
            `/api/v1/intakes/ledgers/${id}/entries?${new URLSearchParams({ dryRun: String(dryRun), submit: String(submit) })}`
          }
          of={{ kind: 'ledger', ledgerId: id }}
          search={search}
          go={(next) => void navigate({ to: '/ledgers/$id/import', params: { id }, search: next })}
          changes={ledgerKey}
        >
          {needsFiles ? (
            <p className="hint">{t('ledger.importDrafts')}</p>
          ) : (
            <Checkbox checked={submit} onChange={({ target }) => setSubmit(target.checked)}>
              {t('ledger.importSubmit')}
            </Checkbox>
          )}
        </IntakeDesk>
      )}
    </>
  );
}
