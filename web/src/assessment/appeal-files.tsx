/** The evidence of an appeal: downloaded by name, and taken out while nobody has decided. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { sizeOf } from '../tasks/evidence-list';

interface Props {
  readonly evidence: Schemas['AppealDetail']['evidence'];
  /** Below which the files lie. */
  readonly base: string;
  readonly onRemove?: ((id: string) => void) | undefined;
}

export function AppealFiles({ evidence, base, onRemove }: Props) {
  const { t } = useTranslation();
  if (evidence.length === 0) return <p className="hint">{t('appeal.noEvidence')}</p>;
  return (
    <ul className="evidence">
      {evidence.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`${base}/evidence/${id}`} download={name}>
            {name}
          </a>{' '}
          <small>{sizeOf(size)}</small>
          {onRemove !== undefined && (
            <button
              type="button"
              className="plain"
              aria-label={`${t('report.remove')} ${name}`}
              onClick={() => onRemove(id)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
