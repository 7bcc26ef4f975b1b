/** 表格导入: a spreadsheet is tried, looked through, and taken in by and by; what was taken in earlier is listed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../parts/states';
import { Earlier } from './earlier';
import { type Intake, type IntakesOf, intakeKey } from './intake-data';
import './intake.css';
import { Progress } from './progress';
import { sendFile } from './send-file';

/** Where the page is: which intake is looked at, and which page of its faults. */
export interface IntakeSearch {
  readonly intake?: string | undefined;
  readonly page?: number | undefined;
}

interface Props {
  /** What the file is like and what becomes of it. */
  readonly help: string;
  /** The blank spreadsheet. */
  readonly blank: string;
  readonly addressOf: (dryRun: boolean) => string;
  readonly of: IntakesOf;
  readonly search: IntakeSearch;
  readonly go: (search: IntakeSearch) => void;
  /** What is read anew once it is taken in. */
  readonly changes: readonly string[];
  /** What is asked for besides the file. */
  readonly children?: ReactNode;
}

export function IntakeDesk({ help, blank, addressOf, of, search, go, changes, children }: Props) {
  const { t } = useTranslation();
  const fileId = useId();
  const words = useWords();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  // the trial that this very file went through
  const [tried, setTried] = useState<string>();
  const take = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => sendFile<Intake>(addressOf(dryRun), chosen),
    onSuccess: async ({ id, dryRun }) => {
      setTried(dryRun ? id : undefined);
      await client.invalidateQueries({ queryKey: intakeKey });
      go({ intake: id });
    },
  });
  const send = (dryRun: boolean) => file !== undefined && take.mutate({ chosen: file, dryRun });
  const takeIt = (
    <Button type="primary" disabled={file === undefined} loading={take.isPending} onClick={() => send(false)}>
      {t('intake.take')}
    </Button>
  );
  return (
    <div className="intake">
      <section className="part">
        <p>{help}</p>
        <p>
          <a href={blank} download>
            {t('intake.blank')}
          </a>
        </p>
        <div className="field">
          <label htmlFor={fileId}>{t('intake.file')}</label>
          <input
            id={fileId}
            type="file"
            accept=".xlsx,.csv"
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              setTried(undefined);
            }}
          />
        </div>
        {children}
        {take.error !== null && <Alert type="error" showIcon role="alert" title={words(take.error)} />}
        <div className="deeds">
          <Button disabled={file === undefined} loading={take.isPending} onClick={() => send(true)}>
            {t('intake.try')}
          </Button>
          {tried === undefined && takeIt}
        </div>
      </section>
      {search.intake !== undefined && (
        <Progress
          key={search.intake}
          id={search.intake}
          page={search.page ?? 1}
          go={go}
          changes={changes}
          confirm={search.intake === tried ? takeIt : undefined}
        />
      )}
      <Earlier of={of} onOpen={(intake) => go({ intake })} />
    </div>
  );
}
