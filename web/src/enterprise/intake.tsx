/** 导入企业: a spreadsheet is tried or taken in by and by; how far it is, and what is wrong with which row. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { IntakeDesk } from '../intake/intake';
import { Field } from '../parts/field';
import { Missing } from '../parts/states';
import { registerKey } from './data';
import './register.css';
import { Rooms } from './rooms';

export function IntakePage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/enterprises/import' });
  const [countedOn, setCountedOn] = useState('');
  if (!may('enterprise.write')) return <Missing />;
  const addressOf = (dryRun: boolean): string => {
    const query = new URLSearchParams({ dryRun: String(dryRun), ...(countedOn === '' ? {} : { countedOn }) });
    return `/api/v1/intakes/enterprises?${query}`;
  };
  return (
    <div className="register">
      <h1>{t('register.import')}</h1>
      <Rooms />
      <IntakeDesk
        help={t('register.importHelp')}
        blank="/api/v1/intakes/enterprises/blank"
        addressOf={addressOf}
        of={{ kind: 'enterprise' }}
        search={search}
        go={(next) => void navigate({ to: '/enterprises/import', search: next })}
        changes={registerKey}
      >
        <Field label={t('register.countedOn')} help={t('register.countedHelp')}>
          {(given) => (
            <Input
              {...given}
              type="date"
              style={{ width: 160 }}
              value={countedOn}
              onChange={({ target }) => setCountedOn(target.value)}
            />
          )}
        </Field>
      </IntakeDesk>
    </div>
  );
}
