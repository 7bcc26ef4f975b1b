/** A new indicator (新建指标), from nothing or from a ready one. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { wrongIn } from '../parts/field';
import { Loading } from '../parts/states';
import { type Draft, blank, draftOf } from './draft';
import { templatesQuery } from './indicator-data';
import { IndicatorEditor } from './indicator-editor';
import './indicators.css';
import { Line } from './line';

export function IndicatorNew() {
  const { t } = useTranslation();
  const { template } = useSearch({ from: '/inside/indicators/new' });
  const library = useQuery({ ...templatesQuery, enabled: template !== undefined });
  if (template !== undefined && library.isPending) return <Loading />;
  const found = library.data?.items.find(({ code }) => code === template);
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/indicator-definitions">{t('indicator.definitions')}</Link>
      </p>
      <h1>{t('indicator.new')}</h1>
      {found !== undefined && found.ledgers.length > 0 && (
        <p className="hint">{t('indicator.readsLedgers', { codes: found.ledgers.join('、') })}</p>
      )}
      <Editor start={found === undefined ? blank : draftOf(found.definition)} given={found?.code ?? ''} />
    </article>
  );
}

function Editor({ start, given }: { readonly start: Draft; readonly given: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState(given);
  return (
    <IndicatorEditor
      start={start}
      code={/^[A-Za-z0-9][\w.-]*$/.test(code) ? code : ''}
      isNew
      head={(error) => (
        <Line
          label={t('indicator.write.code')}
          help={t('indicator.help.code')}
          value={code}
          most={64}
          wrong={wrongIn(error, 'code')}
          onText={setCode}
        />
      )}
      publish={async (body) => {
        const made = await got(api.POST('/api/v1/district/indicators', { body: { code, ...body } }));
        await navigate({ to: '/indicators/$id', params: { id: made.id } });
      }}
    />
  );
}
