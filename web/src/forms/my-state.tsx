/** How the own union stands with a period, in a word. */
import { useTranslation } from 'react-i18next';
import type { Period } from './form-data';

export function MyState({ mine: { owed, exempt, status } }: { readonly mine: Period['mine'] }) {
  const { t } = useTranslation();
  if (!owed) return <span className="hint">{t('forms.notOwed')}</span>;
  if (exempt) return <span>{t('forms.standing.exempted')}</span>;
  if (status === null) return <span>{t('forms.notBegun')}</span>;
  return <span className={`form-status form-status-${status}`}>{t(`forms.status.${status}`)}</span>;
}
