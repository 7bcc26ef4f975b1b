/** 用电子表格填报: the spreadsheet of this form and period goes out, and comes back in: checked, kept as a draft or handed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { deskKey } from '../desk/desk';
import { faultsQuery, intakeQuery } from '../intake/intake-data';
import { sendFile } from '../intake/send-file';
import { Loading, useWords, Wrong } from '../parts/states';
import { Wide } from '../parts/wide';

interface Props {
  readonly id: string;
  readonly period: string;
  /** To begin again from what is kept now. */
  readonly onAnew: () => void;
}

type How = 'check' | 'keep' | 'submit';
type Intake = Schemas['IntakeView'];

const asked: Record<How, string> = { check: 'dryRun=true&submit=true', keep: 'submit=false', submit: 'submit=true' };

export function SheetFill({ id, period, onAnew }: Props) {
  const { t } = useTranslation();
  const fileId = useId();
  const words = useWords();
  const [file, setFile] = useState<File>();
  const at = `/api/v1/intakes/forms/${id}/periods/${period}`;
  const take = useMutation({
    mutationFn: async ({ chosen, how }: { chosen: File; how: How }) => ({
      how,
      intake: await sendFile<Intake>(`${at}/returns?${asked[how]}`, chosen),
    }),
  });
  return (
    <details className="no-print">
      <summary>{t('forms.sheet.title')}</summary>
      <p className="hint">{t('forms.sheet.hint')}</p>
      <p>
        <a href={`${at}/blank`} download>
          {t('forms.sheet.blank')}
        </a>
      </p>
      <div className="field">
        <label htmlFor={fileId}>{t('forms.sheet.file')}</label>
        <input
          id={fileId}
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            take.reset();
          }}
        />
      </div>
      {take.error !== null && <Alert type="error" showIcon role="alert" title={words(take.error)} />}
      <div className="deeds">
        {(['check', 'keep', 'submit'] as const).map((how) => (
          <Button
            key={how}
            disabled={file === undefined}
            loading={take.isPending}
            onClick={() => file && take.mutate({ chosen: file, how })}
          >
            {t(`forms.sheet.${how}`)}
          </Button>
        ))}
      </div>
      {take.data !== undefined && (
        <Outcome key={take.data.intake.id} id={take.data.intake.id} how={take.data.how} onAnew={onAnew} />
      )}
    </details>
  );
}

function Outcome({ id, how, onAnew }: { readonly id: string; readonly how: How; readonly onAnew: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data, error } = useQuery(intakeQuery(id));
  const done = data?.status === 'done' && how !== 'check' && data.faulty === 0;
  useEffect(() => {
    if (!done) return;
    void message.success(t(`forms.sheet.done.${how}`));
    void client.invalidateQueries({ queryKey: deskKey });
    onAnew();
    // once, when it is done
  }, [done]);
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} />;
  const { status, failure, created, changed, unchanged, faulty, faults } = data;
  if (failure !== null)
    return <Alert type="error" showIcon role="alert" title={i18n.language === 'zh' ? failure.zh : failure.en} />;
  if (status !== 'done') return <Loading />;
  if (faulty > 0) return <Faults id={id} faulty={faulty} faults={faults} />;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={`${t(`forms.sheet.done.${how}`)} ${t('forms.sheet.tally', { created, changed, unchanged })}`}
    />
  );
}

interface FaultsProps {
  readonly id: string;
  readonly faulty: number;
  readonly faults: number;
}

function Faults({ id, faulty, faults }: FaultsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(faultsQuery(id, 1, faults));
  return (
    <>
      <Alert type="error" showIcon role="alert" title={t('forms.sheet.faulty', { count: faulty })} />
      <Wide>
        <table className="grid">
          <thead>
            <tr>
              <th className="right">{t('intake.row')}</th>
              <th>{t('intake.column')}</th>
              <th>{t('intake.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {data?.items.map(({ row, column, code, message }, no) => (
              <tr key={`${no} ${code}`}>
                <td className="right">{row}</td>
                <td>{column ?? '—'}</td>
                <td className="words">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p>
        <a href={`/api/v1/intakes/${id}/faults/spreadsheet`} download>
          {t('intake.faultSheet')}
        </a>
      </p>
    </>
  );
}
