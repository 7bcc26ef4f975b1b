/** 佐证材料 of an entry: read by name; who recorded it adds files and takes them out. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { sizeOf } from '../tasks/evidence-list';
import { sendFile } from './entry-file';
import { useDeed } from './use-deed';

interface Props {
  evidence: Schemas['EvidenceView'][];
  /** Of the entry, in the API. */
  address: string;
  of: readonly string[];
  /** Left out: one only reads. */
  remove?: ((evidenceId: string) => Promise<unknown>) | undefined;
  adds: boolean;
}

export function EntryFiles({ evidence, address, of, remove, adds }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const add = useDeed<readonly File[]>({
    run: async (files) => {
      for (const file of files) await sendFile(`${address}/evidence`, file);
    },
    of,
  });
  const takeOut = useDeed<string>({ run: async (evidenceId) => remove?.(evidenceId), of });
  return (
    <ul className="entry-files" aria-label={t('course.evidence')}>
      {evidence.length === 0 && <li className="hint">{t('course.noEvidence')}</li>}
      {evidence.map(({ id: evidenceId, name, size }) => (
        <li key={evidenceId}>
          <a href={`${address}/evidence/${evidenceId}`} download={name}>
            {name}
          </a>{' '}
          <small>{sizeOf(size)}</small>
          {remove !== undefined && (
            <button
              type="button"
              className="plain"
              aria-label={t('course.removeFile', { name })}
              onClick={() => takeOut.mutate(evidenceId)}
            >
              ×
            </button>
          )}
        </li>
      ))}
      {adds && (
        <li>
          <label htmlFor={id}>{t('course.addEvidence')}</label>{' '}
          <input
            id={id}
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
  );
}
