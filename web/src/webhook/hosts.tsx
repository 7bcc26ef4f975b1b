/** 内网主机: places inside that webhooks may call, kept by the system administrator. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { DeedForm } from '../administration/deed-form';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import './webhook.css';

const key = ['webhook-hosts'];

export function WebhookHosts() {
  const may = useMay();
  return may('webhookHost.manage') ? <Hosts /> : <Missing />;
}

function Hosts() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const again = () => client.invalidateQueries({ queryKey: key });
  const hosts = useQuery({ queryKey: key, queryFn: () => got(api.GET('/api/v1/webhook-hosts')) });
  const remove = useMutation({
    mutationFn: (id: string) => got(api.DELETE('/api/v1/webhook-hosts/{id}', { params: { path: { id } } })),
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  if (hosts.isPending) return <Loading />;
  if (hosts.data === undefined) return <Wrong error={hosts.error} />;
  return (
    <>
      <h1>{t('webhook.hosts')}</h1>
      <p className="hint">{t('webhook.hostsHint')}</p>
      <DeedForm<Schemas['WebhookHostDto']>
        title={t('webhook.addHost')}
        button={t('webhook.addHostGo')}
        done={t('webhook.hostAdded')}
        act={(body) => got(api.POST('/api/v1/webhook-hosts', { body }))}
        after={again}
      >
        {() => (
          <>
            <Form.Item name="host" label={t('webhook.host')}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="port" label={t('webhook.port')}>
              <InputNumber min={1} max={65_535} precision={0} />
            </Form.Item>
            <Form.Item name="note" label={t('webhook.note')}>
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
      </DeedForm>
      <ul className="endpoints">
        {hosts.data.items.map(({ id, host, port, note }) => (
          <li key={id}>
            <h2>
              {host}:{port}
            </h2>
            <p className="hint">{note}</p>
            <Button
              size="small"
              danger
              disabled={remove.isPending}
              aria-label={`${t('webhook.removeHost')} ${host}:${port}`}
              onClick={() => remove.mutate(id)}
            >
              {t('webhook.removeHost')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
