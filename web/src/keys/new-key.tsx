/** 发放密钥: what it opens, from where, how often and until when. */
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedForm } from '../administration/deed-form';
import { api, got } from '../api/client';
import { type Application, type Scope, linesOf, useReadAgain } from './key-data';
import { ScopeChoice } from './scope-choice';

interface Given {
  name: string;
  scopes: Scope[];
  networks?: string;
  expiresOn?: string;
  readsPerMinute: number;
  writesPerMinute: number;
}

export function NewKey({ application, onMade }: { application: Application; onMade: (token: string) => void }) {
  const { t } = useTranslation();
  const { id, role } = application;
  const needed = [{ required: true, message: t('signIn.needed') }];
  return (
    <DeedForm<Given>
      title={t('keys.make')}
      hint={t('keys.makeHint')}
      button={t('keys.makeGo')}
      done={t('keys.saved')}
      initial={{ scopes: [], readsPerMinute: 600, writesPerMinute: 120 }}
      act={async ({ networks, expiresOn, ...given }) => {
        const body = { ...given, networks: linesOf(networks), expiresOn: expiresOn || undefined };
        const { token } = await got(api.POST('/api/v1/applications/{id}/keys', { params: { path: { id } }, body }));
        if (token !== null) onMade(token);
      }}
      after={useReadAgain()}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('keys.name')} rules={needed} extra={t('keys.nameHelp')}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item name="scopes" label={t('keys.scopes')} rules={needed}>
            <ScopeChoice role={role} />
          </Form.Item>
          <KeyLimits />
          <Form.Item name="expiresOn" label={t('keys.expiresOn')} extra={t('keys.expiresHelp')}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}

/** Networks and limits: when it is made, and later. */
export function KeyLimits() {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('signIn.needed') }];
  return (
    <>
      <Form.Item name="networks" label={t('keys.networks')} extra={t('keys.networksHelp')}>
        <Input.TextArea rows={2} spellCheck={false} />
      </Form.Item>
      <div className="row">
        <Form.Item name="readsPerMinute" label={t('keys.reads')} rules={needed}>
          <InputNumber min={1} max={60_000} precision={0} />
        </Form.Item>
        <Form.Item name="writesPerMinute" label={t('keys.writes')} rules={needed}>
          <InputNumber min={1} max={60_000} precision={0} />
        </Form.Item>
      </div>
    </>
  );
}
