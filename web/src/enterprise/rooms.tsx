/** The pages of the register beside each other, above each of them. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';

export function Rooms() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className="register-rooms no-print" aria-label={t('register.rooms')}>
      <Link to="/enterprises" activeOptions={{ exact: true, includeSearch: false }}>
        {t('register.title')}
      </Link>
      <Link to="/enterprises/rates">{t('register.rates')}</Link>
      <Link to="/verifications">{t('register.verifications')}</Link>
      {may('enterprise.write') && <Link to="/enterprises/import">{t('register.import')}</Link>}
      {may('enterprise.write') && <Link to="/enterprises/new">{t('register.new')}</Link>}
    </nav>
  );
}
