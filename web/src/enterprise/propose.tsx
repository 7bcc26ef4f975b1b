/** 提请核查: a finding with its reason for one enterprise or many, and the evidence that backs them all. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { isLower } from '../api/doors';
import { useTier } from '../api/me';
import { Field, wrongIn } from '../parts/field';
import { useWords } from '../parts/states';
import { findings, registerKey } from './data';
import { lowerDoors } from './doors';
import { sendFile } from '../intake/send-file';

interface Props {
  readonly ids: readonly string[];
  readonly onDone?: () => void;
}

export function Propose({ ids, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tier = useTier();
  const client = useQueryClient();
  const words = useWords();
  const [finding, setFinding] = useState<(typeof findings)[number]>('nonexistent');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File>();
  const propose = useMutation({
    mutationFn: async () => {
      if (!isLower(tier)) return;
      const body = { enterpriseIds: [...ids], finding, reason };
      const { items } = await got(api.POST(lowerDoors[tier].verifications, { body }));
      const [first] = items;
      if (file !== undefined && first !== undefined)
        await sendFile(`${lowerDoors[tier].verification.replace('{id}', first.id)}/evidence`, file);
    },
    onSuccess: () => {
      void message.success(t('register.proposed', { count: ids.length }));
      setReason('');
      onDone?.();
    },
    onSettled: () => client.invalidateQueries({ queryKey: registerKey }),
  });
  return (
    <form
      className="propose"
      aria-label={t('register.propose', { count: ids.length })}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate();
      }}
    >
      <Field label={t('register.conclusion')}>
        {(given) => (
          <select
            {...given}
            value={finding}
            onChange={({ target: { value } }) => setFinding(value as (typeof findings)[number])}
          >
            {findings.map((each) => (
              <option key={each} value={each}>
                {t(`register.finding.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('register.reason')} wrong={wrongIn(propose.error, 'reason')}>
        {(given) => (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Field label={t('register.evidence')} help={t('register.evidenceHelp')}>
        {(given) => <input {...given} type="file" onChange={({ target }) => setFile(target.files?.[0])} />}
      </Field>
      {propose.error !== null && <Alert type="error" showIcon role="alert" title={words(propose.error)} />}
      <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={propose.isPending}>
        {t('register.propose', { count: ids.length })}
      </Button>
    </form>
  );
}
