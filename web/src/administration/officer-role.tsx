/** 授予角色: each role with what it may do in words; the security administrator chooses. */
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useWords } from '../parts/states';
import { type Officer, type Role, districtRoles, everyRole, useReadOfficersAgain } from './officer-data';

export function OfficerRole({ officer, inDistrict }: { officer: Officer; inDistrict: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const [role, setRole] = useState<Role>(officer.role);
  const { id, version } = officer;
  const give = useMutation({
    mutationFn: () =>
      got(
        api.PUT('/api/v1/officers/{id}/role', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { role },
        }),
      ),
    onSuccess: () => void message.success(t('administration.officer.roleGiven')),
    onSettled: useReadOfficersAgain(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <h2>{t('administration.officer.giveRole')}</h2>
      <p className="hint">{t('administration.officer.giveRoleHint')}</p>
      <fieldset className="roles">
        <legend className="sr">{t('administration.officer.role')}</legend>
        {[...everyRole, ...districtRoles].map((each) => {
          const elsewhere = !inDistrict && districtRoles.includes(each);
          return (
            <label key={each}>
              <input
                type="radio"
                name="role"
                checked={role === each}
                disabled={elsewhere}
                onChange={() => setRole(each)}
              />
              <span>
                <strong>{t(`role.${each}`)}</strong> {t(`administration.roleMay.${each}`)}
                {elsewhere && <em> {t('administration.officer.districtOnly')}</em>}
              </span>
            </label>
          );
        })}
      </fieldset>
      {give.error && <Alert type="error" showIcon role="alert" title={words(give.error)} />}
      <Button type="primary" htmlType="submit" loading={give.isPending} disabled={role === officer.role}>
        {t('administration.officer.giveRoleGo', { role: t(`role.${role}`) })}
      </Button>
    </form>
  );
}
