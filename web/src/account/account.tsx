/** My account: change of password, and where I am signed in. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem, api, got } from '../api/client';
import { meQuery, useMe } from '../api/me';
import { useWords } from '../parts/states';
import { MailAddress } from './mail-address';
import { MySessions } from './my-sessions';

interface Given {
  currentPassword: string;
  password: string;
}

export function Account() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <h1>{t('menu.account')}</h1>
      <Password />
      {!me.officer.mustChangePassword && <MailAddress />}
      <MySessions />
    </>
  );
}

function Password() {
  const { t } = useTranslation();
  const me = useMe();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given & { again: string }>();
  const change = useMutation({
    mutationFn: ({ currentPassword, password }: Given) =>
      got(api.PUT('/api/v1/me/password', { body: { currentPassword, password } })),
    onSuccess: async () => {
      form.resetFields();
      void message.success(t('account.changed'));
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      const fields = error.errors.filter(({ field }) => field === 'currentPassword' || field === 'password');
      form.setFields(fields.map(({ field, message: said }) => ({ name: field as keyof Given, errors: [said] })));
    },
  });
  const needed = { required: true, message: t('signIn.needed') };
  return (
    <section className="narrow">
      <h2>{t('account.password')}</h2>
      <p>
        {me.officer.account} · {me.officer.name} · {me.union.name}
      </p>
      {me.officer.mustChangePassword && <Alert type="warning" showIcon title={t('account.mustChange')} />}
      <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)}>
        <Form.Item name="currentPassword" label={t('account.current')} rules={[needed]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="password" label={t('account.next')} extra={t('account.rule')} rules={[needed]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('account.again')}
          dependencies={['password']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === undefined || value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('account.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {change.error && <Alert type="error" showIcon title={words(change.error)} role="alert" />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.password')}
        </Button>
      </Form>
    </section>
  );
}
