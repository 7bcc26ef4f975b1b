/** Another version of an indicator (修订指标): from which period it holds, and why. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { Loading, Wrong } from '../parts/states';
import { draftOf } from './draft';
import { indicatorQuery } from './indicator-data';
import { IndicatorEditor } from './indicator-editor';
import './indicators.css';

export function IndicatorEdit() {
  const { id } = useParams({ from: '/inside/indicators/$id/edit' });
  const indicator = useQuery({ ...indicatorQuery(id), staleTime: Infinity });
  if (indicator.isPending) return <Loading />;
  if (indicator.data === undefined) return <Wrong error={indicator.error} />;
  return <Page indicator={indicator.data} />;
}

function Page({ indicator }: { readonly indicator: Schemas['IndicatorDetail'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, code, name, version, holdsFrom, definition } = indicator;
  return (
    <article className="indicators">
      <p className="no-print">
        <Link to="/indicators/$id" params={{ id }}>
          {t('indicator.backTo', { name })}
        </Link>
      </p>
      <h1>
        {t('indicator.revise')} <small>{name}</small>
      </h1>
      <p className="hint">{t('indicator.standing', { code, version, day: holdsFrom })}</p>
      <IndicatorEditor
        start={draftOf(definition)}
        code={code}
        isNew={false}
        publish={async (body) => {
          await got(
            api.PUT('/api/v1/district/indicators/{id}', {
              params: { path: { id }, header: { 'If-Match': `"${version}"` } },
              body,
            }),
          );
          await navigate({ to: '/indicators/$id', params: { id } });
        }}
      />
    </article>
  );
}
