/** How long something has lasted, as people say it. */
import { useTranslation } from 'react-i18next';

export function useLasting(): (since: string | null, until: string) => string {
  const { t } = useTranslation();
  return (since, until) => {
    if (since === null) return '—';
    const seconds = Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 1000));
    if (seconds < 60) return t('administration.lasting.seconds', { count: seconds });
    if (seconds < 3600) return t('administration.lasting.minutes', { count: Math.floor(seconds / 60) });
    if (seconds < 86_400) return t('administration.lasting.hours', { count: Math.floor(seconds / 3600) });
    return t('administration.lasting.days', { count: Math.floor(seconds / 86_400) });
  };
}
