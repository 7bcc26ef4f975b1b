/** A first password: typed, or made on this computer and shown. */
import { Button, Form, type FormInstance, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { firstPassword } from './password';

interface Props<T extends { password: string }> {
  readonly form: FormInstance<T>;
  readonly account: () => string;
}

export function PasswordField<T extends { password: string }>({ form, account }: Props<T>) {
  const { t } = useTranslation();
  return (
    <div className="with-deed">
      <Form.Item
        name="password"
        label={t('administration.officer.password')}
        extra={t('account.rule')}
        rules={[{ required: true, message: t('signIn.needed') }]}
      >
        <Input maxLength={200} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Button
        onClick={() => {
          form.setFields([{ name: 'password' as never, value: firstPassword(account()) as never, errors: [] }]);
        }}
      >
        {t('administration.officer.generate')}
      </Button>
    </div>
  );
}
