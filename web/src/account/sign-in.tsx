/** Sign in; back to where one was. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { meQuery, remember } from '../api/me';
import { switchLanguage } from '../i18n/i18n';
import { useWords } from '../parts/states';

interface Given {
  account: string;
  password: string;
}

export function SignIn() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { from } = useSearch({ from: '/sign-in' });
  const signIn = useMutation({
    mutationFn: (body: Given) => got(api.POST('/api/v1/session', { body })),
    onSuccess: async ({ token: _, ...me }) => {
      client.clear();
      remember(true);
      client.setQueryData(meQuery.queryKey, me);
      // an address within the console only: two slashes would be another host
      await navigate({ href: from !== undefined && /^\/(?![/\\])/.test(from) ? from : '/' });
    },
  });
  const needed = [{ required: true, message: t('signIn.needed') }];
  return (
    <main className="sign-in">
      <h1>{t('product')}</h1>
      {from !== undefined && from !== '/' && signIn.isIdle && <Alert type="info" title={t('signIn.ended')} />}
      <Form<Given> layout="vertical" requiredMark={false} onFinish={(given) => signIn.mutate(given)}>
        <Form.Item name="account" label={t('signIn.account')} rules={needed}>
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('signIn.password')} rules={needed}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {signIn.error && <Alert type="error" showIcon title={words(signIn.error)} role="alert" />}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('signIn.go')}
        </Button>
      </Form>
      <button type="button" className="plain" onClick={switchLanguage}>
        {t('said.language')}
      </button>
    </main>
  );
}
