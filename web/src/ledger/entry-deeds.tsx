/** What may be done with an entry now: the API says it, each with the words it takes. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { type Entry, ledgerKey } from './data';
import { deskKey } from '../desk/desk';
import { ReasonDeed } from '../parts/reason-deed';
import { useDeed } from '../course/use-deed';

interface Props {
  readonly entry: Entry;
  readonly changing: boolean;
  readonly onChange: () => void;
}

export function EntryDeeds({ entry: { id, deeds }, changing, onChange }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const at = { params: { path: { id } } };
  const deed = useDeed<() => Promise<unknown>>({ run: (run) => run(), of: ledgerKey });
  const can = (name: string): boolean => deeds.includes(name);
  const button = (name: 'submit' | 'accept' | 'takeBack' | 'withdraw', run: () => Promise<unknown>, primary = false) =>
    can(name) && (
      <Button {...(primary && { type: 'primary' })} loading={deed.isPending} onClick={() => deed.mutate(run)}>
        {t(`ledger.deed.${name}`)}
      </Button>
    );
  return (
    <div className="deeds no-print">
      {!changing && button('submit', () => got(api.POST('/api/v1/ledger-entries/{id}/submission', at)), true)}
      {can('change') && <Button onClick={onChange}>{t(changing ? 'change.cancel' : 'ledger.deed.change')}</Button>}
      {button('accept', () => got(api.POST('/api/v1/ledger-entries/{id}/acceptance', at)), true)}
      {can('return') && (
        <ReasonDeed
          open={t('ledger.deed.return')}
          of={[ledgerKey, deskKey]}
          reason={t('ledger.reason')}
          run={(reason) => got(api.POST('/api/v1/ledger-entries/{id}/return', { ...at, body: { reason } }))}
        />
      )}
      {button('takeBack', () => got(api.DELETE('/api/v1/ledger-entries/{id}/submission', at)))}
      {!changing && button('withdraw', () => got(api.DELETE('/api/v1/ledger-entries/{id}', at)))}
      {can('correct') && (
        <ReasonDeed
          open={t('ledger.deed.correct')}
          of={[ledgerKey, deskKey]}
          reason={t('ledger.reason')}
          run={async (reason) => {
            const body = { reason };
            const made = await got(api.POST('/api/v1/ledger-entries/{id}/corrections', { ...at, body }));
            await navigate({ to: '/ledger-entries/$id', params: { id: made.id } });
          }}
        />
      )}
    </div>
  );
}
