/** Words of the API that come in both languages, in the one that is spoken. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

export function useSaid(): (words: Schemas['WordsView']) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language.startsWith('zh') ? zh : en);
}
