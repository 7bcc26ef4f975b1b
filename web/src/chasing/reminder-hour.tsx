/** 提醒时间: the hour at which everything that is due comes in one message. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { Field } from '../parts/field';
import { Loading, Wrong, useWords } from '../parts/states';

const key = ['reminder-settings'];
const hours = Array.from({ length: 12 }, (_, no) => no + 8);

export function ReminderHour() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const settings = useQuery({ queryKey: key, queryFn: () => got(api.GET('/api/v1/me/reminder-settings')) });
  const save = useMutation({
    mutationFn: (hour: number) => got(api.PUT('/api/v1/me/reminder-settings', { body: { hour } })),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      void message.success(t('chasing.saved'));
    },
    onError: (error) => void message.error(words(error)),
  });
  if (settings.isPending) return <Loading />;
  if (settings.data === undefined) return <Wrong error={settings.error} />;
  return (
    <section className="narrow">
      <h2>{t('chasing.settings')}</h2>
      <Field label={t('chasing.hour')} help={t('chasing.settingsHint')}>
        {(given) => (
          <Select
            {...given}
            value={settings.data.hour}
            disabled={save.isPending}
            options={hours.map((hour) => ({ value: hour, label: t('chasing.oclock', { hour }) }))}
            onChange={(hour) => save.mutate(hour)}
          />
        )}
      </Field>
    </section>
  );
}
