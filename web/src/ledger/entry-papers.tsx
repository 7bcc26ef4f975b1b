/** The files of an entry (佐证材料): those of its file fields and those of the entry as a whole. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { sendFile } from '../course/entry-file';
import { useDeed } from '../course/use-deed';
import { sizeOf } from '../tasks/evidence-list';
import { type Entry, ledgerKey } from './data';

export function EntryPapers({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const { definition, evidence, deeds } = entry;
  const adds = deeds.includes('change');
  const fields = definition.fields.filter(({ kind }) => kind === 'file');
  const groups = [
    ...fields.map(({ key, name }) => ({ key, name })),
    ...(definition.evidence === 'none' ? [] : [{ key: null, name: t('ledger.evidence') }]),
  ].filter(({ key }) => adds || evidence.some(({ field }) => field === key));
  return groups.map(({ key, name }) => <Papers key={key ?? ''} entry={entry} field={key} name={name} adds={adds} />);
}

interface Props {
  readonly entry: Entry;
  readonly field: string | null;
  readonly name: string;
  readonly adds: boolean;
}

function Papers({ entry: { id, evidence }, field, name, adds }: Props) {
  const { t } = useTranslation();
  const inputId = useId();
  const at = `/api/v1/ledger-entries/${id}/evidence`;
  const add = useDeed<readonly File[]>({
    run: async (files) => {
      for (const file of files) await sendFile(field === null ? at : `${at}?field=${field}`, file);
    },
    of: ledgerKey,
  });
  const remove = useDeed<string>({
    run: (evidenceId) =>
      got(api.DELETE('/api/v1/ledger-entries/{id}/evidence/{evidenceId}', { params: { path: { id, evidenceId } } })),
    of: ledgerKey,
  });
  const files = evidence.filter((file) => file.field === field);
  return (
    <>
      <h2>{name}</h2>
      <ul className="ledger-papers">
        {files.length === 0 && <li className="hint">{t('ledger.noFiles')}</li>}
        {files.map(({ id: fileId, name: fileName, size }) => (
          <li key={fileId}>
            <a href={`${at}/${fileId}`} download={fileName}>
              {fileName}
            </a>{' '}
            <small>{sizeOf(size)}</small>
            {adds && (
              <button
                type="button"
                className="plain"
                aria-label={t('ledger.removeFile', { name: fileName })}
                onClick={() => remove.mutate(fileId)}
              >
                ×
              </button>
            )}
          </li>
        ))}
        {adds && (
          <li>
            <label htmlFor={inputId}>{t('ledger.addFile')}</label>{' '}
            <input
              id={inputId}
              type="file"
              multiple
              disabled={add.isPending}
              onChange={({ target }) => {
                add.mutate([...(target.files ?? [])]);
                target.value = '';
              }}
            />
          </li>
        )}
      </ul>
    </>
  );
}
