/** 导入方案: a JSON document or a filled-in spreadsheet is tried first, and taken in when one has seen what it will be. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMay } from '../api/me';
import { Missing, useWords } from '../parts/states';
import './assessment.css';
import { blankFile } from './scheme-doors';
import './scheme-documents.css';
import { takeFile, tryFile } from './taking-in';
import { TrialResult } from './trial-result';
import { Upper } from './upper';

export function SchemeImport() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const id = useId();
  const may = useMay();
  const tell = useTold();
  const client = useQueryClient();
  const navigate = useNavigate();
  const trial = useMutation({ mutationFn: (file: File) => tryFile(tier, file) });
  const take = useMutation({
    mutationFn: (file: File) => takeFile(tier, file),
    onSuccess: async (scheme) => {
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await navigate({ to: '/schemes/$id', params: { id: scheme.id } });
    },
  });
  if (!may('assessment.conduct')) return <Missing />;
  const { data, variables: file } = trial;
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    take.reset();
    trial.mutate(chosen);
  };
  return (
    <>
      <h1>{t('schemes.import')}</h1>
      <p>{t('schemes.importHelp')}</p>
      <p>
        <a href={blankFile(tier)} download>
          {t('schemes.blank')}
        </a>
      </p>
      <div className="field choose-file">
        <label htmlFor={id}>{t('schemes.file')}</label>
        <input
          id={id}
          type="file"
          accept=".json,.xlsx"
          disabled={trial.isPending || take.isPending}
          onChange={({ target }) => {
            choose(target.files?.[0]);
            // the same file, mended, can be chosen again
            target.value = '';
          }}
        />
      </div>
      <div aria-live="polite">
        {trial.isPending && <p className="hint">{t('schemes.checking')}</p>}
        {trial.isError && <Alert type="error" showIcon role="alert" title={tell(trial.error)} />}
        {data !== undefined && file !== undefined && <TrialResult trial={data} fileName={file.name} />}
      </div>
      {data !== undefined && file !== undefined && data.errors.length === 0 && (
        <div className="deeds">
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate(file)}>
            {t('schemes.takeIn')}
          </Button>
        </div>
      )}
      {take.isError && <Alert type="error" showIcon role="alert" title={tell(take.error)} />}
    </>
  );
}

/** A file that is no JSON says so; everything else in the words of the API. */
function useTold(): (error: unknown) => string {
  const { t } = useTranslation();
  const words = useWords();
  return (error) => (error instanceof SyntaxError ? t('schemes.notJson') : words(error));
}
