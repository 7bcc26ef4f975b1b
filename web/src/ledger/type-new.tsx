/** A new ledger type (新建台账), from nothing or from a ready one. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Field, wrongIn } from '../parts/field';
import { Loading } from '../parts/states';
import { type Definition, templatesQuery } from './data';
import { TypeEditor } from './type-editor';
import './ledger.css';

const blank: Definition = {
  name: '',
  programme: '',
  about: '',
  fields: [{ key: 'heldOn', name: '', kind: 'day', required: true, listed: true }],
  whenField: 'heldOn',
  whereField: null,
  acceptance: true,
  evidence: 'optional',
};

export function TypeNew() {
  const { t } = useTranslation();
  const { template } = useSearch({ from: '/inside/ledger-types/new' });
  const library = useQuery({ ...templatesQuery, enabled: template !== undefined });
  if (template !== undefined && library.isPending) return <Loading />;
  const found = library.data?.items.find(({ code }) => code === template);
  return (
    <>
      <h1>{t('ledger.newType')}</h1>
      <Editor code={found?.code ?? ''} start={found?.definition ?? blank} />
    </>
  );
}

function Editor({ code: given, start }: { readonly code: string; readonly start: Definition }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState(given);
  return (
    <TypeEditor
      start={start}
      id={null}
      head={(error) => (
        <Field label={t('ledger.code')} help={t('ledger.codeHelp')} wrong={wrongIn(error, 'code')}>
          {(shared) => (
            <Input {...shared} value={code} maxLength={64} onChange={({ target }) => setCode(target.value)} />
          )}
        </Field>
      )}
      publish={async (definition, reason) => {
        const made = await got(api.POST('/api/v1/district/ledger-types', { body: { code, definition, reason } }));
        await navigate({ to: '/ledger-types/$id', params: { id: made.id } });
      }}
    />
  );
}
