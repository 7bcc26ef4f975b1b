/** One program: who it is, its keys, and what the security administrator does with them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedForm } from '../administration/deed-form';
import { Fact } from '../administration/fact';
import { api, got } from '../api/client';
import { useMay } from '../api/me';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { KeyCard } from './key-card';
import { type Application, applicationQuery, useReadAgain } from './key-data';
import './keys.css';
import { NewKey } from './new-key';
import { ShownKey } from './shown-key';

const MOST_LIVE = 2;

export function ApplicationPage() {
  const may = useMay();
  return may('key.manage') ? <One /> : <Missing />;
}

function One() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/applications/$id' });
  const [token, setToken] = useState<string>();
  const asked = useQuery(applicationQuery(id));
  if (asked.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const application = asked.data;
  const more = application.active && application.liveKeys < MOST_LIVE;
  return (
    <section className="form-page">
      <h1>
        {application.name} <small>{application.account}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('administration.officer.union')}>{application.unionName}</Fact>
        <Fact label={t('keys.role')}>{t(`role.${application.role}`)}</Fact>
        <Fact label={t('administration.officer.state')}>{t(`keys.state.${application.active}`)}</Fact>
        <Fact label={t('keys.purpose')}>{application.purpose}</Fact>
        <Fact label={t('keys.contact')}>{application.contact}</Fact>
      </dl>
      <h2>{t('keys.keys')}</h2>
      {token !== undefined && <ShownKey token={token} onNoted={() => setToken(undefined)} />}
      {more && <NewKey application={application} onMade={setToken} />}
      {application.keys.length === 0 && <p className="hint">{t('keys.noKeys')}</p>}
      <ul className="key-cards">
        {application.keys.map((each) => (
          <KeyCard key={each.id} applicationId={id} apiKey={each} rotates={more} onMade={setToken} />
        ))}
      </ul>
      <Change application={application} />
      <Switch application={application} />
      <p>
        <Link to="/applications">{t('keys.back')}</Link>
      </p>
    </section>
  );
}

const at = ({ id, version }: Application) => ({ path: { id }, header: { 'If-Match': `"${version}"` } });

function Change({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { name, purpose, contact } = application;
  const needed = [{ required: true, message: t('signIn.needed') }];
  return (
    <DeedForm<{ name: string; purpose: string; contact: string }>
      title={t('keys.change')}
      button={t('keys.changeGo')}
      done={t('keys.saved')}
      initial={{ name, purpose, contact }}
      keeps
      act={(body) => got(api.PATCH('/api/v1/applications/{id}', { params: at(application), body }))}
      after={useReadAgain()}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('keys.app')} rules={needed}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="purpose" label={t('keys.purpose')} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="contact" label={t('keys.contact')} rules={needed} extra={t('keys.contactHelp')}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}

function Switch({ application }: { application: Application }) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const { active } = application;
  const turn = useMutation({
    mutationFn: () =>
      got(api.PATCH('/api/v1/applications/{id}', { params: at(application), body: { active: !active } })),
    onSuccess: () => void message.success(t('keys.saved')),
    onError: (error) => void message.error(words(error)),
    onSettled: useReadAgain(),
  });
  return (
    <p className="deeds">
      <Button danger={active} loading={turn.isPending} onClick={() => turn.mutate()}>
        {t(active ? 'keys.stop' : 'keys.start')}
      </Button>
      {active && <span className="hint">{t('keys.stopHint')}</span>}
    </p>
  );
}
