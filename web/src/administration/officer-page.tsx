/** One officer: who he is, and what the administrators may do with his account. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/me';
import { unionsQuery } from '../api/unions';
import { Loading, Wrong } from '../parts/states';
import './administration.css';
import { Fact } from './fact';
import { officerQuery } from './officer-data';
import { ChangeOfficer, ResetPassword, SwitchOfficer } from './officer-deeds';
import { OfficerRole } from './officer-role';

export function OfficerPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/officers/$id' });
  const me = useMe();
  const may = useMay();
  const asked = useQuery(officerQuery(id));
  const unions = useQuery(unionsQuery);
  if (asked.isPending || unions.isPending) return <Loading />;
  if (asked.data === undefined) return <Wrong error={asked.error} />;
  const [officer, own] = [asked.data, unions.data ?? []];
  const union = own.find((each) => each.id === officer.unionId);
  return (
    <section className="form-page">
      <h1>
        {officer.name} <small>{officer.account}</small>
      </h1>
      <dl className="facts">
        <Fact label={t('administration.officer.union')}>{union?.name ?? '—'}</Fact>
        <Fact label={t('administration.officer.role')}>{t(`role.${officer.role}`)}</Fact>
        <Fact label={t('administration.officer.state')}>{t(`administration.officer.active.${officer.active}`)}</Fact>
        <Fact label={t('administration.officer.password')}>
          {t(officer.mustChangePassword ? 'administration.officer.fresh' : 'administration.officer.own')}
        </Fact>
      </dl>
      {may('officer.write') && (
        <>
          <ChangeOfficer officer={officer} unions={own} />
          <ResetPassword officer={officer} union={union?.name ?? ''} />
          <SwitchOfficer officer={officer} />
        </>
      )}
      {may('officer.rights') &&
        (officer.id === me.officer.id ? (
          <p className="hint">{t('administration.officer.ownRole')}</p>
        ) : (
          <OfficerRole key={officer.role} officer={officer} inDistrict={union?.tier === 'district'} />
        ))}
      <p>
        <Link to="/officers">{t('administration.officer.back')}</Link>
      </p>
    </section>
  );
}
