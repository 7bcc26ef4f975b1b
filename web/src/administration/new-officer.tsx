/** 新建账号: an account with its first password, and the sheet that goes to its owner. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import './administration.css';
import { besideFields } from './beside-fields';
import { HandOver } from './hand-over';
import { useReadOfficersAgain } from './officer-data';
import { PasswordField } from './password-field';
import { UnionSelect } from './union-select';

type Given = Schemas['NewOfficerDto'];

export function NewOfficer() {
  const may = useMay();
  return may('officer.write') ? <Making /> : <Missing />;
}

function Making() {
  const { t } = useTranslation();
  const words = useWords();
  const { unionId } = useSearch({ from: '/inside/new-officer' });
  const unions = useQuery(unionsQuery);
  const readAgain = useReadOfficersAgain();
  const [form] = Form.useForm<Given>();
  const [made, setMade] = useState<{ officer: Schemas['OfficerView']; password: string }>();
  const make = useMutation({
    mutationFn: (body: Given) => got(api.POST('/api/v1/officers', { body })),
    onSuccess: async (officer, { password }) => {
      setMade({ officer, password });
      await readAgain();
    },
    onError: (error) => besideFields(form, error),
  });
  if (unions.isPending) return <Loading />;
  if (unions.data === undefined) return <Wrong error={unions.error} />;
  const needed = [{ required: true, message: t('signIn.needed') }];
  if (made !== undefined) {
    const { officer, password } = made;
    const union = unions.data.find(({ id }) => id === officer.unionId)?.name ?? '';
    return (
      <section className="form-page">
        <h1>{t('administration.officer.made', { name: officer.name })}</h1>
        <HandOver name={officer.name} union={union} account={officer.account} password={password} />
        <p className="no-print deeds">
          <Button
            type="primary"
            onClick={() => {
              form.resetFields();
              form.setFieldValue('unionId', officer.unionId);
              setMade(undefined);
            }}
          >
            {t('administration.officer.another')}
          </Button>
          <Link to="/officers/$id" params={{ id: officer.id }}>
            {officer.name}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <section className="form-page">
      <h1>{t('administration.officer.make')}</h1>
      <Form<Given> form={form} layout="vertical" initialValues={{ unionId }} onFinish={(given) => make.mutate(given)}>
        <Form.Item name="unionId" label={t('administration.officer.union')} rules={needed}>
          <UnionSelect unions={unions.data} />
        </Form.Item>
        <div className="row">
          <Form.Item name="name" label={t('administration.officer.name')} rules={needed}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="account"
            label={t('signIn.account')}
            rules={needed}
            extra={t('administration.officer.accountHelp')}
          >
            <Input maxLength={64} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </div>
        <PasswordField form={form} account={() => form.getFieldValue('account') ?? ''} />
        <p className="hint">{t('administration.officer.viewerFirst')}</p>
        {make.error && <Alert type="error" showIcon role="alert" title={words(make.error)} />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('administration.officer.makeGo')}
        </Button>
      </Form>
    </section>
  );
}
