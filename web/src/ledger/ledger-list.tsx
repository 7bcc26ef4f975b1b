/** 台账: the ledgers of the district, by programme. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useTier } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { ledgersQuery } from './data';
import './ledger.css';

export function LedgerList() {
  const { t } = useTranslation();
  const tier = useTier();
  const may = useMay();
  const list = useQuery(ledgersQuery);
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Wrong error={list.error} />;
  const { items } = list.data;
  const defines = tier === 'district' && may('ledger.define');
  return (
    <>
      <h1>{t('ledger.title')}</h1>
      {defines && (
        <div className="filters">
          <Link className="deed" to="/ledger-types">
            {t('ledger.define')}
          </Link>
        </div>
      )}
      {items.length === 0 && <p className="hint">{t(defines ? 'ledger.noneDefine' : 'ledger.none')}</p>}
      <ul className="ledgers">
        {items.map(({ id, name, programme }) => (
          <li key={id} className="paper">
            <Link to="/ledgers/$id" params={{ id }}>
              {name}
            </Link>{' '}
            <small className="hint">{programme}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
