/** The system administrator's deeds on an account: change, first password anew, switch off and on. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useWords } from '../parts/states';
import { DeedForm } from './deed-form';
import { HandOver } from './hand-over';
import { type Officer, useReadOfficersAgain } from './officer-data';
import { PasswordField } from './password-field';
import type { Union } from './union-data';
import { UnionSelect } from './union-select';

const at = ({ id, version }: Officer) => ({ path: { id }, header: { 'If-Match': `"${version}"` } });

export function ChangeOfficer({ officer, unions }: { officer: Officer; unions: readonly Union[] }) {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('signIn.needed') }];
  return (
    <DeedForm<{ name: string; unionId: string }>
      title={t('administration.officer.change')}
      button={t('administration.officer.changeGo')}
      done={t('administration.officer.changed')}
      initial={{ name: officer.name, unionId: officer.unionId }}
      keeps
      act={(body) => got(api.PATCH('/api/v1/officers/{id}', { params: at(officer), body }))}
      after={useReadOfficersAgain()}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('administration.officer.name')} rules={needed}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item
            name="unionId"
            label={t('administration.officer.union')}
            rules={needed}
            extra={t('administration.officer.moveHelp')}
          >
            <UnionSelect unions={unions} />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}

export function ResetPassword({ officer, union }: { officer: Officer; union: string }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<string>();
  return (
    <>
      <DeedForm<{ password: string }>
        title={t('administration.officer.reset')}
        hint={t('administration.officer.resetHint')}
        button={t('administration.officer.resetGo')}
        done={t('administration.officer.resetDone')}
        act={async (body) => {
          await got(api.PUT('/api/v1/officers/{id}/password', { params: at(officer), body }));
          setGiven(body.password);
        }}
        after={useReadOfficersAgain()}
      >
        {(form) => <PasswordField form={form} account={() => officer.account} />}
      </DeedForm>
      {given !== undefined && <HandOver name={officer.name} union={union} account={officer.account} password={given} />}
    </>
  );
}

/** Off and on again: the one undoes the other, so nobody is asked whether he is sure. */
export function SwitchOfficer({ officer }: { officer: Officer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: (active: boolean) => got(api.PATCH('/api/v1/officers/{id}', { params: at(officer), body: { active } })),
    onSuccess: ({ active }) => void message.success(t(`administration.officer.switched.${active}`)),
    onError: (error) => void message.error(words(error)),
    onSettled: useReadOfficersAgain(),
  });
  return (
    <p className="deeds">
      <Button danger={officer.active} loading={change.isPending} onClick={() => change.mutate(!officer.active)}>
        {t(officer.active ? 'administration.officer.off' : 'administration.officer.on')}
      </Button>
      <span className="hint">
        {t(officer.active ? 'administration.officer.offHint' : 'administration.officer.onHint')}
      </span>
    </p>
  );
}
