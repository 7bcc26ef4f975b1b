/** From one page of what goes out to the others. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTier } from '../api/me';

export function Ways() {
  const { t } = useTranslation();
  const tier = useTier();
  return (
    <nav className="ways no-print" aria-label={t('dispatch.title')}>
      <Link to="/dispatches">{t('dispatch.log')}</Link>
      <Link to="/robots">{t('dispatch.robots')}</Link>
      {tier === 'district' && <Link to="/message-templates">{t('dispatch.templates')}</Link>}
    </nav>
  );
}
