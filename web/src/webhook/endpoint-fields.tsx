/** What is entered of an endpoint: its address, what it is for, the events in words by their kinds. */
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { eventsQuery } from './webhook-data';

export function EndpointFields() {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const events = useQuery(eventsQuery);
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { type, words, group } of events.data?.items ?? [])
    groups.set(group[language], [
      ...(groups.get(group[language]) ?? []),
      { value: type, label: `${words[language]} (${type})` },
    ]);
  const options = [
    { value: '*', label: t('webhook.allEvents') },
    ...[...groups].map(([label, each]) => ({ label, title: label, options: each })),
  ];
  return (
    <>
      <Form.Item name="url" label={t('webhook.url')} rules={[{ required: true, message: t('webhook.urlHint') }]}>
        <Input type="url" placeholder="https://hooks.example.cn/sanji" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="description"
        label={t('webhook.description')}
        rules={[{ required: true, message: t('webhook.descriptionHint') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="events"
        label={t('webhook.events')}
        rules={[{ required: true, message: t('webhook.eventsHint') }]}
      >
        <Select mode="multiple" options={options} optionFilterProp="label" loading={events.isPending} />
      </Form.Item>
    </>
  );
}
