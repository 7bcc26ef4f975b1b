/** One endpoint: how it fares, and what its administrator may do with it. */
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { DeedForm } from '../administration/deed-form';
import { exact } from '../parts/amount';
import { useWords } from '../parts/states';
import { EndpointFields } from './endpoint-fields';
import { Secret } from './secret';
import { type Endpoint, useReadWebhooksAgain } from './webhook-data';

type Given = Schemas['WebhookEndpointDto'];
type Deed = 'tested' | 'paused' | 'resumed' | 'rotated' | 'oldEnded' | 'removed';

export function EndpointCard({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const words = useWords();
  const again = useReadWebhooksAgain();
  const { message } = App.useApp();
  const [secret, setSecret] = useState<string | null>(null);
  const { id, url, description, events, pause, waiting, lastNumber, lastError, deliveredAt, oldSecretUntil, version } =
    endpoint;
  const params = { path: { id } };
  const deed = useMutation({
    mutationFn: async (which: Deed): Promise<string> => {
      if (which === 'tested') {
        const tested = await got(api.POST('/api/v1/webhook-endpoints/{id}/test-deliveries', { params }));
        if (tested.lastError !== null) throw new Error(t('webhook.testFailed', { error: tested.lastError }));
      }
      if (which === 'paused') await got(api.POST('/api/v1/webhook-endpoints/{id}/pause', { params }));
      if (which === 'resumed') await got(api.POST('/api/v1/webhook-endpoints/{id}/resumption', { params }));
      if (which === 'oldEnded') await got(api.DELETE('/api/v1/webhook-endpoints/{id}/old-secret', { params }));
      if (which === 'removed') await got(api.DELETE('/api/v1/webhook-endpoints/{id}', { params }));
      if (which === 'rotated')
        setSecret((await got(api.POST('/api/v1/webhook-endpoints/{id}/secrets', { params }))).secret);
      return t(`webhook.deeds.${which}`);
    },
    onSuccess: (said) => void message.success(said),
    onError: (error) => void message.error(error.constructor === Error ? error.message : words(error)),
    onSettled: again,
  });
  const button = (which: Deed) => (
    <Button size="small" disabled={deed.isPending} onClick={() => deed.mutate(which)}>
      {t(`webhook.${which}`)}
    </Button>
  );
  return (
    <li>
      <h2>
        {description}{' '}
        <span className={pause === null ? 'tag tag-accepted' : 'tag tag-none'}>
          {t(`webhook.pauses.${pause ?? 'none'}`)}
        </span>
      </h2>
      <p className="hint">
        {url}
        <br />
        {events[0] === '*' ? t('webhook.allEvents') : t('webhook.chosen', { count: events.length })} ·{' '}
        {t('webhook.numbers', { last: lastNumber, waiting })}
        {deliveredAt !== null && ` · ${t('webhook.lastDelivered', { at: exact(deliveredAt) })}`}
      </p>
      {lastError !== null && <p role="status">{t('webhook.stuck', { error: lastError })}</p>}
      {oldSecretUntil !== null && <p className="hint">{t('webhook.oldSecret', { at: exact(oldSecretUntil) })}</p>}
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
      <p className="deeds">
        <Link to="/webhooks" search={{ endpoint: id }}>
          {t('webhook.log')}
        </Link>
        {button('tested')}
        {pause === null ? button('paused') : button('resumed')}
        {button('rotated')}
        {oldSecretUntil !== null && button('oldEnded')}
        <Popconfirm
          title={t('webhook.removeHint')}
          okText={t('webhook.removed')}
          onConfirm={() => deed.mutate('removed')}
        >
          <Button size="small" danger disabled={deed.isPending}>
            {t('webhook.removed')}
          </Button>
        </Popconfirm>
      </p>
      <DeedForm<Given>
        title={`${t('webhook.change')} ${description}`}
        button={t('webhook.changeGo')}
        done={t('webhook.changed')}
        keeps
        initial={{ url, description, events }}
        act={(body) =>
          got(
            api.PUT('/api/v1/webhook-endpoints/{id}', {
              params: { ...params, header: { 'If-Match': `"${version}"` } },
              body,
            }),
          )
        }
        after={again}
      >
        {() => <EndpointFields />}
      </DeedForm>
    </li>
  );
}
