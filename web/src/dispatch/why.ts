/** Why a message was sent, in words. */
import { useTranslation } from 'react-i18next';
import type { Message } from './log-data';

export function useWhy(): (reason: Message['reason']) => string {
  const { i18n } = useTranslation();
  return ({ words, step }) => (words === null ? (step ?? '—') : i18n.language === 'zh' ? words.zh : words.en);
}
