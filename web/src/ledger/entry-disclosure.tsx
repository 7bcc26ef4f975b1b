/** Personal data in full (查看完整信息): for a purpose typed in, shown until the page is left. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { deskKey } from '../desk/desk';
import { ledgerKey } from './data';
import { ReasonDeed } from '../parts/reason-deed';

export function Disclosure({ id, field }: { readonly id: string; readonly field: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Schemas['DisclosureView'] | null>(null);
  if (shown !== null)
    return <p role="status">{[shown.idNumber, shown.phone].filter((each) => each !== null).join(' · ')}</p>;
  return (
    <ReasonDeed
      open={t('ledger.disclose')}
      of={[ledgerKey, deskKey]}
      reason={t('ledger.purpose')}
      run={async (purpose) => {
        const body = { field, purpose };
        setShown(await got(api.POST('/api/v1/ledger-entries/{id}/disclosures', { params: { path: { id } }, body })));
      }}
    />
  );
}
