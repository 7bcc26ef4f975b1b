/** 导入企业: a spreadsheet is tried or taken in by and by; how far it is, and what is wrong with which row. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { useMay } from '../api/me';
import { amount } from '../parts/amount';
import { Field } from '../parts/field';
import { Pages } from '../parts/pages';
import { Loading, Missing, Wrong, useWords } from '../parts/states';
import { Wide } from '../parts/wide';
import { faultsQuery, intakeQuery, intakesQuery, registerKey, SIZE } from './data';
import './register.css';
import { Rooms } from './rooms';
import { sendFile } from './send-file';

type Intake = Schemas['IntakeView'];

export function IntakePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = useSearch({ from: '/inside/enterprises/import' });
  if (!may('enterprise.write')) return <Missing />;
  return (
    <div className="register">
      <h1>{t('register.import')}</h1>
      <Rooms />
      <HandIn />
      {id !== undefined && <Progress key={id} id={id} />}
      <Earlier />
    </div>
  );
}

function HandIn() {
  const { t } = useTranslation();
  const fileId = useId();
  const words = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [countedOn, setCountedOn] = useState('');
  const take = useMutation({
    mutationFn: async ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => {
      const query = new URLSearchParams({ dryRun: String(dryRun), ...(countedOn === '' ? {} : { countedOn }) });
      return sendFile<Intake>(`/api/v1/intakes/enterprises?${query}`, chosen);
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: registerKey });
      await navigate({ to: '/enterprises/import', search: { id } });
    },
  });
  return (
    <section className="part">
      <p>{t('register.importHelp')}</p>
      <p>
        <a href="/api/v1/intakes/enterprises/blank" download>
          {t('register.blankSheet')}
        </a>
      </p>
      <div className="field">
        <label htmlFor={fileId}>{t('register.file')}</label>
        <input id={fileId} type="file" accept=".xlsx,.csv" onChange={({ target }) => setFile(target.files?.[0])} />
      </div>
      <Field label={t('register.countedOn')} help={t('register.countedHelp')}>
        {(given) => (
          <Input
            {...given}
            type="date"
            style={{ width: 160 }}
            value={countedOn}
            onChange={({ target }) => setCountedOn(target.value)}
          />
        )}
      </Field>
      {take.error !== null && <Alert type="error" showIcon role="alert" title={words(take.error)} />}
      <div className="deeds">
        <Button
          disabled={file === undefined}
          loading={take.isPending}
          onClick={() => file && take.mutate({ chosen: file, dryRun: true })}
        >
          {t('register.try')}
        </Button>
        <Button
          type="primary"
          disabled={file === undefined}
          loading={take.isPending}
          onClick={() => file && take.mutate({ chosen: file, dryRun: false })}
        >
          {t('register.take')}
        </Button>
      </div>
    </section>
  );
}

function Progress({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const intake = useQuery(intakeQuery(id));
  const stop = useMutation({
    mutationFn: () =>
      got(api.DELETE('/api/v1/intakes/{id}', { params: { path: { id } } }) as Promise<{ response: Response }>),
    onSettled: () => client.invalidateQueries({ queryKey: registerKey }),
  });
  if (intake.isPending) return <Loading />;
  if (intake.data === undefined) return <Wrong error={intake.error} />;
  const { data } = intake;
  const { status, total, done, created, changed, unchanged, faulty, faults, dryRun, failure } = data;
  const alive = status === 'waiting' || status === 'running' || status === 'stopping';
  return (
    <section className="part" aria-live="polite">
      <h2>
        {data.fileName} <small>{t(`register.status.${status}`)}</small>
      </h2>
      {dryRun && <p className="hint">{t('register.tried')}</p>}
      <p>
        <progress
          aria-label={t('register.progress')}
          max={total ?? undefined}
          value={total === null ? undefined : done}
        />{' '}
        {t('register.rows', { done: amount(done), total: amount(total) })}
      </p>
      <p>{t('register.tally', { created, changed, unchanged, faulty })}</p>
      {failure !== null && (
        <Alert type="error" showIcon role="alert" title={i18n.language === 'en' ? failure.en : failure.zh} />
      )}
      {alive && (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('register.stop')}
        </Button>
      )}
      {faults > 0 && <Faults id={id} faults={faults} />}
    </section>
  );
}

function Faults({ id, faults }: { readonly id: string; readonly faults: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { page = 1 } = useSearch({ from: '/inside/enterprises/import' });
  const { data } = useQuery(faultsQuery(id, page, faults));
  if (data === undefined) return null;
  return (
    <>
      <p>
        {t('register.faults', { count: faults, kept: data.total })}{' '}
        <a href={`/api/v1/intakes/${id}/faults/spreadsheet`} download>
          {t('register.faultSheet')}
        </a>
      </p>
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('register.row')}
              </th>
              <th scope="col">{t('register.column')}</th>
              <th scope="col">{t('register.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ row, column, code, message }) => (
              <tr key={`${row} ${column ?? ''} ${code}`}>
                <td className="right">{row}</td>
                <td>{column ?? '—'}</td>
                <td className="words">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Pages
        page={page}
        size={SIZE}
        total={data.total}
        words={t('supervision.total', { count: data.total })}
        onPage={(next) => void navigate({ to: '/enterprises/import', search: { id, page: next } })}
      />
    </>
  );
}

function Earlier() {
  const { t } = useTranslation();
  const { data } = useQuery(intakesQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('register.earlier')}</h2>
      <ul className="history">
        {data.items.map(({ id, fileName, status, dryRun, created, changed, unchanged, faulty }) => (
          <li key={id}>
            <Link to="/enterprises/import" search={{ id }}>
              {fileName}
            </Link>{' '}
            {dryRun && `${t('register.try')} `}
            {t(`register.status.${status}`)} {t('register.tally', { created, changed, unchanged, faulty })}
          </li>
        ))}
      </ul>
    </section>
  );
}
