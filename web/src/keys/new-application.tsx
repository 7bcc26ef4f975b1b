/** 登记应用: for which union, in which role, what for, and whom to call. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { besideFields } from '../administration/beside-fields';
import { districtRoles, everyRole } from '../administration/officer-data';
import { UnionSelect } from '../administration/union-select';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { useReadAgain } from './key-data';

type Given = Schemas['NewApplicationDto'];

export function NewApplication() {
  const may = useMay();
  return may('key.manage') ? <Registering /> : <Missing />;
}

function Registering() {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const unions = useQuery(unionsQuery);
  const readAgain = useReadAgain();
  const [form] = Form.useForm<Given>();
  const make = useMutation({
    mutationFn: (body: Given) => got(api.POST('/api/v1/applications', { body })),
    onSuccess: async ({ id }) => {
      await readAgain();
      await navigate({ to: '/applications/$id', params: { id } });
    },
    onError: (error) => besideFields(form, error),
  });
  if (unions.isPending) return <Loading />;
  if (unions.data === undefined) return <Wrong error={unions.error} />;
  const needed = [{ required: true, message: t('signIn.needed') }];
  const roles = [...everyRole, ...districtRoles].map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <section className="form-page">
      <h1>{t('keys.register')}</h1>
      <Form<Given> form={form} layout="vertical" onFinish={(given) => make.mutate(given)}>
        <Form.Item name="unionId" label={t('administration.officer.union')} rules={needed}>
          <UnionSelect unions={unions.data} />
        </Form.Item>
        <div className="row">
          <Form.Item name="name" label={t('keys.app')} rules={needed}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item name="account" label={t('keys.account')} rules={needed} extra={t('keys.accountHelp')}>
            <Input maxLength={64} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </div>
        <Form.Item name="role" label={t('keys.role')} rules={needed} extra={t('keys.roleHelp')}>
          <Select options={roles} />
        </Form.Item>
        <Form.Item name="purpose" label={t('keys.purpose')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="contact" label={t('keys.contact')} rules={needed} extra={t('keys.contactHelp')}>
          <Input maxLength={200} />
        </Form.Item>
        {make.error && <Alert type="error" showIcon role="alert" title={words(make.error)} />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('keys.registerGo')}
        </Button>
      </Form>
      <p>
        <Link to="/applications">{t('keys.back')}</Link>
      </p>
    </section>
  );
}
