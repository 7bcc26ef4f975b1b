/** 批量重发: a range of the log once more, by number or by time. */
import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedForm } from '../administration/deed-form';
import { api, got } from '../api/client';
import { useReadWebhooksAgain } from './webhook-data';

/** Times as the browser gives them: a minute of Beijing, without its zone. */
interface Range {
  readonly fromNumber?: number | null;
  readonly toNumber?: number | null;
  readonly from?: string;
  readonly to?: string;
}

export function ReplayRange({ id }: { id: string }) {
  const { t } = useTranslation();
  const [count, setCount] = useState<number>();
  return (
    <>
      <DeedForm<Range>
        title={t('webhook.range')}
        hint={t('webhook.rangeHint')}
        button={t('webhook.rangeGo')}
        done={t('webhook.rangeDone')}
        act={async ({ fromNumber, toNumber, from, to }) => {
          setCount(undefined);
          const body = {
            ...(fromNumber == null ? {} : { fromNumber }),
            ...(toNumber == null ? {} : { toNumber }),
            ...(from ? { from: `${from}:00+08:00` } : {}),
            // the whole minute that is shown
            ...(to ? { to: `${to}:59.999+08:00` } : {}),
          };
          const told = await got(
            api.POST('/api/v1/webhook-endpoints/{id}/replays', { params: { path: { id } }, body }),
          );
          setCount(told.count);
        }}
        after={useReadWebhooksAgain()}
      >
        {() => (
          <>
            <div className="row">
              <Form.Item name="fromNumber" label={t('webhook.fromNumber')}>
                <InputNumber min={1} precision={0} />
              </Form.Item>
              <Form.Item name="toNumber" label={t('webhook.toNumber')}>
                <InputNumber min={1} precision={0} />
              </Form.Item>
            </div>
            <div className="row">
              <Form.Item name="from" label={t('webhook.fromTime')}>
                <Input type="datetime-local" />
              </Form.Item>
              <Form.Item name="to" label={t('webhook.toTime')}>
                <Input type="datetime-local" />
              </Form.Item>
            </div>
          </>
        )}
      </DeedForm>
      {count !== undefined && <p role="status">{t('webhook.rangeCount', { count })}</p>}
    </>
  );
}
