/** 用电子表格分解: the spreadsheet of a task goes out, and comes back in: checked first, then handed down. */
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, Problem } from '../api/client';
import type { UpperTier } from '../api/doors';
import { sendFile } from '../intake/send-file';
import { amount } from '../parts/amount';
import { useWords } from '../parts/states';
import { useAgain } from './task-deeds';
import './tasks.css';

interface Props {
  readonly tier: UpperTier;
  readonly task: Schemas['TaskView'];
  /** How many have a share already. */
  readonly given: number;
}

export function CascadeSheet({ tier, task, given }: Props) {
  const { t } = useTranslation();
  const fileId = useId();
  const { message } = App.useApp();
  const again = useAgain();
  const [file, setFile] = useState<File>();
  const at = `/api/v1/${tier}/tasks/${task.id}/shares`;
  const take = useMutation({
    mutationFn: async ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => ({
      dryRun,
      made: await sendFile<Schemas['SharesView']>(`${at}/spreadsheet?dryRun=${dryRun}`, chosen),
    }),
    onSuccess: async ({ dryRun, made }) => {
      if (dryRun) return;
      void message.success(t('cascade.assigned', { count: made.shares.length - given }));
      await again();
    },
  });
  const tried = take.data?.dryRun === true ? take.data.made : undefined;
  return (
    <details className="no-print">
      <summary>{t('cascade.sheet.title')}</summary>
      <p className="hint">{t('cascade.sheet.hint')}</p>
      <p>
        <a href={`${at}/blank`} download>
          {t('cascade.sheet.blank')}
        </a>
      </p>
      <div className="field">
        <label htmlFor={fileId}>{t('cascade.sheet.file')}</label>
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
      <Refused error={take.error} />
      {tried !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('cascade.sheet.tried', {
            count: tried.shares.length - given,
            left: amount(tried.remainder),
            unit: task.measure.unit,
          })}
        />
      )}
      <div className="deeds">
        <Button
          disabled={file === undefined}
          loading={take.isPending}
          onClick={() => file && take.mutate({ chosen: file, dryRun: true })}
        >
          {t('cascade.sheet.check')}
        </Button>
        <Button
          disabled={file === undefined}
          loading={take.isPending}
          onClick={() => file && take.mutate({ chosen: file, dryRun: false })}
        >
          {t('cascade.sheet.assign')}
        </Button>
      </div>
    </details>
  );
}

/** Row by row. */
function Refused({ error }: { readonly error: unknown }) {
  const words = useWords();
  if (error === null) return null;
  const rows = error instanceof Problem ? error.errors.filter(({ field }) => field.startsWith('rows[')) : [];
  const title =
    rows.length === 0 ? (
      words(error)
    ) : (
      <ul className="faults">
        {rows.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
      </ul>
    );
  return <Alert type="error" showIcon role="alert" title={title} />;
}
