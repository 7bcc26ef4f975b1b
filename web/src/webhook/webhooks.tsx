/** 接口推送: where the union's events are delivered; added, tried, paused, given new secrets, and what was delivered. */
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { AddEndpoint } from './add-endpoint';
import { EndpointCard } from './endpoint-card';
import { DeliveryLog } from './delivery-log';
import { endpointsQuery } from './webhook-data';
import './webhook.css';

export function Webhooks() {
  const may = useMay();
  return may('webhook.manage') ? <Own /> : <Missing />;
}

function Own() {
  const { t } = useTranslation();
  const { endpoint } = useSearch({ from: '/inside/webhooks' });
  const endpoints = useQuery(endpointsQuery);
  if (endpoints.isPending) return <Loading />;
  if (endpoints.data === undefined) return <Wrong error={endpoints.error} />;
  const { items, most } = endpoints.data;
  const shown = items.find(({ id }) => id === endpoint);
  return (
    <>
      <h1>{t('webhook.title')}</h1>
      <p className="hint">{t('webhook.hint', { most })}</p>
      {items.length < most && <AddEndpoint />}
      {items.length === 0 && <p className="hint">{t('webhook.none')}</p>}
      <ul className="endpoints">
        {items.map((each) => (
          <EndpointCard key={each.id} endpoint={each} />
        ))}
      </ul>
      {shown !== undefined && <DeliveryLog key={shown.id} endpoint={shown} />}
    </>
  );
}
