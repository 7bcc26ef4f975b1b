/** My mail address (邮件提醒): where reminders reach me outside the platform, switched on or off, and tried. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { besideFields } from '../administration/beside-fields';
import { Loading, Wrong, useWords } from '../parts/states';

type Given = Schemas['MailAddressDto'];
const key = ['mail-address'];

export function MailAddress() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: key, queryFn: () => got(api.GET('/api/v1/me/mail-address')) });
  return (
    <section className="narrow">
      <h2>{t('dispatch.mail.title')}</h2>
      {asked.data !== undefined ? <Setting known={asked.data} /> : null}
      {asked.isPending && <Loading />}
      {asked.isError && <Wrong error={asked.error} />}
    </section>
  );
}

function Setting({ known }: { known: Schemas['MailAddressView'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const read = () => client.invalidateQueries({ queryKey: key });
  const save = useMutation({
    mutationFn: (body: Given) => got(api.PUT('/api/v1/me/mail-address', { body })),
    onSuccess: () => void message.success(t('dispatch.mail.saved')),
    onError: (error) => besideFields(form, error),
    onSettled: read,
  });
  const tried = useMutation({
    mutationFn: () => got(api.POST('/api/v1/me/mail-address/test-mails')),
    onSuccess: () => void message.success(t('dispatch.mail.tried')),
    onError: (error) => void message.error(words(error)),
  });
  const languages = (['zh', 'en'] as const).map((value) => ({ value, label: t(`dispatch.languages.${value}`) }));
  const { address, wanted, language, setUp } = known;
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      name="mail"
      initialValues={{ address: address ?? '', wanted: address === null ? true : wanted, language }}
      onFinish={(given) => save.mutate(given)}
    >
      {!setUp && <Alert type="info" showIcon title={t('dispatch.mail.notSetUp')} />}
      <Form.Item
        name="address"
        label={t('dispatch.mail.address')}
        rules={[{ required: true, message: t('signIn.needed') }]}
        extra={t('dispatch.mail.help')}
      >
        <Input type="email" maxLength={254} autoComplete="email" />
      </Form.Item>
      <Form.Item name="language" label={t('dispatch.language')}>
        <Select options={languages} />
      </Form.Item>
      <Form.Item name="wanted" label={t('dispatch.mail.wanted')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {save.error && <Alert type="error" showIcon role="alert" title={words(save.error)} />}
      <p className="deeds">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('dispatch.mail.save')}
        </Button>
        {setUp && wanted && (
          <Button loading={tried.isPending} onClick={() => tried.mutate()}>
            {t('dispatch.mail.try')}
          </Button>
        )}
      </p>
    </Form>
  );
}
