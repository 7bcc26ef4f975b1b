/** 催办: a word to those in charge, once a day. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { urgeDoors } from './doors';

interface Props {
  readonly tier: UpperTier;
  readonly taskId: string;
}

export function UrgeForm({ tier, taskId }: Props) {
  const { t } = useTranslation();
  const said = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [urgent, setUrgent] = useState(false);
  const [missing, setMissing] = useState(false);
  const urge = useMutation({
    mutationFn: () => got(api.POST(urgeDoors[tier], { params: { path: { id: taskId } }, body: { words, urgent } })),
    onSuccess: () => {
      void message.success(t('chasing.urged'));
      setOpen(false);
      setWords('');
      setUrgent(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['task', taskId] }),
  });
  if (!open) return <Button onClick={() => setOpen(true)}>{t('chasing.urge')}</Button>;
  const go = (event: FormEvent) => {
    event.preventDefault();
    setMissing(words.trim() === '');
    if (words.trim() !== '') urge.mutate();
  };
  const wrong = missing && words.trim() === '' ? t('chasing.urgeNeeded') : wrongIn(urge.error, 'words');
  return (
    <form className="change" aria-label={t('chasing.urgeTitle')} onSubmit={go}>
      <Field label={t('chasing.urgeWords')} help={t('chasing.urgeHint')} wrong={wrong}>
        {(given) => (
          <Input
            {...given}
            autoFocus
            maxLength={200}
            value={words}
            onChange={({ target: { value } }) => setWords(value)}
          />
        )}
      </Field>
      <Checkbox checked={urgent} onChange={({ target: { checked } }) => setUrgent(checked)}>
        {t('chasing.urgent')}
      </Checkbox>
      {urge.isError && wrongIn(urge.error, 'words') === undefined && (
        <Alert type="error" showIcon role="alert" title={said(urge.error)} />
      )}
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={urge.isPending}>
          {t('chasing.urge')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('change.cancel')}</Button>
      </div>
    </form>
  );
}
