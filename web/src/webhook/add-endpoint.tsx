/** A new endpoint; its secret is shown here and never again. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { DeedForm } from '../administration/deed-form';
import { EndpointFields } from './endpoint-fields';
import { Secret } from './secret';
import { useReadWebhooksAgain } from './webhook-data';

type Given = Schemas['WebhookEndpointDto'];

export function AddEndpoint() {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <DeedForm<Given>
        title={t('webhook.add')}
        hint={t('webhook.addHint')}
        button={t('webhook.addGo')}
        done={t('webhook.added')}
        initial={{ events: ['*'] }}
        act={async (body) => setSecret((await got(api.POST('/api/v1/webhook-endpoints', { body }))).secret)}
        after={useReadWebhooksAgain()}
      >
        {() => <EndpointFields />}
      </DeedForm>
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
